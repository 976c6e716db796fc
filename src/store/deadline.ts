import type { Instant } from '../clock.js'
import { ledgerKinds, type LedgerEvent } from '../calendar/ledger.js'
import type { LocalDate } from '../calendar/local-date.js'
import type { Pause } from '../calendar/pause.js'
import type { Promised } from '../casework/verdict.js'
import {
  flag,
  instant,
  integer,
  json,
  localDate,
  nullable,
  oneOf,
  text,
  word,
  type NewRowOf,
  type RowOf,
} from './rows.js'

/** A day by which something must be done, with all that it was counted from. */
export const deadlineTable = {
  name: 'deadline',
  columns: {
    id: integer,
    instanceId: integer,
    caseId: nullable(integer),
    /** the one task it is for; null when it covers an activity with several runs, or a sub-process */
    taskId: nullable(integer),
    /** the timer's element */
    activityId: text,
    /** the element that the timer is attached to: a task or a sub-process; null for a timer in the flow */
    attachedTo: nullable(text),
    slot: text,
    name: text,
    /** the notice's own, the house's own, or none: a timer that is no limit for anybody */
    kind: oneOf('statutory', 'internal', 'none'),
    calendar: oneOf('workdays', 'days'),
    /** ISO 8601 duration, as the diagram has it */
    budget: text,
    /** ISO 8601 duration */
    warnBefore: nullable(text),
    /** whom its cards reach, as the diagram has it: `assignee`, `group`, roles; null is the first two */
    warn: nullable(text),
    workingDays: nullable(integer),
    /** which promise to the citizen it measures */
    promise: nullable(word<Promised>()),
    /** of the notice, 三(三) */
    paragraph: nullable(text),
    interrupting: flag,
    anchorAt: nullable(instant),
    startOn: localDate,
    /** what the count leaves out, in order */
    pauses: json<readonly Pause[]>(),
    /** 阶段性答复: the day that was given in the place of the one promised */
    extendedTo: nullable(localDate),
    /** the last day without any extension: what all figures measure by */
    promisedOn: localDate,
    promisedAt: instant,
    /** the last day, and its close of business: what fires */
    dueOn: localDate,
    dueAt: instant,
    warnAt: nullable(instant),
    /** 暂定: counted over a year that is not announced */
    provisional: flag,
    /** which state of the calendar it was counted on; 0: from before anybody kept count */
    calendarVersion: integer,
    armedAt: instant,
    /** what it covers has ended: it is nobody's limit any more */
    closedAt: nullable(instant),
    /** its yellow card was shown */
    warnedAt: nullable(instant),
    /** it passed while what it covers was open */
    firedAt: nullable(instant),
  },
}

export type StoredDeadline = RowOf<typeof deadlineTable.columns>
export type NewDeadline = Omit<NewRowOf<typeof deadlineTable.columns>, 'closedAt' | 'warnedAt' | 'firedAt'>

/** A card that was shown: yellow before the deadline, red when it passed. */
export const cardTable = {
  name: 'card',
  columns: {
    deadlineId: integer,
    level: oneOf('yellow', 'red'),
    caseId: nullable(integer),
    firedAt: instant,
  },
}

export type StoredCard = RowOf<typeof cardTable.columns>
export type NewCard = NewRowOf<typeof cardTable.columns>

/** What happened to a deadline since its clock began to run: from it the date can be computed again. Append-only. */
export const deadlineEntryTable = {
  name: 'deadline_entry',
  columns: {
    id: integer,
    deadlineId: integer,
    at: instant,
    by: nullable(integer),
    kind: oneOf(...ledgerKinds),
    /** null for the arming */
    fromDueAt: nullable(instant),
    toDueAt: instant,
    /** why, in words; the arming needs none */
    reason: nullable(text),
    /** what of the terms changed, and what was said with it */
    data: nullable(json<LedgerEvent['data'] & Readonly<Record<string, unknown>>>()),
    calendarVersion: integer,
  },
}

export type StoredDeadlineEntry = RowOf<typeof deadlineEntryTable.columns>

/** The dates of a deadline, as a count on some calendar gave them. */
export interface DeadlineDates {
  readonly startOn: LocalDate
  readonly anchorAt?: Instant | null | undefined
  readonly promisedOn: LocalDate
  readonly promisedAt: Instant
  readonly dueOn: LocalDate
  readonly dueAt: Instant
  readonly warnAt: Instant | null
  readonly provisional: boolean
  readonly calendarVersion: number
}

/** Where a deadline comes to on a changed calendar. */
export interface DeadlineMove extends DeadlineDates {
  readonly id: number
}

/** Other terms for a deadline: what people decided, with the dates that follow. */
export interface DeadlineChange extends DeadlineMove {
  readonly event: Exclude<LedgerEvent, { kind: 'armed' | 'reprojected' }>
  readonly pauses: readonly Pause[]
  readonly extendedTo: LocalDate | null
  /** why, in words */
  readonly reason: string
}
