import type { StoredReport, Unit } from '../store/index.js'
import type { Subject } from './subject.js'

/** A quarter’s report in one transaction. Its facts are what the forms of its process wrote, kept in its text. */
export interface ReportSubject extends Subject {
  readonly kind: 'report'
  readonly row: StoredReport
  readonly facts: Readonly<Record<string, unknown>>
}

/** @throws Error when there is no such report */
export async function loadReport(unit: Unit, reportId: number): Promise<ReportSubject> {
  const row = await unit.reports.byId(reportId)
  if (!row) throw new Error(`There is no report ${reportId}`)
  const leaders = await unit.accounts.withRole('leader')
  return reportSubject(
    row,
    leaders.map(leader => leader.id),
  )
}

function reportSubject(row: StoredReport, leaders: readonly number[]): ReportSubject {
  const facts: Record<string, unknown> = { ...(row.text as Record<string, unknown> | null) }
  return {
    kind: 'report',
    id: row.id,
    row,
    facts,
    context: now => ({ ...facts, quarter: row.quarter, now }),
    note(name, value) {
      facts[name] = value
    },
    collection: name => (name === 'leaders' ? leaders : []),
    reach: (_group, element) => ({
      placeId: null,
      departmentId: null,
      assigneeId: element?.collection === 'leaders' ? element.id : null,
    }),
    openRound: () => undefined,
    async save(unit) {
      // Once frozen, only that it was sent is still to be noted; the store refuses everything else.
      if (row.frozenAt === null) await unit.reports.edit([{ id: row.id, set: { text: facts } }])
      if (row.sentAt === null && typeof facts.sentAt === 'string')
        await unit.reports.send([row.id], facts.sentAt)
    },
  }
}
