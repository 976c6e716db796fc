import type { Database } from './dialect.js'
import { isUpToDate } from './migrate.js'

/** Why work cannot be done now. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError'
}

/**
 * Resolves when work could be done now: reads are answered, a write gets its turn, and the tables are those of this
 * release. A database that is away or locked says nothing for a long time: after the patience that is an answer too.
 * @param patience milliseconds
 * @throws NotReadyError, or what the database says
 */
export async function requireReady(database: Database, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NotReadyError(`the database did not answer within ${patience} ms`))
    }, patience)
  })
  const asked = Promise.all([
    requireTables(database),
    database.writer.transaction(turn => turn.select(turn.raw('1'))),
  ])
  asked.catch(() => undefined) // what it says after the patience has ended is heard by nobody
  try {
    await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

async function requireTables({ reader }: Database): Promise<void> {
  if (!(await isUpToDate(reader))) throw new NotReadyError('the tables are not those of this release')
}
