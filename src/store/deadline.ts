import type { Instant } from '../clock.js'
import type { LocalDate } from '../calendar/local-date.js'
import type { Promised } from '../casework/verdict.js'
import {
  flag,
  instant,
  integer,
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
    dueOn: localDate,
    dueAt: instant,
    warnAt: nullable(instant),
    /** 暂定: counted over a year that is not announced */
    provisional: flag,
    armedAt: instant,
    /** what it covers has ended: it is nobody's limit any more */
    closedAt: nullable(instant),
    /** it passed while what it covers was open */
    firedAt: nullable(instant),
  },
}

export type StoredDeadline = RowOf<typeof deadlineTable.columns>
export type NewDeadline = Omit<NewRowOf<typeof deadlineTable.columns>, 'closedAt' | 'firedAt'>

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

/** A due instant that was changed. Append-only. */
export const deadlineMoveTable = {
  name: 'deadline_move',
  columns: {
    id: integer,
    deadlineId: integer,
    at: instant,
    by: nullable(integer),
    fromDueAt: instant,
    toDueAt: instant,
    reason: text,
  },
}

export type StoredDeadlineMove = RowOf<typeof deadlineMoveTable.columns>

/** Where a deadline comes to on a changed calendar, or with a changed anchor. */
export interface DeadlineDates {
  readonly id: number
  readonly anchorAt?: Instant | null | undefined
  readonly startOn: LocalDate
  readonly dueOn: LocalDate
  readonly dueAt: Instant
  readonly warnAt: Instant | null
  readonly provisional: boolean
}
