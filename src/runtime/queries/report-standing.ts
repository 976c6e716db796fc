import type { StoredReport, StoredUserTask } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** How far a quarter’s report has come; the step it waits for is called as the diagram calls it. */
export interface ReportStanding {
  readonly stage: 'notBegun' | 'drafting' | 'freezing' | 'frozen' | 'sent' | 'acknowledged'
  /** What is to be done next, whoever does it; null when nothing is, or the machine does it. */
  readonly waitsFor: StoredUserTask | null
  readonly acknowledged: number
  /** How many leaders it was sent to. */
  readonly expected: number
}

const notBegun: ReportStanding = { stage: 'notBegun', waitsFor: null, acknowledged: 0, expected: 0 }

export async function reportStanding(
  { store }: Pick<Parts, 'store'>,
  report: StoredReport | null,
): Promise<ReportStanding> {
  if (report === null) return notBegun
  const open = report.instanceId === null ? [] : await store.read.userTasks.openOf(report.instanceId)
  const acknowledged = (await store.read.reports.acknowledgements(report.id)).length
  const waitsFor = open[0] ?? null
  return {
    stage: stageOf(report, open),
    waitsFor,
    acknowledged,
    expected: acknowledged + (report.sentAt === null ? 0 : open.length),
  }
}

function stageOf({ frozenAt, sentAt }: StoredReport, open: readonly unknown[]): ReportStanding['stage'] {
  if (sentAt !== null) return open.length === 0 ? 'acknowledged' : 'sent'
  if (frozenAt !== null) return 'frozen'
  return open.length === 0 ? 'freezing' : 'drafting'
}
