import type { Knex } from 'knex'
import { rowOf, rowsOf } from './rows.js'
import { headTable, lastLink, type TrailHead, type TrailLink } from './trail/chain.js'
import { insertMissing } from './writes.js'

export type { TrailHead, TrailLink }

/** The chain’s end and its signed heads, for reading. */
export function readTrail(knex: Knex) {
  const { columns, name } = headTable
  return {
    last: (): Promise<TrailLink | null> => lastLink(knex),

    lastHead: (): Promise<TrailHead | null> =>
      rowOf(columns, knex(name).orderBy('position', 'desc').limit(1)),

    /** The newest first. */
    heads: (limit: number): Promise<TrailHead[]> =>
      rowsOf(columns, knex(name).orderBy('position', 'desc').limit(limit)),
  }
}

/** The signed heads, for whoever signs. The chain itself is written by every transaction, at its end. */
export function trailStore(knex: Knex) {
  return {
    ...readTrail(knex),
    /** Says whether it was added: another may have signed the same end. */
    addHead: async (head: TrailHead): Promise<boolean> =>
      (await insertMissing(knex, headTable, [head], ['position'])).length > 0,
  }
}
