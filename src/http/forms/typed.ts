/** What somebody typed into this field of a form, without the blanks around it; nothing when it was not sent. */
export function typed(body: unknown, name: string): string {
  return typedAll(body, name).at(-1)?.trim() ?? ''
}

/** All that was sent under this name: several for boxes of one group. */
export function typedAll(body: unknown, name: string): readonly string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return []
  const sent = (body as Readonly<Record<string, unknown>>)[name]
  return (Array.isArray(sent) ? sent : [sent]).filter(one => typeof one === 'string')
}

/** Whether the form had this field at all, filled in or not. */
export function wasSent(body: unknown, name: string): boolean {
  return typedAll(body, name).length > 0
}

/** A whole number above zero, such as an id or a revision; 0 for anything else, which is nobody's. */
export function typedNumber(body: unknown, name: string): number {
  const word = typed(body, name)
  return /^\d{1,15}$/.test(word) ? Number(word) : 0
}
