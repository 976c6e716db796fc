/** The sentences of the catalogue under `editor.script.`, as the page left them for the script. */
export type Words = (name: string, values?: Readonly<Record<string, string | number>>) => string

/** Reads them once. A sentence that is missing shows its name: a test of the page looks for such. */
export function wordsOf(json: string | undefined): Words {
  const words = JSON.parse(json ?? '{}') as Readonly<Record<string, string | undefined>>
  return (name, values = {}) =>
    (words[name] ?? `«${name}»`).replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}
