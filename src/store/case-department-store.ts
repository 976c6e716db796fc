import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import type { Confirmation } from '../casework/confirmation.js'
import { indexCases } from './case-text.js'
import { rowsIn } from './rows-in.js'
import { instant, integer, nullable, oneOf, text, word, type NewRowOf, type RowOf } from './rows.js'
import { insertKeyed } from './writes.js'

/** The departments a case was put to, round by round: what each said to the cause (R13). */
const caseDepartmentTable = {
  name: 'case_department',
  columns: {
    caseId: integer,
    departmentId: integer,
    /** 主办 or 协办 */
    part: oneOf('lead', 'assist'),
    /** from 1; a new one begins when the cause is revised or the case sent on */
    round: integer,
    confirmation: nullable(word<Confirmation>()),
    reason: nullable(text),
    confirmedAt: nullable(instant),
    confirmedBy: nullable(integer),
  },
}

export type StoredCaseDepartment = RowOf<typeof caseDepartmentTable.columns>
export type NewCaseDepartment = NewRowOf<typeof caseDepartmentTable.columns>

/** What a department said; `by` is null when its silence counts as a yes. */
export interface DepartmentAnswer {
  readonly caseId: number
  readonly departmentId: number
  readonly round: number
  readonly confirmation: Confirmation
  readonly reason: string | null
  readonly at: Instant
  readonly by: number | null
}

/** Departments of cases, for reading. */
export function readCaseDepartments(knex: Knex) {
  const { columns, name } = caseDepartmentTable
  return {
    /** All rounds of these cases in order, the lead first in each. */
    ofCase: (...caseIds: readonly number[]): Promise<StoredCaseDepartment[]> =>
      rowsIn(columns, caseIds, chunk =>
        knex(name)
          .whereIn('case_id', chunk)
          .orderBy([{ column: 'round' }, { column: 'part', order: 'desc' }, { column: 'department_id' }]),
      ),
  }
}

/** Departments of cases, for the analysis and the confirmation. */
export function caseDepartmentStore(knex: Knex) {
  const { name } = caseDepartmentTable
  return {
    ...readCaseDepartments(knex),

    /** Puts cases to departments. */
    async add(rows: readonly NewCaseDepartment[]): Promise<void> {
      await insertKeyed(knex, caseDepartmentTable, rows)
      // a department finds what was put to it
      await indexCases(knex, [...new Set(rows.map(({ caseId }) => caseId))])
    },

    /** Keeps what the departments said. Answers those that had answered already, or were not asked. */
    async answer(answers: readonly DepartmentAnswer[]): Promise<DepartmentAnswer[]> {
      const lost: DepartmentAnswer[] = []
      for (const one of answers) {
        const { caseId, departmentId, round, confirmation, reason, at, by } = one
        const changed = await knex(name)
          .where({ case_id: caseId, department_id: departmentId, round })
          .whereNull('confirmation')
          .update({ confirmation, reason, confirmed_at: at, confirmed_by: by })
        if (changed === 0) lost.push(one)
      }
      return lost
    },
  }
}
