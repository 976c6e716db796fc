/** Runs in an attribute, in an element, in a template and as an address, if anything lets it. */
export const markup = `"'><img src=x onerror=alert(1)><script>alert(2)</script><svg/onload=alert(3)>{{7*7}}`

/** A form of a page that sends something, as its markup has it. */
export interface Form {
  readonly action: string
  readonly inside: string
}

/** The forms of a page that are sent by POST. */
export function formsOf(body: string, path: string): Form[] {
  return [...body.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', inside = '']) =>
    attribute(attributes, 'method') === 'post'
      ? [{ action: unescaped(attribute(attributes, 'action') ?? path), inside }]
      : [],
  )
}

/**
 * What is sent by a form filled with markup. `everywhere`: numbers, days and choices too, as nobody types it but who means
 * harm; else only where people write words, with the first of each choice.
 */
export function filled({ inside }: Form, everywhere: boolean): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, attributes = ''] of inside.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    const type = attribute(attributes, 'type') ?? 'text'
    const value = unescaped(attribute(attributes, 'value') ?? '')
    if (!name || name === '_csrf' || type === 'file') continue
    if (type === 'hidden') fields[name] = value
    else if (everywhere) fields[name] = markup
    else if (type === 'radio' || type === 'checkbox') fields[name] ??= value
    else if (type === 'date') fields[name] = value
    else if (type === 'password') fields[name] = markup
    else if (attribute(attributes, 'inputmode') === 'numeric') fields[name] = value === '' ? '3' : value
    else fields[name] = markup
  }
  for (const [, attributes = ''] of inside.matchAll(/<textarea\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    if (name) fields[name] = markup
  }
  for (const [, attributes = '', options = ''] of inside.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(attributes, 'name')
    const [first] = [...options.matchAll(/<option value="([^"]+)"/g)].map(match => unescaped(match[1] ?? ''))
    if (name) fields[name] = everywhere ? markup : (first ?? '')
  }
  for (const [, attributes = ''] of inside.matchAll(/<button\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    if (name) fields[name] = unescaped(attribute(attributes, 'value') ?? '')
  }
  return fields
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

function unescaped(words: string): string {
  return words
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
