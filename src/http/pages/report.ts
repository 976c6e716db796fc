import { formatDate, formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { quarterLabel, quarterRange } from '../../casework/quarter.js'
import { isEmpty } from '../../casework/report/draft-text.js'
import type { FigureDefinition } from '../../casework/report/definitions.js'
import { isRole, roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { ReportPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { allCounts, countTiles, rateTiles, tables, type ReportTable } from './report-figures.js'
import { mayBegin } from './report-list.js'
import { reportSections, type ReportSection } from './report-sections.js'
import { dueOf, reportLabel, reportState } from './report-state.js'
import type { FigureTileModel, GlanceRow, LinkModel, PageHeaderModel } from './parts.js'
import { state } from './state.js'
import type { TimelineEntry } from './timeline.js'

/** The model of `reports/report`. */
export interface ReportModel {
  readonly header: PageHeaderModel
  /** this reader's own step */
  readonly task: (LinkModel & { readonly why: string }) | null
  readonly begin: { readonly action: string; readonly label: string; readonly why: string } | null
  readonly progress: readonly TimelineEntry[]
  readonly frozen: boolean
  readonly draft: boolean
  readonly zero: boolean
  readonly sections: readonly ReportSection[]
  readonly rates: readonly FigureTileModel[]
  readonly counts: readonly FigureTileModel[]
  readonly allCounts: readonly GlanceRow[]
  readonly tables: readonly ReportTable[]
  readonly sent: boolean
  readonly acknowledgements: readonly {
    readonly name: string
    readonly at: Instant
    readonly remark: string | null
  }[]
  readonly definitions: readonly FigureDefinition[]
}

export function reportModel(page: ReportPage, actor: Actor, now: Instant): ReportModel {
  const { report, figures, openTasks } = page
  const [own] = openTasks
  const zero = isEmpty(figures)
  return {
    header: headerOf(page, actor, now),
    task: own
      ? {
          href: pathTo(paths.task, { id: own.id }),
          label: text('report.task', { task: own.name }),
          why: text(`report.task.why.${actor.role}`),
        }
      : null,
    begin: mayBegin(actor) ? beginOf(page) : null,
    progress: progressOf(page),
    frozen: (report?.frozenAt ?? null) !== null,
    draft: report === null,
    zero,
    sections: reportSections(page.sections),
    rates: zero ? [] : rateTiles(figures),
    counts: zero ? [] : countTiles(figures),
    allCounts: zero ? [] : allCounts(figures),
    tables: tables(figures),
    sent: (report?.sentAt ?? null) !== null,
    acknowledgements: page.acknowledgements.map(({ name, at, remark }) => ({ name, at, remark })),
    definitions: figures.definitions,
  }
}

function headerOf(page: ReportPage, actor: Actor, now: Instant): PageHeaderModel {
  const { quarter, report, figures, standing, running } = page
  const label = report ? reportLabel(report) : quarterLabel(quarter)
  const { from, to } = quarterRange(quarter)
  const due = dueOf(standing)
  return {
    title: text('draft.title', { quarter: label }),
    what: text('report.what', {
      from: formatDate(from),
      to: formatDate(to),
      figures: report?.frozenAt
        ? text('report.what.frozen', { when: formatInstant(report.frozenAt) })
        : text('report.what.now', { asOf: formatDate(figures.asOf) }),
    }),
    next: nextOf(page, actor),
    by:
      due === null
        ? null
        : text(due < now ? 'reports.by.passed' : 'reports.by', { when: formatInstant(due) }),
    state: running && report === null ? state('ok', text('reports.state.running')) : reportState(standing),
    crumbs: [{ href: paths.reports, label: text('report.crumb') }],
  }
}

function nextOf({ openTasks, standing, running }: ReportPage, actor: Actor): string {
  const [own] = openTasks
  if (own) return text('report.next.own', { task: own.name })
  if (actor.role === 'leader') return text('report.next.leader')
  const { stage, waitsFor } = standing
  if (waitsFor) {
    const who = isRole(waitsFor.candidateGroup) ? roleLabel(waitsFor.candidateGroup) : ''
    return text('report.next.waits', { who, task: waitsFor.name })
  }
  if (stage === 'freezing') return text('report.next.freezing')
  if (stage !== 'notBegun') return text('report.next.done')
  if (running) return text('report.next.running')
  return text(mayBegin(actor) ? 'report.next.begin' : 'report.next.notBegun')
}

/** To begin it, or, when it was sent, a new version of it. */
function beginOf({ quarter, report, running, standing }: ReportPage): ReportModel['begin'] {
  if (running || (report !== null && standing.stage !== 'acknowledged' && standing.stage !== 'sent'))
    return null
  const key = report === null ? 'reports.begin' : 'reports.begin.revision'
  return { action: pathTo(paths.reportOf, { quarter }), label: text(key), why: text(`${key}.why`) }
}

function progressOf({ report, standing }: ReportPage): readonly TimelineEntry[] {
  const { waitsFor, acknowledged, expected } = standing
  const due = dueOf(standing)
  const step = (name: string, at: Instant | null | undefined): TimelineEntry => ({
    kind: at ? 'done' : 'next',
    what: text(`report.progress.${name}`),
    at: at ?? null,
    who: null,
    note: null,
    facts: [],
  })
  const here: TimelineEntry[] = waitsFor
    ? [
        {
          ...step('begun', null),
          kind: 'now',
          what: waitsFor.name,
          who: isRole(waitsFor.candidateGroup) ? roleLabel(waitsFor.candidateGroup) : null,
          note: due === null ? null : text('report.progress.by', { when: formatInstant(due) }),
        },
      ]
    : []
  const sent = report?.sentAt ?? null
  const signed: TimelineEntry = {
    ...step('acknowledge', null),
    kind: standing.stage === 'acknowledged' ? 'done' : waitsFor && sent !== null ? 'now' : 'next',
    note: sent === null ? null : text('report.progress.acknowledged', { acknowledged, expected }),
  }
  const steps = [step('begun', report?.createdAt), step('frozen', report?.frozenAt), step('sent', sent)]
  const done = steps.filter(({ kind }) => kind === 'done')
  const next = steps.filter(({ kind, what }) => kind === 'next' && what !== waitsFor?.name)
  return [...done, ...(sent === null ? here : []), ...next, signed]
}
