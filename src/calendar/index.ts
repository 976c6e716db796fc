/** The door of the calendar: dates in, dates and reasons out. */
export {
  asArrangement,
  differenceTo,
  firstDayOf,
  inverseOf,
  laidOver,
  oneAfterAnother,
  wholeYears,
  type Arrangement,
  type CalendarContents,
  type DayArrangement,
  type YearAnnouncement,
} from './arrangement.js'
export { formatBudget, parseBudget, type Budget, type BudgetCalendar } from './budget.js'
export { decodeCalendarFile, readCalendarText } from './calendar-text.js'
export { parseCalendarFile, type CalendarFile } from './calendar-file.js'
export { type Start } from './count.js'
export { project, type Deadline, type DeadlineTerms } from './deadline.js'
export { CalendarError, CalendarFileInvalidError, type CalendarFileFault } from './errors.js'
export type { Doubt, Plausible } from './doubt.js'
export {
  explain,
  explanationLines,
  groundLabel,
  type DayReason,
  type ExplainedDay,
  type Explanation,
} from './explanation.js'
export { afterEvent, foldLedger, type LedgerEvent } from './ledger.js'
export {
  addDays,
  closeOfBusiness,
  formatDate,
  formatInstant,
  instantAt,
  localDate,
  localDateOf,
  localTimeOf,
  officeZone,
  startOfBusiness,
  startOfDay,
  weekdayName,
  weekdayOf,
  type LocalDate,
  type LocalTime,
} from './local-date.js'
export { checkPauseStops, pauseGrounds, pauseOn, pauseOver, type Pause, type PauseGround } from './pause.js'
export { doubtsOf } from './plausibility.js'
export { standingOf, type Standing } from './standing.js'
export {
  buildCalendar,
  dayIn,
  scopes,
  yearOf,
  type AnnouncedYear,
  type CalendarDay,
  type CalendarRows,
  type Day,
  type DayKind,
  type OfficeHours,
  type Scope,
  type WorkCalendar,
} from './work-calendar.js'
export {
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './working-days.js'
export { projectWritten, type WrittenTerms } from './written-terms.js'
export { lengthOfDay, workingTimes, type Span } from './working-time.js'
