import type { TypedItem } from '../../casework/item.js'
import { ITEM_LIMITS } from '../../casework/item.js'
import { cleanLine, lengthOf } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

/** What was typed into the form of an item. */
export function readItem(body: unknown): TypedItem {
  return {
    name: typed(body, 'name'),
    aliases: typed(body, 'aliases'),
    department: typed(body, 'department'),
    guideUrl: typed(body, 'guideUrl'),
    guideVersion: typed(body, 'guideVersion'),
  }
}

/** A line of a pasted list. */
export interface ListedItem {
  readonly name: string
  readonly departmentId: number | null
  readonly aliases: readonly string[]
}

export type ReadList =
  | { readonly ok: true; readonly items: readonly ListedItem[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/** A pasted list takes this many lines: what one form may send (see middleware/body.ts). */
const mostLines = 500

/** Reads a list as it comes from a spreadsheet: name, department, other names; one item a line. */
export function readItemList(
  typedList: string,
  departments: readonly { readonly id: number; readonly name: string }[],
): ReadList {
  const lines = typedList.split('\n').flatMap((line, index) => {
    const [name = '', department = '', aliases = ''] = line.split(/[\t|｜]/).map(cleanLine)
    return name === ''
      ? []
      : [{ line: index + 1, name, department, aliases: aliases.split(/[;；]/).map(cleanLine) }]
  })
  if (lines.length === 0) return { ok: false, problems: [text('items.import.empty')] }
  if (lines.length > mostLines)
    return { ok: false, problems: [text('items.import.tooMany', { limit: mostLines, count: lines.length })] }
  const ids = new Map(departments.map(({ id, name }) => [name, id]))
  const problems = lines.flatMap(({ line, name, department, aliases }) => [
    ...([name, ...aliases].some(one => lengthOf(one) > ITEM_LIMITS.name)
      ? [at(line, text('items.import.line.long', { limit: ITEM_LIMITS.name }))]
      : []),
    ...(department === '' || ids.has(department)
      ? []
      : [at(line, text('items.import.line.department', { department }))]),
  ])
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 20) }
  return {
    ok: true,
    items: lines.map(({ name, department, aliases }) => ({
      name,
      departmentId: ids.get(department) ?? null,
      aliases: aliases.filter(alias => alias !== ''),
    })),
  }
}

function at(line: number, message: string): string {
  return text('items.import.line', { line, message })
}
