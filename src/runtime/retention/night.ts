import { DateTime } from 'luxon'
import { addDays, localDateOf, officeZone } from '../../calendar/index.js'
import type { Instant } from '../../clock.js'

/** The hour in the office at which nobody waits for anything. */
export const nightHour = 2

/** The night that comes next, or is: today’s, unless it was done already. @param doneOn the day on which it was last done; one that is still to come was a clock's that ran ahead */
export function nightOf(doneOn: string | null, now: Instant): { readonly at: Instant } {
  const today = localDateOf(now)
  const day = doneOn === today ? addDays(today, 1) : today
  const at = DateTime.fromISO(day, { zone: officeZone }).set({ hour: nightHour })
  return { at: at.toUTC().toISO() ?? now }
}

/** So many days without a night's work are a holiday, or a machine under repair. */
const longestPause = 31

/**
 * Whether so much has passed since the night's work was last done that the clock itself is in doubt. What is erased does not
 * come back: a machine that wakes up in the wrong year must not empty the house before anybody has looked at it.
 */
export function isDoubtful(doneOn: string | null, now: Instant): boolean {
  return doneOn !== null && addDays(doneOn, longestPause) < localDateOf(now)
}
