import { dayIn, localDateOf } from '../../calendar/index.js'
import type { CalendarDay, Day } from '../../calendar/index.js'
import type {
  IncidentLine,
  Page,
  StoredAccount,
  StoredDepartment,
  StoredLiaison,
  StoredPlace,
  StoredWindow,
} from '../../store/index.js'
import { unannouncedYears } from '../calendar-year.js'
import type { Parts } from '../parts.js'

/** What intake forms choose from: only what is in use. */
export interface IntakeChoices {
  readonly departments: readonly StoredDepartment[]
  readonly places: readonly StoredPlace[]
  readonly windows: readonly StoredWindow[]
}

export async function intakeChoices(parts: Pick<Parts, 'store'>): Promise<IntakeChoices> {
  const { places } = parts.store.read
  return {
    departments: (await places.departments()).filter(one => one.active),
    places: (await places.places()).filter(one => one.active),
    windows: (await places.windows()).filter(one => one.active),
  }
}

/** What is 异常, the newest first. */
export function incidentPage(
  parts: Pick<Parts, 'store'>,
  filter: { readonly open: boolean; readonly after: number | null },
): Promise<Page<IncidentLine, number>> {
  return parts.store.views.incidentList({ ...filter, limit: 50 })
}

/** Accounts without their password hashes, places, windows, departments, liaisons. */
export async function peoplePage(parts: Pick<Parts, 'store'>): Promise<{
  readonly accounts: readonly Omit<StoredAccount, 'passwordHash'>[]
  readonly places: readonly StoredPlace[]
  readonly windows: readonly StoredWindow[]
  readonly departments: readonly StoredDepartment[]
  readonly liaisons: readonly StoredLiaison[]
}> {
  const { accounts, places } = parts.store.read
  return {
    accounts: (await accounts.all()).map(({ passwordHash: _, ...account }) => account),
    places: await places.places(),
    windows: await places.windows(),
    departments: await places.departments(),
    liaisons: await places.liaisons(),
  }
}

/** A year as the calendar has it, day by day, and which years are missing. */
export async function calendarPage(
  parts: Pick<Parts, 'store' | 'calendars' | 'clock'>,
  year: number,
): Promise<{
  readonly days: readonly Day[]
  readonly arranged: readonly CalendarDay[]
  readonly unannounced: readonly number[]
  readonly provisionalDeadlines: number
  readonly today: string
}> {
  const { store, clock } = parts
  const calendar = await parts.calendars.current(store.read)
  const now = clock.now()
  return {
    days: daysOf(year).map(date => dayIn(calendar, date)),
    arranged: (await store.read.calendar.days()).filter(day => day.date.startsWith(`${year}-`)),
    unannounced: unannouncedYears(await store.read.calendar.announced(), now),
    provisionalDeadlines: await store.read.deadlines.countProvisional(),
    today: localDateOf(now),
  }
}

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}
