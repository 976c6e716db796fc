import { localDateOf } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { NotFoundProblem } from '../casework/problem.js'
import { lastEndedQuarter } from '../casework/quarter.js'
import type { Quarter } from '../casework/quarter.js'
import type { QuarterFigures } from '../casework/report/quarter-figures.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { startProcess } from './process-runner.js'
import { quarterNow } from './report-figures.js'
import { draftedAs, draftFacts } from './report-sections.js'
import { countedCases, keepCount } from './report-snapshot.js'
import { loadReport } from './report-subject.js'
import { requireRight } from './rights.js'

/** The process by which the quarter is reported. */
const reportProcess = 'quarterly-report'

/** A report counted and drafted, before the transaction that begins it. */
export interface PreparedReport {
  readonly quarter: Quarter
  readonly draft: Readonly<Record<string, string>>
  readonly figures: QuarterFigures
  readonly counted: ReturnType<typeof countedCases>
}

/** The report that is due on this day: of the quarter that ended last. Null when there is none or it is there already. */
export async function prepareReport(parts: Parts, dueAt: Instant): Promise<PreparedReport | null> {
  const quarter = lastEndedQuarter(localDateOf(dueAt))
  if (quarter === null || (await parts.store.read.reports.latest(quarter))) return null
  return prepared(parts, quarter)
}

/** Begins a quarter’s report by hand; a quarter that was sent gets a new version. Answers the report’s id. */
export async function beginReport(parts: Parts, actor: Actor, quarter: Quarter): Promise<number> {
  requireRight(actor, 'report.begin')
  const report = await prepared(parts, quarter)
  return command(parts, async (unit, now) => {
    const before = await unit.reports.latest(quarter)
    if (before?.sentAt === null) return before.id
    const who = { by: actor.accountId, byName: actor.name }
    return beginPrepared(parts, unit, { ...report, key: reportProcess, now, ...who })
  })
}

/** Begins the process of a prepared report, in the caller’s transaction. */
export async function beginPrepared(
  parts: Parts,
  unit: Unit,
  {
    quarter,
    draft,
    figures,
    counted,
    key,
    now,
    by,
    byName,
  }: PreparedReport & { key: string; now: Instant; by: number | null; byName: string | null },
): Promise<number> {
  const [row] = await unit.reports.begin([
    { quarter, instanceId: null, text: draft, drafted: draftedAs(draft), createdAt: now },
  ])
  if (!row) throw new NotFoundProblem(text('runtime.report'))
  await keepCount(unit, row.id, counted, { figures, at: now })
  const subject = await loadReport(unit, row.id)
  const { instanceId } = await startProcess(parts, unit, { key, subject, mover: { at: now, by, byName } })
  await unit.reports.edit([{ id: row.id, set: { instanceId } }])
  return row.id
}

async function prepared(parts: Parts, quarter: Quarter): Promise<PreparedReport> {
  const now = await quarterNow(parts, quarter)
  return { quarter, draft: draftFacts(now.draft), figures: now.figures, counted: countedCases(now) }
}
