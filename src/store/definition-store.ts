import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { instant, integer, nullable, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows } from './writes.js'

/** Versions of the diagrams: what was deployed stays as it was, running cases stand on it. */
export const definitionTable = {
  name: 'process_definition',
  columns: {
    id: integer,
    /** the process id of the diagram, `banbuchengshi` */
    key: text,
    version: integer,
    name: text,
    xml: text,
    sha256: text,
    reason: nullable(text),
    deployedAt: instant,
    deployedBy: nullable(integer),
  },
}

export type StoredDefinition = RowOf<typeof definitionTable.columns>
export type NewDefinition = NewRowOf<typeof definitionTable.columns>

/** Definitions, for reading. */
export function readDefinitions(knex: Knex) {
  const { columns, name } = definitionTable
  return {
    byId: (id: number): Promise<StoredDefinition | null> => rowOf(columns, knex(name).where({ id })),

    /** The version in force: the highest of this key. */
    latest: (key: string): Promise<StoredDefinition | null> =>
      rowOf(columns, knex(name).where({ key }).orderBy('version', 'desc').limit(1)),

    /** The version in force of every key. */
    allLatest: (): Promise<StoredDefinition[]> =>
      rowsOf(
        columns,
        knex(`${name} as d`)
          .whereRaw(`version = (select max(version) from ${name} other where other.key = d.key)`)
          .orderBy('key'),
      ),

    /** All versions of a key, the newest first. */
    versions: (key: string): Promise<StoredDefinition[]> =>
      rowsOf(columns, knex(name).where({ key }).orderBy('version', 'desc')),
  }
}

/** Definitions, for deploying. */
export function definitionStore(knex: Knex) {
  return {
    ...readDefinitions(knex),

    /** Stores each diagram as the next version of its key and answers the rows. */
    async deploy(
      diagrams: readonly Omit<NewDefinition, 'version' | 'deployedAt'>[],
      deployedAt: Instant,
    ): Promise<StoredDefinition[]> {
      const deployed: StoredDefinition[] = []
      for (const diagram of diagrams) {
        const before = await readDefinitions(knex).latest(diagram.key)
        const { reason = null, deployedBy = null, ...rest } = diagram
        const row = { ...rest, reason, deployedBy, version: (before?.version ?? 0) + 1, deployedAt }
        for (const id of await insertRows(knex, definitionTable, [row])) deployed.push({ id, ...row })
      }
      return deployed
    },
  }
}
