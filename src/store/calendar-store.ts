import type { Knex } from 'knex'
import type { AnnouncedYear, CalendarDay, Scope } from '../calendar/work-calendar.js'
import { integer, localDate, oneOf, rowsOf, text } from './rows.js'
import { insertKeyed, putRows } from './writes.js'

const scope = oneOf('local', 'guangxi', 'national')

/** Days that somebody arranged to be off or worked. */
const calendarDayTable = {
  name: 'calendar_day',
  columns: { scope, date: localDate, kind: oneOf('rest', 'work'), name: text, source: text },
}

/** Years whose arrangement has been published. */
const calendarYearTable = { name: 'calendar_year', columns: { scope, year: integer } }

/** The calendar, for reading. */
export function readCalendar(knex: Knex) {
  return {
    days: (): Promise<CalendarDay[]> =>
      rowsOf(calendarDayTable.columns, knex(calendarDayTable.name).orderBy(['date', 'scope'])),

    announced: (): Promise<AnnouncedYear[]> =>
      rowsOf(calendarYearTable.columns, knex(calendarYearTable.name).orderBy(['year', 'scope'])),
  }
}

/** The calendar, for the administrator. */
export function calendarStore(knex: Knex) {
  return {
    ...readCalendar(knex),

    /** Arranges days; one that the scope has arranged already is arranged anew. */
    put: (days: readonly CalendarDay[]): Promise<void> =>
      putRows(knex, calendarDayTable, days, ['scope', 'date']),

    /** Announces years. */
    announce: (years: readonly AnnouncedYear[]): Promise<void> =>
      putRows(knex, calendarYearTable, years, ['scope', 'year']),

    /** Puts a scope's arrangement of a year in the place of what it was, and announces the year. */
    async replaceYear(
      { scope: of, year }: { scope: Scope; year: number },
      days: readonly CalendarDay[],
    ): Promise<void> {
      await knex(calendarDayTable.name)
        .where({ scope: of })
        .whereBetween('date', [`${year}-01-01`, `${year}-12-31`])
        .delete()
      await insertKeyed(knex, calendarDayTable, days)
      await putRows(knex, calendarYearTable, [{ scope: of, year }], ['scope', 'year'])
    },
  }
}
