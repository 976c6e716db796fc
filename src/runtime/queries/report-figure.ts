import type { Actor } from '../../casework/actor.js'
import { NotFoundProblem } from '../../casework/problem.js'
import type { FigureKey } from '../../casework/report/evidence.js'
import type { ReportLedgerLine } from '../../casework/report/ledger-line.js'
import type { QuarterFigures } from '../../casework/report/quarter-figures.js'
import { DIMENSIONS } from '../../casework/report/split.js'
import type { Dimension } from '../../casework/report/split.js'
import { text } from '../../catalogue/index.js'
import type { Parts } from '../parts.js'
import { quarterNow } from '../report-figures.js'
import { partName, partsOf } from '../report-snapshot.js'
import { seenReport } from './report-seen.js'
import type { SeenReport } from './report-seen.js'

/** A figure as an address names it, of the whole quarter or of one part of its cases. */
export interface AskedFigure {
  readonly quarter: string
  readonly version: number | null
  readonly figure: string
  readonly by: string | null
  /** null where the part is 未填或未定 */
  readonly value: string | null
  /** the place after which the page begins */
  readonly after: number
  readonly limit: number
}

/** The cases that a figure counts: one entry for each time it counts one. */
export interface FigurePage extends SeenReport {
  readonly figure: FigureKey
  readonly part: {
    readonly dimension: Dimension
    readonly value: string | null
    readonly label: string
  } | null
  readonly count: number
  readonly rows: readonly {
    readonly position: number
    readonly line: ReportLedgerLine
    readonly why: string | null
  }[]
  readonly next: number | null
}

/** @throws NotFoundProblem as {@link seenReport}, and for a figure or a part that the report does not have */
export async function figurePage(parts: Parts, actor: Actor, asked: AskedFigure): Promise<FigurePage> {
  const seen = await seenReport(parts, actor, asked.quarter, asked.version)
  const { report } = seen
  // frozen by an earlier version, which did not keep the cases: what would be counted today is something else
  if (report !== null && report.frozenAt !== null && report.computedAt === null)
    throw new NotFoundProblem(text('runtime.figure'))
  const counted = report?.computedAt ? null : await quarterNow(parts, seen.quarter)
  // We kept them ourselves, as JSON of exactly this shape.
  const figures = counted?.figures ?? (report?.figures as QuarterFigures)
  const part = partOf(asked, figures)
  if (!Object.hasOwn(figures.counts, asked.figure) || asked.figure === 'consultations' || part === undefined)
    throw new NotFoundProblem(text('runtime.figure'))
  const figure = asked.figure as FigureKey
  const found = counted
    ? computed(counted, figure, part)
    : await kept(parts, { ...asked, figure, reportId: report?.id ?? 0, part })
  const rows = found.rows.filter(({ position }) => position > asked.after).slice(0, asked.limit)
  const last = rows.at(-1)
  const next = last && found.rows.some(({ position }) => position > last.position) ? last.position : null
  return { ...seen, figure, part, count: found.count, rows, next }
}

type Found = Pick<FigurePage, 'count' | 'rows'>

async function kept(
  { store }: Parts,
  asked: { figure: FigureKey; reportId: number; part: FigurePage['part']; after: number; limit: number },
): Promise<Found> {
  const of = { ...asked, part: asked.part ?? undefined }
  const rows = await store.views.figureCases({ ...of, limit: asked.limit + 1 })
  return {
    count: await store.views.figureCount(of),
    rows: rows.map(row => ({ ...row, line: row.line as ReportLedgerLine })),
  }
}

function computed(
  { input, evidence, figures }: Awaited<ReturnType<typeof quarterNow>>,
  figure: FigureKey,
  part: FigurePage['part'],
): Found {
  const lines = input.lines(figures.asOf)
  const cases = new Map(input.cases.map(each => [each.id, each]))
  const rows = evidence[figure].flatMap(({ caseId, why }, position) => {
    const [each, line] = [cases.get(caseId), lines.get(caseId)]
    const isIn = each && (part === null || partsOf(each)[part.dimension] === part.value)
    return isIn && line ? [{ position, line, why }] : []
  })
  return { count: rows.length, rows }
}

/** Undefined for a part that the report does not have. */
function partOf({ by, value }: AskedFigure, figures: QuarterFigures): FigurePage['part'] | undefined {
  if (by === null) return null
  const dimension = DIMENSIONS.find(one => one === by)
  const row = dimension && figures.by[dimension].find(({ key }) => partName(key) === value)
  return dimension && row && { dimension, value, label: row.label }
}
