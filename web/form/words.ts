/** The sentences the page's author left for the script (the catalogue is the server's); `{count}` is filled here. */
export function word(name: string, values: Readonly<Record<string, string | number>> = {}): string {
  const words = JSON.parse(
    document.querySelector<HTMLMetaElement>('meta[name="form-words"]')?.content ?? '{}',
  ) as Readonly<Record<string, string | undefined>>
  return (words[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}
