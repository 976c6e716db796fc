import type { Knex } from 'knex'
import { integer, rowOf, rowsOf, text } from './rows.js'
import { putRows, rawRows } from './writes.js'

const settingTable = { name: 'setting', columns: { key: text, value: text } }

/** Settings, for reading. */
export function readSettings(knex: Knex) {
  const { columns, name } = settingTable
  return {
    async get(key: string): Promise<string | null> {
      const row = await rowOf(columns, knex(name).where({ key }))
      return row?.value ?? null
    },

    async all(): Promise<ReadonlyMap<string, string>> {
      const rows = await rowsOf(columns, knex(name).orderBy('key'))
      return new Map(rows.map(({ key, value }) => [key, value]))
    },
  }
}

/** Settings and counters. */
export function settingStore(knex: Knex) {
  return {
    ...readSettings(knex),

    put: (settings: readonly { key: string; value: string }[]): Promise<void> =>
      putRows(knex, settingTable, settings, ['key']),

    /**
     * Takes the next numbers of a series, from 1 on, without a gap: a transaction that is rolled back gives its own
     * back. `count` many at once; answers the first of them.
     */
    async next(counter: string, count = 1): Promise<number> {
      const answer: unknown = await knex.raw(
        `insert into counter (name, value) values (?, cast(? as integer))
         on conflict (name) do update set value = counter.value + excluded.value
         returning value`,
        [counter, count],
      )
      const { value } = rawRows(answer)[0] as { value: unknown }
      return integer.parse(value) - count + 1
    },
  }
}
