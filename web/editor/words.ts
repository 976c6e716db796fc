/** The sentences of the catalogue under `editor.script.`, as the page left them for the script. */
export type Words = (name: string, values?: Readonly<Record<string, string | number>>) => string

/** A sentence that is missing shows its name in «», which the page’s test looks for. */
export function wordsOf(json: string | undefined): Words {
  const sentences = JSON.parse(json ?? '{}') as Readonly<Record<string, string | undefined>>
  return (name, values = {}) =>
    (sentences[name] ?? `«${name}»`).replace(/\{(\w+)\}/g, (whole, key: string) =>
      String(values[key] ?? whole),
    )
}
