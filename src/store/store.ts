import { AsyncLocalStorage } from 'node:async_hooks'
import type { Knex } from 'knex'
import { closeDatabase } from './database.js'
import type { Database } from './dialect.js'
import { isConflict, NestedTransactionError, TransactionConflictError } from './errors.js'
import { followDue, type Touched } from './follow-due.js'
import { createPendingStates, createStateCache } from './state-cache.js'
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
  readonly close: () => Promise<void>
}

/** The store over a database that has been migrated. */
export function createStore(database: Database): Store {
  const states = createStateCache()
  const running = new AsyncLocalStorage<{ open: boolean }>()
  return {
    read: readersOf(database.reader, states),
    views: viewsOf(database.reader),
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
            const answer = await work(unitOf(knex, pending, touched))
            await followDue(knex, touched)
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
