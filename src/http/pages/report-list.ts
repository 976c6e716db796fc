import { formatDate, formatInstant, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { previousQuarter, quarterLabel, quarterRange, type Quarter } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { ReportStanding, reportList } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel } from './parts.js'
import { dueOf, reportLabel, reportState } from './report-state.js'
import { state } from './state.js'

type ReportList = Awaited<ReturnType<typeof reportList>>
type Line = ReportList['reports'][number]

/** The model of `reports/list`. */
export interface ReportListModel {
  readonly header: PageHeaderModel
  /** the quarter that is running; leaders read what is frozen only */
  readonly running: (LinkModel & { readonly note: string }) | null
  /** the quarter that ended last, while nobody has begun its report */
  readonly begin: { readonly quarter: Quarter; readonly label: string } | null
  readonly quarters: LedgerModel | null
  readonly earlier: readonly LinkModel[]
  readonly empty: EmptyStateModel | null
}

export function reportListPage(actor: Actor, list: ReportList, now: Instant): ReportListModel {
  const reads = actor.role === 'leader'
  const ended = previousQuarter(list.running)
  const missing = ended !== null && !list.reports.some(({ report }) => report.quarter === ended)
  const rows = [
    ...(missing && !reads ? [notBegunRow(ended)] : []),
    ...list.reports.map(({ report, standing }) => row(report, standing)),
  ]
  return {
    header: headerOf(actor, list, missing ? ended : null, now),
    running: reads ? null : runningOf(list.running),
    begin: missing && mayBegin(actor) ? { quarter: ended, label: quarterLabel(ended) } : null,
    quarters: rows.length === 0 ? null : ledger(null, columns(), rows),
    earlier: reads ? [] : earlierThan(ended, list),
    empty:
      rows.length === 0
        ? { title: text('reports.empty.title'), why: text('reports.empty.why'), action: null }
        : null,
  }
}

/** Who may begin a report by hand. */
export function mayBegin({ role }: Actor): boolean {
  return role === 'officer' || role === 'supervisor'
}

function headerOf(actor: Actor, list: ReportList, missing: Quarter | null, now: Instant): PageHeaderModel {
  const mine = list.reports.find(({ standing }) => standing.waitsFor?.candidateGroup === actor.role)
  return {
    title: text('reports.title'),
    what: text('reports.what'),
    next: nextOf(actor, mine, missing),
    by: byOf(actor, list, mine, now),
  }
}

function nextOf(actor: Actor, mine: Line | undefined, missing: Quarter | null): string {
  if (actor.role === 'leader') return text('reports.next.leader')
  if (mine) {
    const task = mine.standing.waitsFor?.name ?? ''
    return text('reports.next.task', { quarter: reportLabel(mine.report), task })
  }
  if (missing !== null && mayBegin(actor))
    return text('reports.next.begin', { quarter: quarterLabel(missing) })
  return text('reports.next.none')
}

function byOf(actor: Actor, list: ReportList, mine: Line | undefined, now: Instant): string | null {
  const due = mine ? dueOf(mine.standing) : null
  if (due !== null) return text(due < now ? 'reports.by.passed' : 'reports.by', { when: formatInstant(due) })
  return actor.role === 'leader' ? null : text('reports.by.auto', { quarter: quarterLabel(list.running) })
}

function runningOf(quarter: Quarter): ReportListModel['running'] {
  return {
    href: pathTo(paths.reportOf, { quarter }),
    label: quarterLabel(quarter),
    note: text('reports.running.note', rangeOf(quarter)),
  }
}

const columns = () =>
  ['quarter', 'period', 'state', 'frozen', 'sent'].map(name => ({ label: text(`reports.column.${name}`) }))

function row(report: Line['report'], standing: ReportStanding): readonly LedgerValue[] {
  return [
    { text: reportLabel(report), href: pathTo(paths.reportOf, { quarter: report.quarter }) },
    text('reports.period', rangeOf(report.quarter)),
    { state: reportState(standing) },
    dayOf(report.frozenAt),
    dayOf(report.sentAt),
  ]
}

function notBegunRow(quarter: Quarter): readonly LedgerValue[] {
  return [
    { text: quarterLabel(quarter), href: pathTo(paths.reportOf, { quarter }) },
    text('reports.period', rangeOf(quarter)),
    { state: state('closed', text('reports.state.notBegun')) },
    text('shell.none'),
    text('shell.none'),
  ]
}

function dayOf(instant: Instant | null): string {
  return instant === null ? text('shell.none') : formatDate(localDateOf(instant))
}

/** Quarters that were never reported here, back to the first of the scheme. */
function earlierThan(ended: Quarter | null, { reports }: ReportList): readonly LinkModel[] {
  const known = new Set(reports.map(({ report }) => report.quarter))
  const found: LinkModel[] = []
  let quarter = ended === null ? null : previousQuarter(ended)
  for (; quarter !== null; quarter = previousQuarter(quarter))
    if (!known.has(quarter))
      found.push({ href: pathTo(paths.reportOf, { quarter }), label: quarterLabel(quarter) })
  return found
}

/** 4月1日 and 6月30日: the year stands in the quarter's name. */
function rangeOf(quarter: Quarter): { from: string; to: string } {
  const day = (date: string) => formatDate(date).replace(/^\d+年|（.*$/g, '')
  const { from, to } = quarterRange(quarter)
  return { from: day(from), to: day(to) }
}
