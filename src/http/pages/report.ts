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
import { reportChartModels, type ReportChartModel } from './report-charts.js'
import { reportDrafting, type ReportDrafting } from './report-drafting.js'
import { allFigures, countFigures, rateFigures, type ReportFigure } from './report-figures.js'
import { reportLinks } from './report-links.js'
import { mayBegin } from './report-list.js'
import { reportRevision, type ReportRevision } from './report-revision.js'
import { reportSections, type ReportSection } from './report-sections.js'
import { dueOf, reportLabel, reportState } from './report-state.js'
import { reportTables, type ReportTable } from './report-tables.js'
import type { LedgerModel } from './ledger.js'
import type { LinkModel, PageHeaderModel } from './parts.js'
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
  readonly rates: readonly ReportFigure[]
  readonly counts: readonly ReportFigure[]
  readonly allFigures: LedgerModel | null
  readonly charts: readonly ReportChartModel[]
  readonly tables: readonly ReportTable[]
  /** what who writes the draft may do besides its form */
  readonly drafting: ReportDrafting | null
  readonly revision: ReportRevision | null
  /** the report as files; of a quarter nobody has begun there are none */
  readonly files: readonly LinkModel[]
  readonly sent: boolean
  readonly acknowledgements: readonly {
    readonly name: string
    readonly at: Instant
    readonly remark: string | null
  }[]
  readonly definitions: readonly FigureDefinition[]
}

/** @param version which version the address asks for; null is the newest */
export function reportModel(
  page: ReportPage,
  { actor, now, version }: { readonly actor: Actor; readonly now: Instant; readonly version: number | null },
): ReportModel {
  const { quarter, report, figures, openTasks } = page
  const links = reportLinks(quarter, version)
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
    rates: zero ? [] : rateFigures(figures, links),
    counts: zero ? [] : countFigures(figures, links),
    allFigures: zero ? null : allFigures(figures, links),
    charts: zero ? [] : reportChartModels(figures, links),
    tables: reportTables(figures, links),
    drafting: own && page.drafting ? reportDrafting(page) : null,
    revision: reportRevision(page),
    files: report?.computedAt ? fileKinds.map(kind => fileLink(kind, links.file(kind))) : [],
    sent: (report?.sentAt ?? null) !== null,
    acknowledgements: page.acknowledgements.map(({ name, at, remark }) => ({ name, at, remark })),
    definitions: figures.definitions,
  }
}

/** The report in the layout of official documents, its ledger as a workbook and as plain text. */
const fileKinds = ['docx', 'xlsx', 'csv'] as const

function fileLink(kind: (typeof fileKinds)[number], href: string): LinkModel {
  return { href, label: text(`report.file.${kind}`) }
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
        : report?.computedAt
          ? text('report.what.counted', { when: formatInstant(report.computedAt) })
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

function progressOf({ report, standing, sending }: ReportPage): readonly TimelineEntry[] {
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
  const how = [sending?.channel, sending?.number].filter(Boolean).join('，')
  const steps = [
    step('begun', report?.createdAt),
    step('frozen', report?.frozenAt),
    { ...step('sent', sent), note: how === '' ? null : how },
  ]
  const done = steps.filter(({ kind }) => kind === 'done')
  const next = steps.filter(({ kind, what }) => kind === 'next' && what !== waitsFor?.name)
  return [...done, ...(sent === null ? here : []), ...next, signed]
}
