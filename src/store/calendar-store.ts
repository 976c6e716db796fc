import type { Knex } from 'knex'
import { differenceTo, type Arrangement, type CalendarContents } from '../calendar/arrangement.js'
import type { AnnouncedYear, CalendarDay } from '../calendar/work-calendar.js'
import type { Instant } from '../clock.js'
import {
  flag,
  instant,
  integer,
  localDate,
  nullable,
  oneOf,
  rowOf,
  rowsOf,
  text,
  type RowOf,
} from './rows.js'
import { insertKeyed, insertRows } from './writes.js'

const scope = oneOf('local', 'guangxi', 'national')

/** A state of the calendar: who made it, when and why. Append-only, as all that belongs to it. */
const versionTable = {
  name: 'calendar_version',
  columns: {
    id: integer,
    at: instant,
    by: nullable(integer),
    /** null for what was there before versions were kept */
    reason: nullable(text),
  },
}

/** A day as a version arranged it; the last version that names the day has the word. */
const entryTable = {
  name: 'calendar_entry',
  columns: {
    scope,
    date: localDate,
    versionId: integer,
    kind: oneOf('rest', 'work', 'plain'),
    name: text,
    source: text,
  },
}

/** A year as a version announced it, or took its announcement back. */
const announcementTable = {
  name: 'calendar_announcement',
  columns: { scope, year: integer, versionId: integer, announced: flag },
}

/** Above every version there will be; fits into an integer of either database. */
const newest = 2_147_483_647

export type StoredCalendarVersion = RowOf<typeof versionTable.columns>

/** The calendar, for reading: as it is, or as it was at a version. */
export function readCalendar(knex: Knex) {
  const days = async (asOf = newest): Promise<CalendarDay[]> => {
    const rows = await rowsOf(
      entryTable.columns,
      knex(entryTable.name)
        .whereNot({ kind: 'plain' })
        .whereRaw(
          `version_id = (select max(later.version_id) from calendar_entry later
             where later.scope = calendar_entry.scope and later.date = calendar_entry.date
               and later.version_id <= ?)`,
          [asOf],
        )
        .orderBy(['date', 'scope']),
    )
    return rows.flatMap(({ versionId: _, kind, ...day }) => (kind === 'plain' ? [] : [{ ...day, kind }]))
  }
  const announced = async (asOf = newest): Promise<AnnouncedYear[]> => {
    const rows = await rowsOf(
      announcementTable.columns,
      knex(announcementTable.name)
        .where({ announced: 1 })
        .whereRaw(
          `version_id = (select max(later.version_id) from calendar_announcement later
             where later.scope = calendar_announcement.scope and later.year = calendar_announcement.year
               and later.version_id <= ?)`,
          [asOf],
        )
        .orderBy(['year', 'scope']),
    )
    return rows.map(({ scope: of, year }) => ({ scope: of, year }))
  }
  return {
    days,
    announced,

    /** Both, as they are or as they were. */
    contents: async (asOf?: number): Promise<CalendarContents> => ({
      days: await days(asOf),
      announced: await announced(asOf),
    }),

    /** The number of the newest version; 0 before the first. */
    async version(): Promise<number> {
      const row = await rowOf({ id: nullable(integer) }, knex(versionTable.name).max({ id: 'id' }))
      return row?.id ?? 0
    },

    /** What one version arranged. */
    async arrangementOf(versionId: number): Promise<Arrangement> {
      const entries = knex(entryTable.name).where({ version_id: versionId }).orderBy(['date', 'scope'])
      const years = knex(announcementTable.name).where({ version_id: versionId }).orderBy(['year', 'scope'])
      const { versionId: _, ...day } = entryTable.columns
      const { versionId: __, ...year } = announcementTable.columns
      return { days: await rowsOf(day, entries), years: await rowsOf(year, years) }
    },
  }
}

/** The calendar, for whoever may arrange it. */
export function calendarStore(knex: Knex) {
  const reading = readCalendar(knex)
  return {
    ...reading,

    /**
     * Lays days and years over the calendar as a new version, which holds only what differs from what is there.
     * Answers its number; null, and no version, when nothing differs.
     */
    async arrange(
      arrangement: Arrangement,
      why: { readonly at: Instant; readonly by: number | null; readonly reason: string | null },
    ): Promise<number | null> {
      const { days, years } = differenceTo(await reading.contents(), arrangement)
      if (days.length === 0 && years.length === 0) return null
      const [versionId = 0] = await insertRows(knex, versionTable, [why])
      await insertKeyed(
        knex,
        entryTable,
        days.map(day => ({ ...day, versionId })),
      )
      await insertKeyed(
        knex,
        announcementTable,
        years.map(year => ({ ...year, versionId })),
      )
      return versionId
    },
  }
}
