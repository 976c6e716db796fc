import path from 'node:path'
import { closeDatabase, createStore, createTrailKey, migrate, openDatabase } from '../../src/store/index.js'
import { adoptTrail } from '../../src/store/trail/adopt.js'
import { ratio } from './figures.js'

const rows = 1_000_000

/**
 * How long it takes to verify a trail of a million rows, beside reading the same rows and doing nothing with them; how
 * much the chain adds to what is written.
 */
export async function trail(folder: string): Promise<void> {
  const database = await openDatabase({ file: path.join(folder, 'trail.sqlite') })
  try {
    const key = createTrailKey('the secret of a bench')
    await migrate(database, key)
    const store = createStore(database, key)
    await database.writer.raw(
      `with recursive copies (n) as (select 1 union all select n + 1 from copies where n < ${rows})
       insert into history_entry (at, actor_name, kind, activity_id, activity_name, data)
       select '2026-04-15T01:30:00.000Z', '经办人', 'task.completed', 'Task_ScopeCheck', '受理审查',
         '{"taskId":' || n || ',"outcome":"accepted","words":"属于受理范围，转原因分析"}' from copies`,
    )
    const linking = await timed(() => database.writer.transaction(knex => adoptTrail(knex, key)))
    console.log(`linking ${rows} rows that were there: ${perSecond(linking)} rows/s`)

    const reading = await timed(async () => {
      for (let after = 0; after < rows; after += 1_000)
        await database.reader('history_entry').where('id', '>', after).orderBy('id').limit(1_000)
    })
    const before = process.memoryUsage().rss
    let found = 0
    const verifying = await timed(() => store.verifyTrail([], () => (found += 1)))
    const grown = Math.round((process.memoryUsage().rss - before) / 1_048_576)
    console.log(`reading them: ${perSecond(reading)} rows/s`)
    console.log(`verifying them: ${perSecond(verifying)} rows/s, ${found} findings, ${grown} MB more memory`)
    console.log(`verifying takes ${ratio(verifying, reading)} as long as reading`)
  } finally {
    await closeDatabase(database)
  }
}

function perSecond(milliseconds: number): number {
  return Math.round((rows / milliseconds) * 1_000)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
