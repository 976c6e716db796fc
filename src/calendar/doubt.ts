import type { Arrangement, CalendarContents } from './arrangement.js'
import type { LocalDate } from './local-date.js'

/** Something about an arrangement that is unusual, or (an error) that the law does not allow. */
export interface Doubt {
  readonly severity: 'warning' | 'error'
  /** the day it is about; null when it is about a whole year */
  readonly date: LocalDate | null
  /** the whole thing in Chinese, the day included */
  readonly sentence: string
}

/** What is looked at: the calendar with the arrangement laid over it, and the day it is today. */
export interface Plausible {
  readonly after: CalendarContents
  readonly arrangement: Arrangement
  readonly today: LocalDate
}
