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
}

/** All reports there are, the newest first, and the quarter that is running. */
export async function reportList(
  parts: Pick<Parts, 'store' | 'clock'>,
): Promise<{ readonly running: Quarter; readonly reports: readonly StoredReport[] }> {
  return {
    running: quarterOf(localDateOf(parts.clock.now())),
    reports: await parts.store.read.reports.all(),
  }
}

/** @throws NotFoundProblem for what is no quarter, and for a leader until the report was sent */
export async function reportPage(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  typed: string,
): Promise<ReportPage> {
  const { read } = parts.store
  const quarter = parseQuarter(typed)
  const report = quarter === null ? null : await read.reports.latest(quarter)
  const hidden = actor.role === 'leader' && (report?.frozenAt ?? null) === null
  if (quarter === null || hidden) throw new NotFoundProblem(text('runtime.report'))
  const now = await (report?.figures ? null : quarterNow(parts, quarter))
  const names = new Map((await read.accounts.withRole('leader')).map(one => [one.id, one.displayName]))
  const words = report?.text as Readonly<Record<string, unknown>> | null | undefined
  return {
    quarter,
    report,
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
