import type { Actor } from '../../casework/actor.js'
import { quarterOf } from '../../casework/quarter.js'
import type { Quarter } from '../../casework/quarter.js'
import { figureChanges } from '../../casework/report/comparison.js'
import type { FigureChange } from '../../casework/report/comparison.js'
import { SECTIONS } from '../../casework/report/draft-text.js'
import type { SectionKey } from '../../casework/report/draft-text.js'
import type { QuarterFigures } from '../../casework/report/quarter-figures.js'
import { isBehind } from '../../casework/report/section-words.js'
import { localDateOf } from '../../calendar/index.js'
import type { StoredAcknowledgement, StoredReport, StoredUserTask } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { quarterNow } from '../report-figures.js'
import { sectionsOf, sectionWords } from '../report-sections.js'
import type { Drafted } from '../report-sections.js'
import { seenReport, visible } from './report-seen.js'
import type { SeenReport } from './report-seen.js'
import { reportSending, type ReportSending } from './report-sending.js'
import { reportStanding } from './report-standing.js'
import type { ReportStanding } from './report-standing.js'

/** A quarter’s report: its figures (frozen, as counted for the draft, or of today), its words, how far it has come. */
export interface ReportPage extends SeenReport {
  readonly figures: QuarterFigures
  readonly sections: readonly { readonly key: SectionKey; readonly words: string }[]
  /** Edited sections beneath whose words the figures have changed since. */
  readonly behind: ReturnType<typeof sectionWords>
  /** Whether 汇总 is under way: its figures may be counted anew, its typical cases chosen. */
  readonly drafting: boolean
  /** What changed against the version before; null for a first version. */
  readonly changes: {
    readonly version: number
    readonly figures: readonly FigureChange[]
    readonly sections: readonly SectionKey[]
  } | null
  readonly acknowledgements: readonly (StoredAcknowledgement & { readonly name: string })[]
  /** What is to be done with it now; a leader sees their own acknowledgement only. */
  readonly openTasks: readonly StoredUserTask[]
  readonly standing: ReportStanding
  /** How it was sent; null before. */
  readonly sending: ReportSending | null
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

/** @throws as {@link seenReport} */
export async function reportPage(
  parts: Pick<Parts, 'store' | 'clock' | 'calendars' | 'definitions'>,
  actor: Actor,
  typed: string,
  version: number | null = null,
): Promise<ReportPage> {
  const { read } = parts.store
  const seen = await seenReport(parts, actor, typed, version)
  const { quarter, report, versions } = seen
  const now = report?.figures ? null : await quarterNow(parts, quarter)
  const names = new Map((await read.accounts.withRole('leader')).map(one => [one.id, one.displayName]))
  const facts = (report?.text as Facts | null | undefined) ?? null
  const isNewest = report?.id === versions[0]?.id
  const open = report?.instanceId && isNewest ? await read.userTasks.openOf(report.instanceId) : []
  const openTasks = open.filter(
    task =>
      task.candidateGroup === actor.role && (task.assigneeId === null || task.assigneeId === actor.accountId),
  )
  const drafting = open.find(task => task.candidateGroup === 'officer' && report?.frozenAt === null)
  return {
    ...seen,
    standing: await reportStanding(parts, report),
    sending: report?.sentAt ? await reportSending(parts, report) : null,
    // We kept them ourselves, as JSON of exactly this shape.
    figures: now?.figures ?? (report?.figures as QuarterFigures),
    sections: facts
      ? sectionsOf(facts)
      : (now?.draft.sections ?? []).map(({ key, paragraphs }) => ({ key, words: paragraphs.join('\n') })),
    behind:
      report && facts && drafting
        ? sectionWords(facts, drafting.draft, (report.drafted as Drafted | null) ?? {}).filter(
            ({ section }) => isBehind(section),
          )
        : [],
    drafting: drafting !== undefined,
    changes: changesOf(report, versions),
    acknowledgements: (report ? await read.reports.acknowledgements(report.id) : []).map(one => ({
      ...one,
      name: names.get(one.accountId) ?? '',
    })),
    openTasks,
  }
}

type Facts = Readonly<Record<string, unknown>>

/** What a revision changed against the version before it. */
function changesOf(report: StoredReport | null, versions: readonly StoredReport[]): ReportPage['changes'] {
  const before = versions.find(one => report !== null && one.version === report.version - 1)
  if (!report?.figures || !before?.figures) return null
  const words = (of: StoredReport) =>
    new Map(sectionsOf((of.text as Facts | null) ?? {}).map(one => [one.key, one.words]))
  const [then, now] = [words(before), words(report)]
  return {
    version: before.version,
    figures: figureChanges(before.figures as QuarterFigures, report.figures as QuarterFigures),
    sections: SECTIONS.filter(key => (then.get(key) ?? '') !== (now.get(key) ?? '')),
  }
}
