/** The list with one of its members a step up (-1) or down (1); as it is where there is no such step. */
export function moved<T>(list: readonly T[], member: T, by: -1 | 1): readonly T[] {
  const from = list.indexOf(member)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return list
  const rest = list.filter(other => other !== member)
  return [...rest.slice(0, to), member, ...rest.slice(to)]
}
