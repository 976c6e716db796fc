/** The sentences the page left for the script; the catalogue is the server's. */
export type Say = (name: string, values?: Readonly<Record<string, string | number>>) => string

/** `{count}` and its like are filled here. */
export function wordsOf(element: HTMLElement): Say {
  const words = JSON.parse(element.dataset.words ?? '{}') as Readonly<Record<string, string | undefined>>
  return (name, values = {}) =>
    (words[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}
