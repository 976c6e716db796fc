import { casework } from './zh-CN/casework.js'
import { problems } from './zh-CN/problems.js'

/** Every sentence people see, by key `area.page.what`; one file an area, so that another language can follow. */
const catalogue: Readonly<Record<string, string>> = { ...casework, ...problems }

/** What may fill a `{name}` in a sentence. */
export type TextValues = Readonly<Record<string, string | number>>

/**
 * The sentence of a key with its `{name}` placeholders filled.
 * A missing key or value throws: a page with a hole in it is a fault of ours, found by a test and not by a reader.
 */
export function text(key: string, values: TextValues = {}): string {
  const sentence = hasText(key) ? catalogue[key] : undefined
  if (sentence === undefined) throw new Error(`The catalogue has no "${key}"`)
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new Error(`"${key}" wants a value for {${name}}`)
    return String(value)
  })
}

/** Whether the catalogue has this key: for the few places that can do without (a field's optional help). */
export function hasText(key: string): boolean {
  return Object.hasOwn(catalogue, key)
}

/** All keys, for the test that looks for holes. */
export function textKeys(): readonly string[] {
  return Object.keys(catalogue)
}
