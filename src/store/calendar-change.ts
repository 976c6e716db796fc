import type { Arrangement } from '../calendar/arrangement.js'
import { flag, instant, integer, json, localDate, nullable, text, type RowOf } from './rows.js'

/**
 * A change of the calendar on its way: gathered, confirmed, and then applied, or found out of date, or thrown away. Which
 * of these it is follows from the instants.
 */
export const calendarChangeTable = {
  name: 'calendar_change',
  columns: {
    id: integer,
    revision: integer,
    createdAt: instant,
    /** null for the command line */
    createdBy: nullable(integer),
    arrangement: json<Arrangement>(),
    /** why, in the words of who confirmed it */
    reason: nullable(text),
    /** the version of the calendar that it was looked at on when it was confirmed */
    baseVersion: nullable(integer),
    /** the job that applies it */
    jobId: nullable(integer),
    confirmedAt: nullable(instant),
    confirmedBy: nullable(integer),
    discardedAt: nullable(instant),
    failedAt: nullable(instant),
    /** why it was not applied, in words */
    failure: nullable(text),
    appliedAt: nullable(instant),
    /** the version it became; null where it turned out to change nothing */
    versionId: nullable(integer),
    /** how many open deadlines were counted anew */
    lookedAt: nullable(integer),
    /** how many of these came to another date, warning or certainty */
    moved: nullable(integer),
  },
}

export type StoredCalendarChange = RowOf<typeof calendarChangeTable.columns>

/** What an applied change did to one deadline. Append-only. */
export const calendarChangeMoveTable = {
  name: 'calendar_change_move',
  columns: {
    changeId: integer,
    deadlineId: integer,
    caseId: nullable(integer),
    fromDueOn: localDate,
    fromDueAt: instant,
    fromProvisional: flag,
    toDueOn: localDate,
    toDueAt: instant,
    toProvisional: flag,
  },
}

export type StoredChangeMove = RowOf<typeof calendarChangeMoveTable.columns>
