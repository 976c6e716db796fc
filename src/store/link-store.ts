import type { Knex } from 'knex'
import { instant, integer, nullable, oneOf, rowsOf, type NewRowOf, type RowOf } from './rows.js'
import { insertMissing } from './writes.js'

/** What one case has to do with another. */
const linkTable = {
  name: 'case_link',
  columns: {
    caseId: integer,
    otherId: integer,
    /** merged: `case` went into `other`; linked: the same problem of another person; recurrence: `other` came before */
    kind: oneOf('merged', 'linked', 'recurrence'),
    at: instant,
    by: nullable(integer),
  },
}

export type StoredLink = RowOf<typeof linkTable.columns>
export type NewLink = NewRowOf<typeof linkTable.columns>

/** Links, for reading. */
export function readLinks(knex: Knex) {
  const { columns, name } = linkTable
  return {
    /** From this case or to it. */
    ofCase: (caseId: number): Promise<StoredLink[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orWhere({ other_id: caseId }).orderBy('at')),
  }
}

/** Links, for intake and the verdict. */
export function linkStore(knex: Knex) {
  const { name } = linkTable
  return {
    ...readLinks(knex),

    /** Links that are there already stay as they are. */
    async add(links: readonly NewLink[]): Promise<void> {
      await insertMissing(knex, linkTable, links, ['caseId', 'otherId', 'kind'])
    },

    async remove(links: readonly Pick<StoredLink, 'caseId' | 'otherId' | 'kind'>[]): Promise<void> {
      for (const { caseId, otherId, kind } of links) {
        await knex(name).where({ case_id: caseId, other_id: otherId, kind }).delete()
      }
    },
  }
}
