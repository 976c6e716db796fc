import type { Actor } from '../../casework/actor.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { parseQuarter, quarterOf } from '../../casework/quarter.js'
import type { Quarter } from '../../casework/quarter.js'
import { localDateOf } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { StoredReport } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** A quarter as an address names it, and the report of it that a person may see. */
export interface SeenReport {
  readonly quarter: Quarter
  /** Whether the quarter is still running. */
  readonly running: boolean
  /** Null while nobody has begun it. */
  readonly report: StoredReport | null
  /** All versions that this person may see, the newest first. */
  readonly versions: readonly StoredReport[]
}

/**
 * @param version which one; left out, the newest
 * @throws NotFoundProblem for what is no quarter, has not begun or has no such version, and for a leader until it is frozen
 */
export async function seenReport(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  typed: string,
  version?: number | null,
): Promise<SeenReport> {
  const quarter = parseQuarter(typed)
  const current = quarterOf(localDateOf(clock.now()))
  const versions = visible(await store.read.reports.all(), actor).filter(one => one.quarter === quarter)
  const report =
    version == null ? (versions[0] ?? null) : (versions.find(one => one.version === version) ?? null)
  const missing = report === null && (actor.role === 'leader' || version != null)
  if (quarter === null || quarter > current || missing) throw new NotFoundProblem(text('runtime.report'))
  return { quarter, running: quarter === current, report, versions }
}

/** A leader reads what is frozen: of a quarter that is being revised, the version before. */
export function visible(reports: readonly StoredReport[], { role }: Actor): readonly StoredReport[] {
  return role === 'leader' ? reports.filter(({ frozenAt }) => frozenAt !== null) : reports
}
