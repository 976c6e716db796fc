import type { Knex } from 'knex'
import type { Database } from './dialect.js'
import { DatabaseNewerProblem } from './errors.js'
import { trail } from './migrations/0026-trail.js'
import { migrations } from './migrations/index.js'
import { adoptTrail } from './trail/adopt.js'
import { createTrailKey, type TrailKey } from './trail/key.js'

/**
 * Brings the tables up to date and says which migrations that took. All of them are one transaction, so that a process
 * killed in the middle leaves the database as it was, with no lock to clear by hand; two processes take turns.
 * @param key links what stands in the trail when the chain is made
 * @throws DatabaseNewerProblem
 */
export async function migrate(database: Database, key: TrailKey = createTrailKey('')): Promise<string[]> {
  return database.writer.transaction(async transaction => {
    if (database.dialect === 'postgres') await transaction.raw(`select pg_advisory_xact_lock(${lock})`)
    await transaction.raw('create table if not exists schema_migration (name text primary key)')
    const done = await applied(transaction)
    refuseUnknown(done)
    const missing = migrations.filter(({ name }) => !done.includes(name))
    for (const { name, statements } of missing) {
      for (const statement of statements(database.dialect)) await transaction.raw(statement)
      await transaction('schema_migration').insert({ name })
    }
    if (missing.includes(trail)) await adoptTrail(transaction, key)
    return missing.map(({ name }) => name)
  })
}

/** Stops here when a newer release has been at this database. @throws DatabaseNewerProblem */
export async function refuseNewer({ writer }: Database): Promise<void> {
  if (await writer.schema.hasTable('schema_migration')) refuseUnknown(await applied(writer))
}

/** Whether every migration of this release has run, and none of a newer one. */
export async function isUpToDate(knex: Knex): Promise<boolean> {
  const done = new Set(await applied(knex))
  return done.size === migrations.length && migrations.every(({ name }) => done.has(name))
}

/** Any number that nothing else in the same PostgreSQL database locks. */
const lock = 20210501

async function applied(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] = await knex('schema_migration').select('name')
  return rows.map(({ name }) => name)
}

function refuseUnknown(done: readonly string[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = done.filter(name => !known.has(name)).sort()
  if (unknown[0] !== undefined) throw new DatabaseNewerProblem(unknown[0])
}
