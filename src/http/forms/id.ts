/** An id of an address; 0, which nothing has, for anything that is none. */
export function idOf(part: string): number {
  return /^\d{1,15}$/.test(part) ? Number(part) : 0
}
