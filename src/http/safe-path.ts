/**
 * An address within this site that a visitor handed in (`?next=/tasks/3`), or the fallback: no open redirect.
 * Two slashes, or a backslash which browsers read as a slash, would lead to another host.
 */
export function safePath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\]*$/.test(value)) return fallback
  // tabs and line ends are dropped by browsers and could hide a second slash
  return /\s/.test(value) || hasControl(value) ? fallback : value
}

function hasControl(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) if (value.charCodeAt(index) < 32) return true
  return false
}
