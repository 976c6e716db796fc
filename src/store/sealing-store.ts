import type { Knex } from 'knex'
import { caseTable } from './case.js'
import { dialectOf } from './dialect.js'
import { rowsOf } from './rows.js'
import { sealAnew, sealedTables, sealedUnder, type SealCursor } from './sealing/anew.js'

export type { SealCursor }

/** What is sealed, for reading. */
export function readSealing(knex: Knex) {
  return {
    /** How many values are sealed under each key, by its id; under the empty one, how many lie open. */
    counts: (): Promise<ReadonlyMap<string, number>> => sealedUnder(knex),

    /** Opens the first and the last contact that is kept: of cases that were cleared there is none. @throws SealKeyMissingProblem, SealBrokenProblem */
    async try(): Promise<void> {
      const { contact } = caseTable.columns
      for (const way of ['asc', 'desc'])
        await rowsOf(
          { contact },
          knex(caseTable.name).select('contact').whereNot('contact', '').orderBy('id', way).limit(1),
        )
    },
  }
}

/** What is sealed, for who changes the keys. */
export function sealingStore(knex: Knex) {
  return {
    ...readSealing(knex),
    /** Seals so many rows anew, under the current key. @returns where to go on; null at the end */
    anew: (from: SealCursor, limit: number) => sealAnew(knex, from, limit),

    /**
     * Waits until nobody writes what is sealed, and lets nobody write until this transaction ends: what another has sealed
     * under an older key and not committed cannot be counted. The first thing a transaction does, whose sight of the database
     * begins with its first question.
     */
    async quiet(): Promise<void> {
      const names = sealedTables.map(({ name }) => name).join(', ')
      if (dialectOf(knex) === 'postgres') await knex.raw(`lock table ${names} in share mode`)
    },

    /** Waits for its turn to change the ring: of two at once each must see what the other did. */
    async turn(): Promise<void> {
      // on SQLite the transaction itself is the turn
      if (dialectOf(knex) === 'postgres') await knex.raw(`select pg_advisory_xact_lock(${lock})`)
    },
  }
}

/** Any number that nothing else in the same PostgreSQL database locks. */
const lock = 20210503
