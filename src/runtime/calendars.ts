import { buildCalendar } from '../calendar/index.js'
import type { WorkCalendar } from '../calendar/index.js'
import type { Store, Unit } from '../store/index.js'

/** The calendar in force, built once and rebuilt when its rows change. */
export interface Calendars {
  current(reader: Pick<Unit, 'calendar'> | Pick<Store['read'], 'calendar'>): Promise<WorkCalendar>
  /** Its rows have changed: the next reader builds it anew. */
  forget(): void
}

export function createCalendars(): Calendars {
  let built: WorkCalendar | undefined
  let changes = 0
  return {
    async current(reader) {
      if (built) return built
      const asOf = changes
      const calendar = buildCalendar({
        days: await reader.calendar.days(),
        announced: await reader.calendar.announced(),
      })
      // rows that were read before a change must not outlive it
      if (asOf === changes) built = calendar
      return calendar
    },
    forget() {
      changes++
      built = undefined
    },
  }
}
