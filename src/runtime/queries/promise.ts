import { explain, standingOf } from '../../calendar/index.js'
import type { Explanation, Standing, WorkCalendar } from '../../calendar/index.js'
import { maskText } from '../../casework/masking.js'
import type { Instant } from '../../clock.js'
import type { CaseDeadline } from '../../store/index.js'
import { projectLimit } from '../limits.js'
import type { DeadlineEntry } from './deadline-ledger.js'

/** A deadline with where it stands and why it is that day. */
export interface ExplainedDeadline extends CaseDeadline {
  readonly standing: Standing
  readonly card: 'none' | 'yellow' | 'red'
  /** Null for a limit that is not counted in days. */
  readonly explanation: Explanation | null
  /** What happened to it, from its arming on. */
  readonly ledger: readonly DeadlineEntry[]
}

/** Adds to a stored deadline what is never stored because it can be derived. */
export function explained(
  calendar: WorkCalendar,
  stored: CaseDeadline,
  { now, ledger }: { now: Instant; ledger: readonly DeadlineEntry[] },
): ExplainedDeadline {
  const pauses = stored.pauses.map(({ document, ...pause }) => ({
    ...pause,
    document: document ? maskText(document) : null,
  }))
  const deadline = { ...stored, pauses }
  const asOf = deadline.closedAt ?? now
  const standing = standingOf(calendar, deadline, asOf)
  const warned = deadline.warnAt !== null && deadline.warnAt <= asOf
  const card =
    standing.overdue || deadline.redAt !== null
      ? 'red'
      : warned && deadline.closedAt === null
        ? 'yellow'
        : 'none'
  const countable = deadline.budget.startsWith('P') && !deadline.budget.includes('T')
  return {
    ...deadline,
    standing,
    card,
    ledger,
    explanation: countable ? explain(calendar, projectLimit(calendar, deadline)) : null,
  }
}
