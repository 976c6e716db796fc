import { DateTime } from 'luxon'
import { type LocalDate, localDateOf } from '../calendar/local-date.js'
import type { Instant } from '../clock.js'
import { type Choice } from './choice.js'
import { OFFICE_SETTINGS } from './office-setting.js'

/** Whether the same problem came back (方案二 “确保类似的问题不再重复出现”, R9). A person confirms or dismisses it. */
export const RECURRENCES = [
  { value: 'no', label: '否' },
  { value: 'suspected', label: '疑似复发' },
  { value: 'confirmed', label: '确认复发' },
  { value: 'dismissed', label: '排除复发' },
] as const satisfies readonly Choice[]

export type Recurrence = (typeof RECURRENCES)[number]['value']

/** How long a rectification is expected to hold, in months; an office may set another span. */
const monthsWatched = OFFICE_SETTINGS.recurrenceMonths.usual

/**
 * The name of an item with what people write differently taken out: full and half width, spaces, brackets and other
 * punctuation, upper and lower case. 食品经营许可（新办） and 食品经营许可 【新办】 are one item.
 */
export function itemKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase()
  const bare = plain.replace(/[\p{P}\p{Z}\p{C}\s]/gu, '')
  return bare === '' ? plain.trim() : bare
}

/** What makes two problems the same. The department and the cause may not be known yet. */
export interface ProblemKey {
  readonly itemKey: string
  readonly departmentId: number | null
  readonly cause: string | null
}

/** A rectification the office has accepted. */
export interface ClosedRectification extends ProblemKey {
  readonly id: number
  readonly caseId: number
  readonly acceptedAt: Instant
}

/** The case that may be a recurrence. */
export interface RecurrenceCandidate extends ProblemKey {
  /** Null before the case is stored. */
  readonly caseId: number | null
  readonly registeredAt: Instant
}

/**
 * The latest accepted rectification of the same item, department and cause that the case follows within the months
 * that are watched, or null. What is not known yet agrees with everything: at intake that is the cause, and 不清楚 the department.
 */
export function findRecurrence(
  candidate: RecurrenceCandidate,
  rectifications: readonly ClosedRectification[],
  months: number = monthsWatched,
): ClosedRectification | null {
  return rectifications
    .filter(each => each.caseId !== candidate.caseId && sameProblem(candidate, each))
    .filter(each => isWatched(each.acceptedAt, candidate.registeredAt, months))
    .reduce<ClosedRectification | null>(
      (latest, each) => (latest === null || each.acceptedAt > latest.acceptedAt ? each : latest),
      null,
    )
}

/** Same item, and neither department nor cause known to differ. */
function sameProblem(one: ProblemKey, other: ProblemKey): boolean {
  const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b
  return (
    one.itemKey === other.itemKey &&
    agree(one.departmentId, other.departmentId) &&
    agree(one.cause, other.cause)
  )
}

/** The last day on which a new case still counts as a recurrence: a year on, the 29th of February to the 28th. */
export function watchedUntil(acceptedAt: Instant, months: number = monthsWatched): LocalDate {
  const accepted = DateTime.fromISO(localDateOf(acceptedAt), { zone: 'utc' })
  return accepted.plus({ months }).toFormat('yyyy-MM-dd')
}

function isWatched(acceptedAt: Instant, registeredAt: Instant, months: number): boolean {
  return registeredAt > acceptedAt && localDateOf(registeredAt) <= watchedUntil(acceptedAt, months)
}
