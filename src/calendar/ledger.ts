import type { Instant } from '../clock.js'
import type { BudgetCalendar } from './budget.js'
import { LedgerUnreadableError } from './errors.js'
import type { LocalDate } from './local-date.js'
import type { Pause } from './pause.js'
import type { WrittenTerms } from './written-terms.js'

/** What happened to a deadline, and what of its terms that changed. */
export type LedgerEvent =
  | {
      /** the clock began to run */
      readonly kind: 'armed'
      readonly data: {
        readonly startOn: LocalDate
        readonly anchorAt: Instant | null
        readonly calendar: BudgetCalendar
        readonly budget: string
        readonly warnBefore: string | null
      }
    }
  /** the calendar changed, the terms did not */
  | { readonly kind: 'reprojected'; readonly data: { readonly promisedAt?: Instant } | null }
  /** one more stretch of days is left out */
  | { readonly kind: 'paused'; readonly data: Pause }
  /** the pause that began on `from` ends earlier, or later, than was said */
  | { readonly kind: 'resumed' | 'prolonged'; readonly data: Pick<Pause, 'from' | 'until' | 'document'> }
  /** 阶段性答复: another day was given in the place of the one promised, and what the citizen was told */
  | {
      readonly kind: 'extended'
      readonly data: {
        readonly extendedTo: LocalDate
        readonly told?: string | undefined
        readonly channel?: string | undefined
      }
    }

/** The kinds of {@link LedgerEvent}. */
export const ledgerKinds = ['armed', 'reprojected', 'paused', 'resumed', 'prolonged', 'extended'] as const

/**
 * The terms that a deadline has after all this: with them and the calendar of the last entry's version a third person
 * comes to its date. Folding the first entries only gives the terms as they were then.
 * @param events in the order in which they happened
 * @throws LedgerUnreadableError when it does not begin with `armed`, or speaks of a pause that there is not
 */
export function foldLedger(events: readonly LedgerEvent[]): WrittenTerms {
  const [armed, ...rest] = events
  if (armed?.kind !== 'armed') throw new LedgerUnreadableError('armed')
  return rest.reduce(afterEvent, { ...armed.data, pauses: [], extendedTo: null })
}

/** The terms after one more event: for who makes it, as for who folds the ledger. @throws LedgerUnreadableError */
export function afterEvent(terms: WrittenTerms, event: LedgerEvent): WrittenTerms {
  const pauses = terms.pauses ?? []
  switch (event.kind) {
    case 'reprojected':
      return terms
    case 'paused':
      return { ...terms, pauses: [...pauses, event.data] }
    case 'resumed':
    case 'prolonged':
      return { ...terms, pauses: endedOn(pauses, event.data) }
    case 'extended':
      return { ...terms, extendedTo: event.data.extendedTo }
    case 'armed':
      throw new LedgerUnreadableError('armed')
  }
}

/** These pauses, the one that began on `from` last ending on another day. @throws LedgerUnreadableError */
function endedOn(pauses: readonly Pause[], { from, until }: Pick<Pause, 'from' | 'until'>): Pause[] {
  // a pause taken back on its first day leaves an empty stretch; the one that counts is the last of that day
  const index = pauses.findLastIndex(pause => pause.from === from)
  if (index < 0) throw new LedgerUnreadableError(from)
  return pauses.map((pause, at) => (at === index ? { ...pause, until } : pause))
}
