import { buildCalendar } from '../calendar/index.js'
import type { WorkCalendar } from '../calendar/index.js'
import type { Store, Unit } from '../store/index.js'

type Reader = Pick<Unit, 'calendar'> | Pick<Store['read'], 'calendar'>

/** The calendar in force, built once for each of its versions. */
export interface Calendars {
  /**
   * The calendar as this reader sees it. Whoever has changed it in a transaction builds its own from that transaction:
   * a version that is rolled back must not be remembered.
   */
  current(reader: Reader): Promise<WorkCalendar>
}

/** Asks for the number of the newest version each time, so that a change by another process is seen too. */
export function createCalendars(): Calendars {
  let built: WorkCalendar | undefined
  return {
    async current(reader) {
      const version = await reader.calendar.version()
      if (built?.version === version) return built
      const calendar = await calendarAt(reader, version)
      // a reader that was slow must not put an older one in the place of a newer
      if (!built || built.version < version) built = calendar
      return calendar
    },
  }
}

/** The calendar as it was, or as it has just become, at this version. */
export async function calendarAt({ calendar }: Reader, version: number): Promise<WorkCalendar> {
  return buildCalendar({ version, ...(await calendar.contents(version)) })
}
