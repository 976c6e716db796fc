import type { Knex } from 'knex'
import { instant, integer, json, nullable, rowOf, text } from './rows.js'
import { insertMissing } from './writes.js'

/** Forms that were sent: each does what it asks once. */
const submissionTable = {
  name: 'submission',
  columns: {
    id: text,
    at: instant,
    by: nullable(integer),
    /** what came of it, for whoever sends the same form again */
    outcome: nullable(json<unknown>()),
  },
}

/** Forms that were sent, for commands that must not be done twice. */
export function submissionStore(knex: Knex) {
  const { columns, name } = submissionTable
  return {
    /** Claims a form; false when it was sent before. */
    async claim(submission: { id: string; at: string; by: number | null }): Promise<boolean> {
      return (await insertMissing(knex, submissionTable, [submission], ['id'])).length > 0
    },

    /** Keeps what came of it. */
    async settle(id: string, outcome: unknown): Promise<void> {
      await knex(name)
        .where({ id })
        .update({ outcome: columns.outcome.store(outcome) })
    },

    /** What came of a form that was sent before; null when there is none. */
    async outcomeOf(id: string): Promise<unknown> {
      return (await rowOf(columns, knex(name).where({ id })))?.outcome ?? null
    },
  }
}
