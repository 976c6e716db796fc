// Finding what has passed costs the same whether a thousand timers are pending or a million.
import path from 'node:path'
import { createStore, migrate, openDatabase } from '../../src/store/index.js'
import type { Database, DatabaseTarget, Store } from '../../src/store/index.js'
import { testKeys } from '../helpers/database.js'
import { postgres } from '../helpers/postgres.js'
import { furnish, newDeadline, now, openCase } from '../store/office.js'
import { milliseconds, quantile, ratio } from './figures.js'

const many = Number(process.env.BENCH_TIMERS ?? 1_000_000)
const few = Math.min(1_000, many)
const rounds = 300
/** As many as the timekeeper asks for, and as many have passed. */
const [limit, passed] = [10, 40]

/** Asks a small and a large database by turns what has passed, on SQLite and on PostgreSQL. */
export async function pendingTimers(folder: string): Promise<void> {
  await compare(
    'SQLite',
    { file: path.join(folder, 'few.sqlite') },
    { file: path.join(folder, 'many.sqlite') },
  )
  const server = await postgres()
  await compare('PostgreSQL', { url: await server.createDatabase() }, { url: await server.createDatabase() })
}

async function compare(kind: string, one: DatabaseTarget, other: DatabaseTarget): Promise<void> {
  const small = await filled(one, few)
  const large = await filled(other, many)
  try {
    const spent = { small: [] as number[], large: [] as number[] }
    for (let round = -20; round < rounds; round++) {
      const [a, b] = [await asked(small.store), await asked(large.store)]
      if (round < 0) continue // until both are warm
      spent.small.push(a)
      spent.large.push(b)
    }
    const [a, b] = [quantile(spent.small, 0.5), quantile(spent.large, 0.5)]
    console.log(
      `${kind}: what has passed of ${many.toLocaleString('en')} pending timers ${milliseconds(b)},` +
        ` of ${few.toLocaleString('en')} ${milliseconds(a)}: ${ratio(b, a)} (medians of ${rounds})`,
    )
  } finally {
    await small.store.close()
    await large.store.close()
  }
}

async function asked(store: Store): Promise<number> {
  const begin = performance.now()
  const stream = await store.read.moments.first(limit)
  const spent = performance.now() - begin
  if (stream.filter(({ at }) => at <= now).length !== limit) throw new Error('It found something else')
  return spent
}

/** A database with so many pending deadlines: some have passed, one in ten was warned of and goes on, most come later. */
async function filled(target: DatabaseTarget, count: number): Promise<{ store: Store }> {
  const database = await openDatabase(target, testKeys)
  await migrate(database)
  const store = createStore(database)
  const office = await furnish(store)
  const run = await store.transaction(unit => openCase(unit, office))
  const [id = 0] = await store.transaction(unit => unit.deadlines.arm([newDeadline(run, { dueAt: later })]))
  await pend(database, id, count)
  return { store }
}

const later = '2027-12-31T09:30:00.000Z'

async function pend(database: Database, template: number, count: number): Promise<void> {
  const { writer, dialect } = database
  const columns = Object.keys((await writer<Record<string, unknown>>('deadline').first()) ?? {})
  // an instant that differs from row to row, in SQL that both databases take
  const spread = (year: string) =>
    `'${year}-' || (10 + n % 3) || '-' || (10 + n % 19) || 'T0' || (n % 8) || ':' || (10 + n % 47) || ':' ||
      (10 + n % 43) || '.' || (100 + n % 887) || 'Z'`
  const changed: Readonly<Record<string, string>> = {
    due_at: `case when n <= ${passed} then ${spread('2025')} else ${spread('2027')} end`,
    warn_at: `case when n % 10 = 0 then ${spread('2025')} else ${spread('2026')} end`,
    warned_at: `case when n % 10 = 0 then ${spread('2025')} end`,
  }
  const others = columns.filter(column => column !== 'id')
  await writer.raw(
    `with recursive copies (n) as (select 1 union all select n + 1 from copies where n < ${count})
     insert into deadline (${others.join()})
     select ${others.map(column => changed[column] ?? `d.${column}`).join()} from copies, deadline d
     where d.id = ${template}`,
  )
  // as autovacuum does by itself in time
  if (dialect === 'postgres') await writer.raw('analyze deadline')
}
