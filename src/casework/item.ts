import { text } from '../catalogue/index.js'
import { cleanLine, lengthOf } from './plain-text.js'
import { itemKey } from './recurrence.js'

/** The longest texts of an item, in characters as a reader counts them. */
export const ITEM_LIMITS = { name: 200, guideUrl: 500, guideVersion: 100, reason: 200 } as const

/** An item of the register as the office describes it. */
export interface ItemDescription {
  readonly name: string
  /** other names that people use, without its own */
  readonly aliases: readonly string[]
  readonly departmentId: number | null
  /** where its guide is published */
  readonly guideUrl: string | null
  /** the guide's edition, in the department's words: 2026年第2版 */
  readonly guideVersion: string | null
}

/** What was typed, by field; other names one a line. */
export type TypedItem = Readonly<
  Record<'name' | 'aliases' | 'department' | 'guideUrl' | 'guideVersion', string>
>

export type ItemErrors = Readonly<Partial<Record<keyof TypedItem, string>>>

export type ParsedItem =
  { readonly ok: true; readonly value: ItemDescription } | { readonly ok: false; readonly errors: ItemErrors }

/** Reads the form of an item. A department that there is not, and an address that is none, are refused. */
export function parseItem(typed: TypedItem, departmentIds: ReadonlySet<number>): ParsedItem {
  const name = cleanLine(typed.name)
  const aliases = aliasesOf(typed.aliases, name)
  const department = typed.department === '' ? null : Number(typed.department)
  const guideUrl = cleanLine(typed.guideUrl)
  const guideVersion = cleanLine(typed.guideVersion)
  const errors: ItemErrors = {
    ...(name === '' ? { name: text('item.name.missing') } : tooLong('name', name)),
    ...aliases.reduce<ItemErrors>((found, alias) => ({ ...found, ...tooLong('name', alias, 'aliases') }), {}),
    ...(department !== null &&
      !departmentIds.has(department) && { department: text('item.department.wrong') }),
    ...(guideUrl !== '' && !isWebAddress(guideUrl) && { guideUrl: text('item.guideUrl.wrong') }),
    ...tooLong('guideUrl', guideUrl),
    ...tooLong('guideVersion', guideVersion),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    value: {
      name,
      aliases,
      departmentId: department,
      guideUrl: guideUrl || null,
      guideVersion: guideVersion || null,
    },
  }
}

/** One a line; what is the same name but for brackets and blanks is said once. */
function aliasesOf(typed: string, name: string): readonly string[] {
  const lines = typed
    .split(/[\n；;]/)
    .map(cleanLine)
    .filter(line => line !== '')
  const others = new Map(lines.map(line => [itemKey(line), line]))
  others.delete(itemKey(name))
  return [...others.values()]
}

/** A link that somebody clicks must not be anything but a page. */
function isWebAddress(typed: string): boolean {
  return URL.canParse(typed) && ['http:', 'https:'].includes(new URL(typed).protocol)
}

function tooLong(
  field: 'name' | 'guideUrl' | 'guideVersion',
  written: string,
  said: keyof TypedItem = field,
): ItemErrors {
  const length = lengthOf(written)
  const limit = ITEM_LIMITS[field]
  return length > limit
    ? { [said]: text('casework.answer.tooLong', { length, limit, over: length - limit }) }
    : {}
}

/** A name of an item in the forms in which it is looked for. */
export interface SearchedName {
  readonly key: string
  readonly pinyin: string
  readonly initials: string
}

/** How well a name answers what was typed, in the form of `itemKey`; 0 is best, `Infinity` does not. */
export function howWellNamed({ key, pinyin, initials }: SearchedName, words: string): number {
  const answers = [
    key === words,
    key.startsWith(words),
    initials.startsWith(words),
    pinyin.startsWith(words),
    key.includes(words),
    initials.includes(words),
    pinyin.includes(words),
  ]
  const best = answers.indexOf(true)
  return best === -1 ? Infinity : best
}
