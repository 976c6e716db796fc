import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import {
  instant,
  integer,
  nullable,
  oneOf,
  rowOf,
  selection,
  text,
  type NewRowOf,
  type RowOf,
} from './rows.js'
import { ask } from './views/sql.js'
import { insertRows, updateRows } from './writes.js'

/** A draft that one administrator proposes to put into force, for another to approve. */
const proposalTable = {
  name: 'process_proposal',
  columns: {
    id: integer,
    key: text,
    draftRevision: integer,
    sha256: text,
    reason: text,
    proposedAt: instant,
    proposedBy: integer,
    /** null while it waits */
    decision: nullable(oneOf('approved', 'returned', 'withdrawn')),
    decidedAt: nullable(instant),
    decidedBy: nullable(integer),
    decisionReason: nullable(text),
    /** the version it became */
    definitionId: nullable(integer),
  },
}

export type StoredProposal = RowOf<typeof proposalTable.columns>
type NewProposal = NewRowOf<typeof proposalTable.columns>

const lineColumns = { ...proposalTable.columns, proposedByName: text, decidedByName: nullable(text) }
type ProposalLine = RowOf<typeof lineColumns>

/** Proposals, for reading. */
export function readProposals(knex: Knex) {
  const { name, columns } = proposalTable
  return {
    /** The one that waits for an answer. */
    waiting: (key: string): Promise<StoredProposal | null> =>
      rowOf(columns, knex(name).where({ key }).whereNull('decision')),

    /** Of a key, the newest first, with who proposed and who decided. */
    ofKey: (key: string, limit: number): Promise<ProposalLine[]> =>
      ask(
        knex,
        lineColumns,
        `select ${selection(columns, 'p').join()}, a.display_name as proposed_by_name,
           b.display_name as decided_by_name
         from process_proposal p
         join account a on a.id = p.proposed_by
         left join account b on b.id = p.decided_by
         where p.key = ? order by p.id desc limit ?`,
        [key, limit],
      ),
  }
}

/** Proposals, for making and deciding them. */
export function proposalStore(knex: Knex) {
  return {
    ...readProposals(knex),

    propose: (proposal: NewProposal): Promise<number[]> => insertRows(knex, proposalTable, [proposal]),

    /** Answers the ids that were decided already. */
    decide: (
      id: number,
      set: {
        decision: 'approved' | 'returned' | 'withdrawn'
        decidedAt: Instant
        decidedBy: number
        decisionReason: string | null
        definitionId?: number
      },
    ): Promise<number[]> => updateRows(knex, proposalTable, [{ id, set }], { onlyIf: 'decision is null' }),
  }
}
