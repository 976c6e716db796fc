import type { LocalDate } from '../../calendar/local-date.js'
import type { Instant } from '../../clock.js'
import type { Case } from '../case.js'
import type { Ending } from '../ending.js'
import type { Promised } from '../verdict.js'

/** What the figures ask of a case: its row, the names of its place and department, and its days in the office. */
export interface ReportCase extends Pick<
  Case,
  | 'id'
  | 'number'
  | 'registeredOn'
  | 'channel'
  | 'reporterKind'
  | 'placeId'
  | 'departmentId'
  | 'itemName'
  | 'itemKey'
  | 'failedStage'
  | 'visits'
  | 'description'
  | 'guideRead'
  | 'verdict'
  | 'cause'
  | 'hiddenBarrier'
  | 'recurrence'
  | 'outcome'
  | 'satisfaction'
> {
  readonly placeName: string
  readonly departmentName: string | null
  /** since when the citizen wants it used for nothing else: it is counted, and not told */
  readonly restrictedAt?: Instant | null
  readonly ending: Ending | null
  readonly closedOn: LocalDate | null
  /** When the outcome was noted; null without an outcome. */
  readonly followedUpOn: LocalDate | null
  /** When the citizen was asked how satisfied they are; null when they were not. */
  readonly visitedOn: LocalDate | null
  readonly visitsAfter: number | null
  readonly materialsBefore: number | null
  readonly materialsAfter: number | null
}

/** A promise made to a citizen: the deadline of a reply or a feedback. A review makes a new one. */
export interface ReportPromise {
  readonly id: number
  readonly caseId: number
  readonly promise: Promised
  /** The day that was promised; an interim reply gives another day, it does not change what is measured. */
  readonly dueOn: LocalDate
  readonly provisional: boolean
  /** The day on which what it covers ended; null while it is open. */
  readonly endedOn: LocalDate | null
  /** answer: by phone or with the result; written: by letter after three calls in vain; cutShort: its case was withdrawn or merged. */
  readonly endedBy: 'answer' | 'written' | 'cutShort' | null
}

export interface ReportRectification {
  readonly id: number
  readonly caseId: number
  readonly beforeText: string | null
  readonly afterText: string | null
  readonly prevention: string
  readonly acceptedOn: LocalDate | null
}

/**
 * All that the figures of a quarter are computed from. More than concerns the quarter does no harm; needed are the
 * cases registered in it, open in it, closed in it or with a promise due in it, all their promises, and the
 * rectifications accepted since `rectificationsSince(quarter)`.
 */
export interface ReportInput {
  readonly cases: readonly ReportCase[]
  readonly promises: readonly ReportPromise[]
  readonly rectifications: readonly ReportRectification[]
  /** Plain questions logged in the quarter. */
  readonly consultations: number
}
