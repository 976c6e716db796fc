import { localDateOf } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { NotFoundProblem } from '../casework/problem.js'
import { lastEndedQuarter } from '../casework/quarter.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { startProcess } from './process-runner.js'
import { loadReport } from './report-subject.js'

/** The process by which the quarter is reported. */
export const reportProcess = 'quarterly-report'

/** Begins the report of the quarter that has ended before `dueAt`; one that is there already stays as it is. */
export async function startQuarterReport(
  parts: Parts,
  unit: Unit,
  {
    key,
    dueAt,
    now,
    by,
    byName,
  }: { key: string; dueAt: Instant; now: Instant; by: number | null; byName: string | null },
): Promise<void> {
  const quarter = lastEndedQuarter(localDateOf(dueAt))
  if (quarter === null || (await unit.reports.latest(quarter))) return
  await begin(parts, unit, { key, quarter, now, by, byName })
}

/** Begins a quarter’s report by hand; a quarter that was reported gets a new version. */
export function beginReport(parts: Parts, actor: Actor, quarter: string): Promise<number> {
  return command(parts, async (unit, now) => {
    const before = await unit.reports.latest(quarter)
    if (before && before.sentAt === null) return before.id
    return begin(parts, unit, { key: reportProcess, quarter, now, by: actor.accountId, byName: actor.name })
  })
}

async function begin(
  parts: Parts,
  unit: Unit,
  {
    key,
    quarter,
    now,
    by,
    byName,
  }: { key: string; quarter: string; now: Instant; by: number | null; byName: string | null },
): Promise<number> {
  const [row] = await unit.reports.begin([
    { quarter, instanceId: null, figures: null, text: {}, createdAt: now },
  ])
  if (!row) throw new NotFoundProblem(text('runtime.report'))
  const subject = await loadReport(unit, row.id)
  const { instanceId } = await startProcess(parts, unit, { key, subject, mover: { at: now, by, byName } })
  await unit.reports.edit([{ id: row.id, set: { instanceId } }])
  return row.id
}
