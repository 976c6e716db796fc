import type { Actor } from '../../casework/actor.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { parseQuarter, quarterOf } from '../../casework/quarter.js'
import type { Quarter } from '../../casework/quarter.js'
import type { SectionKey } from '../../casework/report/draft-text.js'
import type { QuarterFigures } from '../../casework/report/quarter-figures.js'
import { localDateOf } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { StoredAcknowledgement, StoredReport, StoredUserTask } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { quarterNow, sectionsOf } from '../report-figures.js'
import { reportStanding } from './report-standing.js'
import type { ReportStanding } from './report-standing.js'

/** A quarter’s report: its figures (frozen, or of today), its words, how far it has come. */
export interface ReportPage {
  readonly quarter: Quarter
  /** Null while nobody has begun it. */
  readonly report: StoredReport | null
  readonly figures: QuarterFigures
  readonly sections: readonly { readonly key: SectionKey; readonly words: string }[]
  readonly acknowledgements: readonly (StoredAcknowledgement & { readonly name: string })[]
  /** What is to be done with it now; a leader sees their own acknowledgement only. */
  readonly openTasks: readonly StoredUserTask[]
  readonly standing: ReportStanding
  /** Whether its quarter is still running. */
  readonly running: boolean
}

/** The newest report of each quarter that this person may see, the newest first, and the quarter that is running. */
export async function reportList(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
): Promise<{
  readonly running: Quarter
  readonly reports: readonly { readonly report: StoredReport; readonly standing: ReportStanding }[]
}> {
  const seen = visible(await parts.store.read.reports.all(), actor)
  const newest = seen.filter(({ quarter }, index) => seen.findIndex(one => one.quarter === quarter) === index)
  return {
    running: quarterOf(localDateOf(parts.clock.now())),
    reports: await Promise.all(
      newest.map(async report => ({ report, standing: await reportStanding(parts, report) })),
    ),
  }
}

/** @throws NotFoundProblem for what is no quarter or has not begun, and for a leader until the report is frozen */
export async function reportPage(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  typed: string,
): Promise<ReportPage> {
  const { read } = parts.store
  const quarter = parseQuarter(typed)
  const running = quarterOf(localDateOf(parts.clock.now()))
  const [report = null] = visible(await read.reports.all(), actor).filter(one => one.quarter === quarter)
  const hidden = actor.role === 'leader' && report === null
  if (quarter === null || quarter > running || hidden) throw new NotFoundProblem(text('runtime.report'))
  const now = await (report?.figures ? null : quarterNow(parts, quarter))
  const names = new Map((await read.accounts.withRole('leader')).map(one => [one.id, one.displayName]))
  const words = report?.text as Readonly<Record<string, unknown>> | null | undefined
  return {
    quarter,
    running: quarter === running,
    report,
    standing: await reportStanding(parts, report),
    // We froze it ourselves, as JSON of exactly this shape.
    figures:
      (report?.figures as QuarterFigures | null | undefined) ??
      (now ?? (await quarterNow(parts, quarter))).figures,
    sections: words
      ? sectionsOf(words)
      : (now?.draft.sections ?? []).map(({ key, paragraphs }) => ({ key, words: paragraphs.join('\n') })),
    acknowledgements: (report ? await read.reports.acknowledgements(report.id) : []).map(one => ({
      ...one,
      name: names.get(one.accountId) ?? '',
    })),
    openTasks: (report?.instanceId ? await read.userTasks.openOf(report.instanceId) : []).filter(
      task =>
        task.candidateGroup === actor.role &&
        (task.assigneeId === null || task.assigneeId === actor.accountId),
    ),
  }
}

/** A leader reads what is frozen: of a quarter that is being revised, the version before. */
function visible(reports: readonly StoredReport[], { role }: Actor): readonly StoredReport[] {
  return role === 'leader' ? reports.filter(({ frozenAt }) => frozenAt !== null) : reports
}
