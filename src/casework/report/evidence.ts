import { formatDate, type LocalDate } from '../../calendar/local-date.js'
import { text } from '../../catalogue/index.js'
import type { Quarter } from '../quarter.js'
import { isSatisfied } from '../satisfaction.js'
import type { ReportCase, ReportInput, ReportPromise, ReportRectification } from './input.js'
import { guideAnswered, guideReaders } from './knowledge.js'
import * as outcomes from './outcomes.js'
import { duePromises } from './promises.js'
import * as cases from './received.js'
import { confirmedRecurrences, rectificationsAccepted, rectificationsWatched } from './recurrences.js'

/** A case that a figure counts. One that counts twice, with two rectifications, stands there twice. */
export interface Evidence {
  readonly caseId: number
  /** what it counts for, where that is not the case itself: 期限4月21日，4月24日答复 */
  readonly why: string | null
}

/** A number of the report that counts cases. */
export type FigureKey = keyof ReturnType<typeof figureEvidence>

export type FigureEvidence = Readonly<Record<FigureKey, readonly Evidence[]>>

/**
 * The cases behind each number of the report. A number *is* the length of its list, so that who clicks on it sees
 * exactly what was counted. What each means stands in the catalogue as `figures.<key>.definition`.
 * @param asOf the day of looking: what is due today can still be kept
 */
export function figureEvidence(input: ReportInput, quarter: Quarter, asOf: LocalDate) {
  const received = cases.received(input.cases, quarter)
  const closed = cases.closed(input.cases, quarter)
  const followUps = outcomes.followUpsEnded(input.cases, quarter)
  const visits = outcomes.visited(input.cases, quarter)
  const rated = outcomes.rated(visits)
  const phone = duePromises(input.promises, 'phoneReply', quarter, asOf)
  const feedback = duePromises(input.promises, 'feedback', quarter, asOf)
  const done = outcomes.withOutcome(followUps, 'done')
  const notDone = outcomes.withOutcome(followUps, 'notDone')
  return {
    received: each(received),
    handled: each(cases.handled(received)),
    turnedConsultation: each(cases.endedAs(received, 'consultation')),
    outOfScope: each(cases.endedAs(received, 'outOfScope')),
    merged: each(cases.endedAs(received, 'merged')),
    withdrawn: each(cases.endedAs(received, 'withdrawn')),
    manyVisits: each(cases.manyVisits(received)),
    hiddenBarriers: each(cases.hiddenBarriers(received)),
    guideProblems: each(cases.guideProblems(received)),
    carriedIn: each(cases.carriedIn(input.cases, quarter)),
    carriedOut: each(cases.carriedOut(input.cases, quarter)),
    closed: each(closed),
    archived: each(cases.endedAs(closed, 'archived')),
    repliesDue: promised([...phone.onTime, ...phone.late]),
    repliedInTime: promised(phone.onTime),
    phoneReplyLate: promised(phone.late),
    phoneReplyPending: promised(phone.pending),
    unreachable: promised(phone.unreachable),
    feedbacksDue: promised([...feedback.onTime, ...feedback.late]),
    fedBackInTime: promised(feedback.onTime),
    feedbackLate: promised(feedback.late),
    feedbackPending: promised(feedback.pending),
    provisional: promised([...phone.pending, ...feedback.pending].filter(one => one.provisional)),
    done: each(done),
    notDone: each(notDone),
    outcomesDecided: each([...done, ...notDone]),
    givenUp: each(outcomes.withOutcome(followUps, 'givenUp')),
    impossible: each(outcomes.withOutcome(followUps, 'impossible')),
    asked: each(visits),
    rated: each(rated),
    satisfied: each(rated.filter(one => one.satisfaction !== null && isSatisfied(one.satisfaction))),
    guideAnswered: each(guideAnswered(received)),
    guideReaders: each(guideReaders(received)),
    rectificationsAccepted: rectified(rectificationsAccepted(input.rectifications, quarter)),
    rectificationsWatched: rectified(rectificationsWatched(input.rectifications, quarter)),
    recurrencesSuspected: each(received.filter(one => one.recurrence === 'suspected')),
    recurrencesConfirmed: each(confirmedRecurrences(input.cases, quarter)),
  } satisfies Record<string, readonly Evidence[]>
}

function each(found: readonly ReportCase[]): readonly Evidence[] {
  return found.map(({ id }) => ({ caseId: id, why: null }))
}

function promised(found: readonly ReportPromise[]): readonly Evidence[] {
  return found.map(({ caseId, dueOn, endedOn, endedBy }) => ({
    caseId,
    why: text(`figures.why.${endedBy ?? 'open'}`, { due: day(dueOn), ended: day(endedOn) }),
  }))
}

function rectified(found: readonly ReportRectification[]): readonly Evidence[] {
  return found.map(({ caseId, acceptedOn }) => ({
    caseId,
    why: text('figures.why.rectified', { accepted: day(acceptedOn) }),
  }))
}

/** 2026年4月21日: the day of the week tells nothing here. */
function day(date: LocalDate | null): string {
  return date === null ? '' : formatDate(date).replace(/（.*$/, '')
}
