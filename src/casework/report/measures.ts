import type { LocalDate } from '../../calendar/local-date.js'
import type { Quarter } from '../quarter.js'
import type { ReportCase, ReportPromise } from './input.js'
import { followUpsEnded, satisfactionRate, solvedRate, visited } from './outcomes.js'
import { duePromises, onTimeRate } from './promises.js'
import type { Rate } from './rate.js'
import { received } from './received.js'

/** The measures that are also given for a part of the cases: a place, a channel, a department, … */
export interface Measures {
  readonly received: number
  readonly phoneReplyOnTime: Rate
  readonly feedbackOnTime: Rate
  readonly unreachable: number
  readonly solved: Rate
  readonly satisfaction: Rate
}

/** Over parts that have no case in common, each number adds up to that of the whole. */
export function measuresOf(
  part: { readonly cases: readonly ReportCase[]; readonly promises: readonly ReportPromise[] },
  quarter: Quarter,
  asOf: LocalDate,
): Measures {
  const phone = duePromises(part.promises, 'phoneReply', quarter, asOf)
  return {
    received: received(part.cases, quarter).length,
    phoneReplyOnTime: onTimeRate(phone),
    feedbackOnTime: onTimeRate(duePromises(part.promises, 'feedback', quarter, asOf)),
    unreachable: phone.unreachable.length,
    solved: solvedRate(followUpsEnded(part.cases, quarter)),
    satisfaction: satisfactionRate(visited(part.cases, quarter)),
  }
}
