/** A table of the audit trail and what tells its rows apart: whole numbers, but for the columns named as words. */
export interface TrailSource {
  readonly name: string
  readonly key: readonly string[]
  readonly words?: readonly string[]
}

/**
 * Every table of the trail. All are append-only. A column that a migration adds to one of them may be null: an empty
 * one is left out of the digest, so that old rows keep theirs.
 */
export const trailSources: readonly TrailSource[] = [
  { name: 'history_entry', key: ['id'] },
  { name: 'access_entry', key: ['id'] },
  { name: 'disclosure', key: ['id'] },
  { name: 'deadline_entry', key: ['id'] },
  { name: 'card', key: ['deadline_id', 'level'], words: ['level'] },
  { name: 'calendar_version', key: ['id'] },
  { name: 'calendar_entry', key: ['scope', 'date', 'version_id'], words: ['scope', 'date'] },
  { name: 'calendar_announcement', key: ['scope', 'year', 'version_id'], words: ['scope'] },
  { name: 'calendar_change_move', key: ['change_id', 'deadline_id'] },
  { name: 'process_definition', key: ['id'] },
  { name: 'item_entry', key: ['id'] },
  { name: 'reply_template', key: ['id'] },
  { name: 'account_entry', key: ['id'] },
  { name: 'erasure_entry', key: ['id'] },
]

const byName = new Map(trailSources.map(source => [source.name, source]))

/** The source of this table; undefined when it is none of the trail’s. */
export function trailSource(table: string): TrailSource | undefined {
  return byName.get(table)
}

/** What names a row in its table: `17`, or `local/2026-04-16/3`. */
export function rowKey({ key }: TrailSource, row: RawRow): string {
  return key.map(column => String(row[column])).join('/')
}

/** The values of a row’s key as the database compares them. */
export function keyValues({ key, words = [] }: TrailSource, name: string): (string | number)[] {
  const parts = name.split('/')
  return key.map((column, index) => {
    const value = parts[index] ?? ''
    return words.includes(column) ? value : Number(value)
  })
}

/** A row as the database gives it: words, whole numbers and nothing else. */
export type RawRow = Readonly<Record<string, string | number | null>>
