import { type Quarter, quarterRange } from '../quarter.js'
import type { ReportCase, ReportInput, ReportRectification } from './input.js'
import { inQuarter, rectificationsSince } from './period.js'
import { type Rate, rateOf } from './rate.js'
import { received } from './received.js'

/** Confirmed recurrences among the cases received in the quarter. */
function confirmedRecurrences(cases: readonly ReportCase[], quarter: Quarter): readonly ReportCase[] {
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
function rectificationsWatched(
  rectifications: readonly ReportRectification[],
  quarter: Quarter,
): readonly ReportRectification[] {
  const [from, to] = [rectificationsSince(quarter), quarterRange(quarter).to]
  return rectifications.filter(
    ({ acceptedOn }) => acceptedOn !== null && from <= acceptedOn && acceptedOn <= to,
  )
}

/** 复发率 = confirmed recurrences of the quarter ÷ rectifications closed in the 12 months before its end. */
export function recurrenceRate(input: Pick<ReportInput, 'cases' | 'rectifications'>, quarter: Quarter): Rate {
  return rateOf(
    confirmedRecurrences(input.cases, quarter).length,
    rectificationsWatched(input.rectifications, quarter).length,
  )
}
