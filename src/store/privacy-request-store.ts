import type { Knex } from 'knex'
import type {
  IdentityProof,
  PrivacyChannel,
  PrivacyRequestKind,
  ToldWay,
} from '../casework/privacy-request.js'
import type { Instant } from '../clock.js'
import {
  instant,
  integer,
  localDate,
  nullable,
  oneOf,
  rowOf,
  rowsOf,
  text,
  word,
  type NewRowOf,
  type RowOf,
} from './rows.js'
import { sealed } from './sealing/sealed.js'
import { insertRows, updateRows } from './writes.js'

/** What a citizen asked about their own data, and what became of it. */
export const privacyRequestTable = {
  name: 'privacy_request',
  columns: {
    id: integer,
    caseId: integer,
    kind: word<PrivacyRequestKind>(),
    channel: word<PrivacyChannel>(),
    /** why, in the citizen's words */
    words: text,
    // what is to stand there instead; null where it stays, and gone once it was decided: the case has it then
    reporterName: nullable(sealed('privacy_request.reporter_name')),
    agentName: nullable(sealed('privacy_request.agent_name')),
    contact: nullable(sealed('privacy_request.contact')),
    askedAt: instant,
    /** who wrote it down for them; null when the citizen did */
    askedBy: nullable(integer),
    /** the day by which it is answered */
    dueOn: localDate,
    decision: nullable(oneOf('granted', 'refused')),
    /** which reason of the law it was refused for */
    ground: nullable(text),
    /** what the citizen is told */
    answer: nullable(text),
    proof: nullable(word<IdentityProof>()),
    /** how they were told, where nobody can look it up any more */
    told: nullable(word<ToldWay>()),
    decidedAt: nullable(instant),
    decidedBy: nullable(integer),
  },
}

export type StoredPrivacyRequest = RowOf<typeof privacyRequestTable.columns>
export type NewPrivacyRequest = Omit<NewRowOf<typeof privacyRequestTable.columns>, keyof PrivacyDecision>

/** How a request was decided. */
export interface PrivacyDecision {
  readonly decision: 'granted' | 'refused'
  readonly ground: string | null
  readonly answer: string
  readonly proof: IdentityProof | null
  readonly told: ToldWay | null
  readonly decidedAt: Instant
  readonly decidedBy: number
}

/** Requests about personal data, for reading. */
export function readPrivacyRequests(knex: Knex) {
  const { columns, name } = privacyRequestTable
  return {
    byId: (id: number): Promise<StoredPrivacyRequest | null> => rowOf(columns, knex(name).where({ id })),

    /** Of this case, in the order in which they were asked. */
    ofCase: (caseId: number): Promise<StoredPrivacyRequest[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),
  }
}

/** Requests about personal data, for who asks and who decides. */
export function privacyRequestStore(knex: Knex) {
  return {
    ...readPrivacyRequests(knex),

    ask: (rows: readonly NewPrivacyRequest[]): Promise<number[]> =>
      insertRows(knex, privacyRequestTable, rows),

    /** Decides them, and lets go of what was to stand there instead. Answers those that were decided already. */
    decide: (decisions: readonly ({ readonly id: number } & PrivacyDecision)[]): Promise<number[]> =>
      updateRows(
        knex,
        privacyRequestTable,
        decisions.map(({ id, ...set }) => ({
          id,
          set: { ...set, reporterName: null, agentName: null, contact: null },
        })),
        { onlyIf: 'decided_at is null' },
      ),
  }
}
