import { localDateOf } from '../../calendar/index.js'
import type { LocalDate, Pause } from '../../calendar/index.js'
import type { Instant } from '../../clock.js'
import { openLimits } from '../case-limits.js'
import type { Parts } from '../parts.js'

/** What may be done now to the time of a case, as its diagram has it; who may do it is another question. */
export interface TimeChanges {
  /** limits whose clock could be stopped, and the pause that stands on each */
  readonly pausable: readonly TimedLimit[]
  /** limits that another day may be given to */
  readonly extendable: readonly TimedLimit[]
}

/** A running limit as the pages of its changes show it. */
export interface TimedLimit {
  readonly name: string
  readonly promisedOn: LocalDate
  readonly dueOn: LocalDate
  readonly dueAt: Instant
  readonly grounds: readonly string[]
  /** null while the clock runs */
  readonly pause: Pause | null
}

/** Asks the diagram of a case that goes on. */
export async function timeChangesOf(
  { store, definitions }: Pick<Parts, 'store' | 'definitions'>,
  caseId: number,
  now: Instant,
): Promise<TimeChanges> {
  const today = localDateOf(now)
  const limits = (await openLimits({ definitions }, store.read, caseId, now)).map(({ row, timer }) => ({
    name: row.name,
    promisedOn: row.promisedOn,
    dueOn: row.dueOn,
    dueAt: row.dueAt,
    grounds: timer.mayPause ?? [],
    pause: row.pauses.findLast(({ from, until }) => from < until && today <= until) ?? null,
    mayExtend: timer.mayExtend === 'interimReply',
  }))
  return {
    pausable: limits.filter(
      ({ grounds, pause, promisedOn }) => grounds.length > 0 && (pause !== null || today < promisedOn),
    ),
    extendable: limits.filter(({ mayExtend, dueOn }) => mayExtend && today < dueOn),
  }
}
