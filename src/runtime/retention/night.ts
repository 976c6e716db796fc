import { DateTime } from 'luxon'
import { addDays, localDateOf, officeZone } from '../../calendar/index.js'
import type { Instant } from '../../clock.js'

/** The hour in the office at which nobody waits for anything. */
export const nightHour = 2

/** The night that comes next, or is: today’s, unless it was done already. @param doneOn the day on which it was last done */
export function nightOf(doneOn: string | null, now: Instant): { readonly at: Instant } {
  const today = localDateOf(now)
  const day = doneOn !== null && doneOn >= today ? addDays(doneOn, 1) : today
  const at = DateTime.fromISO(day, { zone: officeZone }).set({ hour: nightHour })
  return { at: at.toUTC().toISO() ?? now }
}
