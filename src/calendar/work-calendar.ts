import { DateInvalidError } from './errors.js'
import { addDays, dayOfYear, weekdayOf, type LocalDate, type LocalTime } from './local-date.js'

/** Who arranged a day, the strongest first: what a local arrangement says overrides Guangxi's, that the nation's. */
export const scopes = ['local', 'guangxi', 'national'] as const

/** See {@link scopes}. */
export type Scope = (typeof scopes)[number]

/** A day that somebody arranged to be off (`rest`) or worked (`work`); one row of the calendar. */
export interface CalendarDay {
  readonly scope: Scope
  readonly date: LocalDate
  readonly kind: 'rest' | 'work'
  /** the holiday it belongs to, 国庆节 */
  readonly name: string
  /** the document that says so, with its number */
  readonly source: string
}

/** A year whose arrangement has been published. */
export interface AnnouncedYear {
  readonly scope: Scope
  readonly year: number
}

/** When the office opens and closes. */
export interface OfficeHours {
  readonly opensAt: LocalTime
  readonly closesAt: LocalTime
}

/** The rows that make a calendar. */
export interface CalendarRows {
  /** which state of the calendar these rows are, counted up with every change; 0 when nobody keeps count */
  readonly version?: number
  readonly days: readonly CalendarDay[]
  readonly announced: readonly AnnouncedYear[]
  /** whose arrangements hold here; all, when not said */
  readonly scopes?: readonly Scope[]
  /** 08:30 to 17:30, when not said */
  readonly hours?: OfficeHours
}

/** The rows laid over each other, ready to be asked. Made once, asked for thousands of deadlines. */
export interface WorkCalendar {
  /** see {@link CalendarRows.version}: whoever counts a date on this calendar can say on which */
  readonly version: number
  readonly hours: OfficeHours
  /** a year's days, worked out when first asked for; null where there is no such year */
  readonly year: (year: number) => CalendarYear | null
}

/** The days of a year, the first of January at 0. */
interface CalendarYear {
  readonly days: readonly Day[]
  /** for each day, the working days from the first of January up to and with it */
  readonly worked: readonly number[]
}

/** Why a day is worked or not. */
export type DayKind = 'workday' | 'makeUpWorkday' | 'weekend' | 'holiday'

/** What the calendar says of a day. Name, scope and source are null where no row arranges it: an ordinary day. */
export interface Day {
  readonly date: LocalDate
  readonly working: boolean
  readonly kind: DayKind
  readonly name: string | null
  readonly scope: Scope | null
  readonly source: string | null
  /** its year has not been announced: only weekends are known of it */
  readonly provisional: boolean
}

/** Lays the rows over each other: local over Guangxi over national; where none speaks, Saturday and Sunday are off. */
export function buildCalendar({
  version = 0,
  days,
  announced,
  scopes: inUse = scopes,
  hours = usualHours,
}: CalendarRows): WorkCalendar {
  const arranged = new Map<LocalDate, CalendarDay>()
  for (const scope of scopes.toReversed().filter(one => inUse.includes(one))) {
    for (const day of days) if (day.scope === scope) arranged.set(day.date, day)
  }
  // a year is known when the nation's arrangement is: the others only add to it
  const known = new Set(announced.filter(one => one.scope === 'national').map(one => one.year))
  const years = new Map<number, CalendarYear>()
  const year = (number: number) => {
    if (!Number.isInteger(number) || number < 0 || number > 9998) return null
    const made = years.get(number) ?? makeYear(number, arranged, !known.has(number))
    years.set(number, made)
    return made
  }
  return { version, hours, year }
}

/** What the calendar says of this day. @throws DateInvalidError */
export function dayIn(calendar: WorkCalendar, date: LocalDate): Day {
  const day = calendar.year(yearOf(date))?.days[dayOfYear(date)]
  if (!day) throw new DateInvalidError(date)
  return day
}

/** The days after this day, one by one, without an end; take only what you need. @throws DateInvalidError */
export function* daysAfter(calendar: WorkCalendar, date: LocalDate): Generator<Day, never> {
  let index = dayOfYear(date) + 1
  for (let number = yearOf(date); ; number += 1) {
    const days = calendar.year(number)?.days
    if (!days) throw new DateInvalidError(`${number}-01-01`)
    for (const day of days.slice(index)) yield day
    index = 0
  }
}

/** The year of a day. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

function makeYear(
  number: number,
  arranged: ReadonlyMap<LocalDate, CalendarDay>,
  provisional: boolean,
): CalendarYear {
  const days: Day[] = []
  const worked: number[] = []
  let count = 0
  const firstOfNext = `${String(number + 1).padStart(4, '0')}-01-01`
  for (let date = `${String(number).padStart(4, '0')}-01-01`; date < firstOfNext; date = addDays(date, 1)) {
    const day = { ...judge(date, arranged.get(date)), provisional }
    if (day.working) count += 1
    days.push(day)
    worked.push(count)
  }
  return { days, worked }
}

function judge(date: LocalDate, row: CalendarDay | undefined): Omit<Day, 'provisional'> {
  if (row) {
    const { name, scope, source } = row
    const working = row.kind === 'work'
    return { date, working, kind: working ? 'makeUpWorkday' : 'holiday', name, scope, source }
  }
  const working = weekdayOf(date) <= friday
  return { date, working, kind: working ? 'workday' : 'weekend', name: null, scope: null, source: null }
}

const friday = 5
const usualHours: OfficeHours = { opensAt: '08:30', closesAt: '17:30' }
