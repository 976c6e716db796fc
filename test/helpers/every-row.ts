import { z } from 'zod'
import type { Database } from '../../src/store/index.js'

const named = z.array(z.object({ name: z.string() }))

/** Everything that stands in the tables, one line a row: `grievance_case {"id":1,…}`. */
export async function everyRow({ reader, dialect }: Database): Promise<readonly string[]> {
  const tables =
    dialect === 'sqlite'
      ? reader('sqlite_master').where('type', 'table').select('name')
      : reader('pg_tables').where('schemaname', 'public').select('tablename as name')
  const lines: string[] = []
  for (const { name } of named.parse(await tables.orderBy('name')))
    for (const row of (await reader(name).select('*')) as object[])
      lines.push(`${name} ${JSON.stringify(row)}`)
  return lines
}
