import type { LocalDate } from '../calendar/local-date.js'
import type { Instant } from '../clock.js'
import type { CauseCode } from './cause.js'
import type { AppliedChannel, Channel } from './channel.js'
import type { FailedStage } from './failed-stage.js'
import type { GuideMatch, GuideRead } from './guide.js'
import type { Outcome } from './outcome.js'
import type { Recurrence } from './recurrence.js'
import type { ReporterKind } from './reporter-kind.js'
import type { Satisfaction } from './satisfaction.js'
import type { Verdict } from './verdict.js'

/*
 * Words of the office, as the code uses them
 *
 * case          the citizen's matter that could not be done (“办不成事”事项), from its registration to the archive
 * item          what the citizen wanted done, by its name in the list of services (事项名称)
 * report        what the citizen says, the intake; also the quarter's report, always called the quarterly report
 * fact          one answer about the case that the diagram's branches may ask; the data dictionary is facts.ts
 * cause         why it was not done, one code of cause.ts, found by the office, confirmed by the department
 * confirmation  what a department says to the cause it was shown; silence counts as deemed
 * verdict       whose responsibility it is: A citizen, B department, C objective, mixed, not permitted by law
 * promise       what the verdict gives the citizen: a phone reply in 3 working days, the result in 10
 * reply         the phone call (or, after three tries, the letter) that explains; feedback the result of the ten days
 * rectification what a department changed in item, list or process, with before, after and how it stays so
 * outcome       what became of the citizen's matter after the reply: replied is not solved
 * recurrence    the same item, department and cause again within 12 months of an accepted rectification
 * relation      how an account stands to a case: its place, its department, its registrar, the one complained about
 * …At           an instant in UTC; …On a day of the office; …WorkingDays a whole number
 */

/** Answers about a case by their key in the data dictionary (facts.ts). */
export type Facts = Readonly<Record<string, unknown>>

/** What intake writes: the citizen's or clerk's words, never changed by the process. */
export interface CaseIntake {
  readonly channel: Channel
  readonly appliedChannel: AppliedChannel | null
  readonly placeId: number
  readonly windowId: number | null
  readonly itemName: string
  readonly itemKey: string
  /** Null is 不清楚: the office finds out. */
  readonly departmentId: number | null
  readonly reporterKind: ReporterKind
  readonly reporterName: string
  readonly agentName: string | null
  readonly contact: string
  readonly contactTail: string
  readonly failedStage: FailedStage | null
  readonly visits: number | null
  readonly description: string
  readonly guideRead: GuideRead | null
  readonly guideMatch: GuideMatch | null
  /** R22: the complaint is about the office or one of its people. */
  readonly aboutOffice: boolean
}

/** Facts copied out of `facts` so that lists and figures can ask them; see `projectFacts`. */
export interface CaseProjection {
  readonly verdict: Verdict | null
  readonly cause: CauseCode | null
  readonly causeConfirmedAt: Instant | null
  readonly handedOverAt: Instant | null
  readonly repliedAt: Instant | null
  readonly feedbackAt: Instant | null
  readonly outcome: Outcome | null
  readonly satisfaction: Satisfaction | null
  readonly hiddenBarrier: boolean
  readonly contactFailed: boolean
  readonly recurrence: Recurrence
}

/** A case as it is stored: the row is the truth about facts, the process holds only where it stands. */
export interface Case extends CaseIntake, CaseProjection {
  readonly id: number
  /** `2026-00017-7`, see case-number.ts. */
  readonly number: string
  /** Made by the form that sent the report: sent twice, it is one case. */
  readonly submissionId: string
  readonly revision: number
  readonly registeredAt: Instant
  readonly registeredOn: LocalDate
  /** The clerk who registered it; null when the citizen did. */
  readonly registrarId: number | null
  /** R22: the account that is complained about. */
  readonly subjectAccountId: number | null
  readonly facts: Facts
  readonly recurrenceOf: number | null
  readonly rectifiedAt: Instant | null
  readonly closedAt: Instant | null
  /** The end event of the diagram that closed it. */
  readonly endEvent: string | null
}
