import type { Knex } from 'knex'
import { trailSources, type Database } from '../../src/store/index.js'

/**
 * Writes as somebody would who has the file or the database’s own account: past the triggers that keep the trail
 * append-only and past the foreign keys, and in no transaction of the house.
 */
export async function asAttacker(
  { writer, dialect }: Database,
  work: (knex: Knex) => Promise<unknown>,
): Promise<void> {
  if (dialect === 'postgres') {
    await writer.transaction(async knex => {
      // the server is used again by the next test, so the triggers stay
      await knex.raw('set local session_replication_role = replica')
      await work(knex)
    })
    return
  }
  for (const name of [...trailSources.map(source => source.name), 'trail_link', 'trail_head'])
    for (const act of ['update', 'delete', 'blanking'])
      await writer.raw(`drop trigger if exists ${name}_no_${act}`)
  await writer.raw('pragma foreign_keys = off')
  await work(writer)
  await writer.raw('pragma foreign_keys = on')
}
