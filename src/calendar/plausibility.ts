import type { Doubt, Plausible } from './doubt.js'
import { doubtsOfDays } from './plausible-days.js'
import { doubtsOfYears } from './plausible-years.js'

/**
 * What a careful person would ask about an arrangement before it counts: slips of the pen, days forgotten, sums that do
 * not come out. Only what it touches is looked at. Errors come first, then by day.
 */
export function doubtsOf(looked: Plausible): readonly Doubt[] {
  return [...doubtsOfYears(looked), ...doubtsOfDays(looked)].sort(
    (one, other) =>
      one.severity.localeCompare(other.severity) || (one.date ?? '').localeCompare(other.date ?? ''),
  )
}
