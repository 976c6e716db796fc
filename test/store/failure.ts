/** What the work failed with; undefined when it did not. */
export function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  )
}

/** The message it failed with; empty when it did not. */
export async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await failureOf(work)
  return error instanceof Error ? error.message : ''
}
