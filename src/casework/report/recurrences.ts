import { type Quarter, quarterRange } from '../quarter.js'
import type { ReportCase, ReportRectification } from './input.js'
import { inQuarter, rectificationsSince } from './period.js'
import { received } from './received.js'

/** Confirmed recurrences among the cases received in the quarter. */
export function confirmedRecurrences(cases: readonly ReportCase[], quarter: Quarter): readonly ReportCase[] {
  return received(cases, quarter).filter(each => each.recurrence === 'confirmed')
}

/** Rectifications accepted in the quarter. */
export function rectificationsAccepted(
  rectifications: readonly ReportRectification[],
  quarter: Quarter,
): readonly ReportRectification[] {
  const isIn = inQuarter(quarter)
  return rectifications.filter(each => isIn(each.acceptedOn))
}

/** Rectifications accepted in the 12 months up to the quarter's end: what could come back. */
export function rectificationsWatched(
  rectifications: readonly ReportRectification[],
  quarter: Quarter,
): readonly ReportRectification[] {
  const [from, to] = [rectificationsSince(quarter), quarterRange(quarter).to]
  return rectifications.filter(
    ({ acceptedOn }) => acceptedOn !== null && from <= acceptedOn && acceptedOn <= to,
  )
}
