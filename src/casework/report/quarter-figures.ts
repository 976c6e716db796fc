import { addDays, type LocalDate } from '../../calendar/local-date.js'
import { type Quarter, quarterRange } from '../quarter.js'
import { type BreakdownRow, breakdown, type Dimension } from './breakdown.js'
import { type FigureDefinition, figureDefinitions } from './definitions.js'
import type { ReportInput } from './input.js'
import { awarenessRate } from './knowledge.js'
import {
  type Effort,
  followUpsEnded,
  materialsEffort,
  rated,
  satisfactionRate,
  solvedRate,
  visited,
  visitsEffort,
  withOutcome,
} from './outcomes.js'
import { duePromises, onTimeRate } from './promises.js'
import type { Rate } from './rate.js'
import * as cases from './received.js'
import { recurrenceRate, rectificationsAccepted } from './recurrences.js'

/** Whole numbers of the report. */
export type CountKey = keyof ReturnType<typeof countsOf>
/** Shares of the report, each with both its numbers. */
export type RateKey = keyof ReturnType<typeof ratesOf>

/** Everything a quarterly report says in numbers; plain JSON, so that it can be frozen as it is. */
export interface QuarterFigures {
  readonly quarter: Quarter
  readonly from: LocalDate
  readonly to: LocalDate
  /** The day of looking. */
  readonly asOf: LocalDate
  readonly counts: Readonly<Record<CountKey, number>>
  readonly rates: Readonly<Record<RateKey, Rate>>
  readonly visits: Effort
  readonly materials: Effort
  readonly by: Readonly<Record<Dimension, readonly BreakdownRow[]>>
  /** What each figure means, for the last page, so that nobody computes it differently. */
  readonly definitions: readonly FigureDefinition[]
}

/**
 * The figures of a quarter as product.md defines them.
 * @param asOf the day of looking; left out, the day after the quarter's end, when all that was due is due
 */
export function quarterFigures(
  input: ReportInput,
  quarter: Quarter,
  asOf: LocalDate = addDays(quarterRange(quarter).to, 1),
): QuarterFigures {
  const followUps = followUpsEnded(input.cases, quarter)
  const by = (dimension: Dimension) => breakdown(input, dimension, quarter, asOf)
  return {
    quarter,
    ...quarterRange(quarter),
    asOf,
    counts: countsOf(input, quarter, asOf),
    rates: ratesOf(input, quarter, asOf),
    visits: visitsEffort(followUps),
    materials: materialsEffort(followUps),
    by: {
      place: by('place'),
      channel: by('channel'),
      reporterKind: by('reporterKind'),
      department: by('department'),
      failedStage: by('failedStage'),
      verdict: by('verdict'),
      cause: by('cause'),
      item: by('item'),
    },
    definitions: figureDefinitions(),
  }
}

function countsOf(input: ReportInput, quarter: Quarter, asOf: LocalDate) {
  const received = cases.received(input.cases, quarter)
  const closed = cases.closed(input.cases, quarter)
  const followUps = followUpsEnded(input.cases, quarter)
  const visits = visited(input.cases, quarter)
  const phone = duePromises(input.promises, 'phoneReply', quarter, asOf)
  const feedback = duePromises(input.promises, 'feedback', quarter, asOf)
  return {
    received: received.length,
    handled: cases.handled(received).length,
    turnedConsultation: cases.endedAs(received, 'consultation').length,
    outOfScope: cases.endedAs(received, 'outOfScope').length,
    merged: cases.endedAs(received, 'merged').length,
    withdrawn: cases.endedAs(received, 'withdrawn').length,
    consultations: input.consultations,
    manyVisits: cases.manyVisits(received).length,
    hiddenBarriers: cases.hiddenBarriers(received).length,
    guideProblems: cases.guideProblems(received).length,
    carriedIn: cases.carriedIn(input.cases, quarter).length,
    carriedOut: cases.carriedOut(input.cases, quarter).length,
    closed: closed.length,
    archived: cases.endedAs(closed, 'archived').length,
    phoneReplyLate: phone.late.length,
    phoneReplyPending: phone.pending.length,
    unreachable: phone.unreachable.length,
    feedbackLate: feedback.late.length,
    feedbackPending: feedback.pending.length,
    provisional: [...phone.pending, ...feedback.pending].filter(each => each.provisional).length,
    done: withOutcome(followUps, 'done').length,
    notDone: withOutcome(followUps, 'notDone').length,
    givenUp: withOutcome(followUps, 'givenUp').length,
    impossible: withOutcome(followUps, 'impossible').length,
    asked: visits.length,
    rated: rated(visits).length,
    rectificationsAccepted: rectificationsAccepted(input.rectifications, quarter).length,
    recurrencesSuspected: received.filter(each => each.recurrence === 'suspected').length,
  }
}

function ratesOf(input: ReportInput, quarter: Quarter, asOf: LocalDate) {
  return {
    phoneReplyOnTime: onTimeRate(duePromises(input.promises, 'phoneReply', quarter, asOf)),
    feedbackOnTime: onTimeRate(duePromises(input.promises, 'feedback', quarter, asOf)),
    solved: solvedRate(followUpsEnded(input.cases, quarter)),
    recurrence: recurrenceRate(input, quarter),
    satisfaction: satisfactionRate(visited(input.cases, quarter)),
    awareness: awarenessRate(cases.received(input.cases, quarter)),
  }
}
