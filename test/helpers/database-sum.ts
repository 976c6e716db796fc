import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../../src/store/index.js'

const named = z.array(z.object({ name: z.string() }))

/** How many rows each table has, and a sum over everything that stands in them: equal sums, untouched database. */
export async function databaseSum({ reader, dialect }: Database): Promise<{
  readonly rows: Readonly<Record<string, number>>
  readonly sum: string
}> {
  const tables =
    dialect === 'sqlite'
      ? reader('sqlite_master').where('type', 'table').select('name')
      : reader('pg_tables').where('schemaname', 'public').select('tablename as name')
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  for (const { name } of named.parse(await tables.orderBy('name'))) {
    if (name === 'session') continue // who is signed in, and since when: looking at a page changes that
    const lines = ((await reader(name).select('*')) as object[]).map(row => JSON.stringify(row)).sort()
    rows[name] = lines.length
    hash.update(`${name}\n${lines.join('\n')}\n`)
  }
  return { rows, sum: hash.digest('hex') }
}
