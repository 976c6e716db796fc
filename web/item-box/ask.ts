/** An item of the register, as the server offers it. */
export interface Offered {
  readonly name: string
  readonly department: string | null
  readonly departmentId: number | null
}

/** What the register has for these words; null when there was no answer: then nothing is known. */
export async function ask(address: string, words: string): Promise<readonly Offered[] | null> {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { credentials: 'same-origin' })
    if (!answer.ok) return null
    return ((await answer.json()) as { items: readonly Offered[] }).items
  } catch {
    return null
  }
}
