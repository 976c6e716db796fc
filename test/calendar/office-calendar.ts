import { readFileSync } from 'node:fs'
import { buildCalendar, parseCalendarFile, type Scope, type WorkCalendar } from '../../src/calendar/index.js'

/** The calendar that the program ships with, of these scopes or of all. */
export function officeCalendar(scopes?: readonly Scope[]): WorkCalendar {
  return buildCalendar({ ...shipped, ...(scopes && { scopes }) })
}

/** The rows that the program ships with. */
export const shipped = parseCalendarFile(
  readFileSync(new URL('../../src/cli/seed/calendar.json', import.meta.url), 'utf8'),
)
