import { AsyncLocalStorage } from 'node:async_hooks'
import type { Knex } from 'knex'
import { closeDatabase } from './database.js'
import type { Database } from './dialect.js'
import { isConflict, NestedTransactionError, TransactionConflictError } from './errors.js'
import { followDue, type Touched } from './follow-due.js'
import { rewriteContacts } from './sealing/rewrite.js'
import { leaveNoTrace } from './leave-no-trace.js'
import { createPendingStates, createStateCache } from './state-cache.js'
import { linkWritten } from './trail/chain.js'
import { createTrailKey, type TrailKey } from './trail/key.js'
import { verifyTrail, type TrailFinding, type TrailSeen } from './trail/verify.js'
import { noteTrail } from './trail/written.js'
import type { TrailHead } from './trail-store.js'
import { readersOf, unitOf, type Readers, type Unit } from './unit.js'
import { viewsOf, type Views } from './views/index.js'

/** What the house remembers. */
export interface Store {
  /** Reads what is committed. Inside a transaction use its unit: it alone sees what was written there. */
  readonly read: Readers
  /** What the pages show: one query a screen. */
  readonly views: Views
  /**
   * All that `work` writes becomes true at once, or nothing of it. Transactions see the database as if they ran one
   * after the other; on SQLite they do.
   * @throws TransactionConflictError when another was faster; `work` may be tried again
   * @throws whatever `work` throws, after rolling back
   */
  readonly transaction: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>
  /** The key of the audit trail; its secret is not in the database. */
  readonly trailKey: TrailKey
  /**
   * Goes over the whole audit trail once, as it is now, and tells what the house did not do.
   * @param known signed heads that were kept elsewhere
   */
  readonly verifyTrail: (
    known: readonly TrailHead[],
    tell: (finding: TrailFinding) => void,
  ) => Promise<TrailSeen>
  /** Writes the tables of contact fields anew, so that nothing of what stood in them is left in the files. Takes its time. */
  readonly rewriteContacts: () => Promise<void>
  /**
   * What was erased is gone from where it lay as well: from the parts of the search index that wait to be merged, and
   * from the log of what was written. Called after erasing, outside any transaction; it may be called again.
   */
  readonly leaveNoTrace: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * The store over a database that has been migrated.
 * @param trailKey links the audit trail; left out where the database is thrown away
 */
export function createStore(database: Database, trailKey: TrailKey = createTrailKey('')): Store {
  const states = createStateCache()
  const running = new AsyncLocalStorage<{ open: boolean }>()
  return {
    read: readersOf(database.reader, states),
    views: viewsOf(database.reader),
    trailKey,
    verifyTrail: (known, tell) => looking(database, knex => verifyTrail(knex, trailKey, known, tell)),
    rewriteContacts: () => rewriteContacts(database),
    leaveNoTrace: () => leaveNoTrace(database),
    close: () => closeDatabase(database),
    async transaction(work) {
      // it would queue behind the one it is in
      if (running.getStore()?.open) throw new NestedTransactionError()
      const pending = createPendingStates(states)
      const here = { open: true }
      try {
        const result = await running.run(here, () =>
          transact(database, async knex => {
            const touched: Touched = { instances: new Set(), deadlines: new Set() }
            const written = noteTrail(knex)
            const answer = await work(unitOf(knex, pending, touched))
            await followDue(knex, touched)
            await linkWritten(database, knex, trailKey, written)
            return answer
          }),
        )
        pending.publish()
        return result
      } finally {
        // what was begun inside and goes on after it, a timer say, may open one of its own
        here.open = false
      }
    },
  }
}

async function transact<T>({ writer, dialect }: Database, work: (knex: Knex) => Promise<T>): Promise<T> {
  try {
    // PostgreSQL promises by default less than SQLite can help giving
    const isolation = dialect === 'postgres' ? ({ isolationLevel: 'serializable' } as const) : undefined
    return await writer.transaction(work, isolation)
  } catch (error) {
    throw isConflict(error) ? new TransactionConflictError(error) : error
  }
}

/** One state of the database, however long the look takes. */
function looking<T>({ reader, dialect }: Database, work: (knex: Knex) => Promise<T>): Promise<T> {
  return reader.transaction(
    work,
    dialect === 'postgres' ? { isolationLevel: 'repeatable read', readOnly: true } : undefined,
  )
}
