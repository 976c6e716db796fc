import type { StoredReport } from '../../store/index.js'
import { text } from '../../catalogue/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import type { ReportStanding } from '../../runtime/index.js'
import { state, type StateModel } from './state.js'

/** How far a quarter's report has come, in a word and a shape. */
export function reportState({ stage, waitsFor, acknowledged, expected }: ReportStanding): StateModel {
  const words = text(`reports.state.${stage}`, { task: waitsFor?.name ?? '', acknowledged, expected })
  return state(kinds[stage], words)
}

/** The same of a quarter whose report nobody may have begun. */
export function labelOfReport(
  quarter: string,
  report: Pick<StoredReport, 'quarter' | 'version'> | null,
): string {
  return report === null ? quarterLabel(quarter) : reportLabel(report)
}

/** 2026年第二季度, and which version when it was revised. */
export function reportLabel({ quarter, version }: Pick<StoredReport, 'quarter' | 'version'>): string {
  const label = quarterLabel(quarter)
  return version === 1 ? label : text('reports.version', { quarter: label, version })
}

/** When the step it waits for is due; null when it has no limit. */
export function dueOf({ waitsFor }: ReportStanding): string | null {
  // what has no limit sorts behind all that has, at the end of time
  return waitsFor === null || waitsFor.nextDueAt.startsWith('9999') ? null : waitsFor.nextDueAt
}

const kinds: Readonly<Record<ReportStanding['stage'], StateModel['kind']>> = {
  notBegun: 'closed',
  drafting: 'provisional',
  freezing: 'provisional',
  frozen: 'ok',
  sent: 'ok',
  acknowledged: 'met',
}
