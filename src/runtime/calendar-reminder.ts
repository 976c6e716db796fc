import { addDays, dayIn, localDateOf, weekdayOf, type LocalDate } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { unannouncedYears } from './calendar-year.js'
import { command } from './command.js'
import { remindOfUnannouncedYear } from './notices.js'
import type { Parts } from './parts.js'

/** A year whose arrangement is missing, with how many dates hang on it. */
export interface MissingYear {
  readonly year: number
  readonly affected: number
}

/**
 * Reminds the administrators of years that are not announced: from November on once a week, on its first working day, and
 * from December on every working day. May be asked at any time and as often as one likes: each reminder has a key, and
 * is given once.
 *
 * @returns the years that they were reminded of just now
 */
export async function remindUnannounced(parts: Parts): Promise<readonly number[]> {
  const { store } = parts
  const now = parts.clock.now()
  const today = localDateOf(now)
  const missing = unannouncedYears(await store.read.calendar.announced(), now)
  if (missing.length === 0) return []
  const calendar = await parts.calendars.current(store.read)
  if (!dayIn(calendar, today).working) return []
  const key = `${settingOf}.${daily(today) ? today : mondayOf(today)}`
  if ((await store.read.settings.get(key)) !== null) return []
  return command(parts, async unit => {
    if ((await unit.settings.get(key)) !== null) return []
    const affected = await unit.deadlines.countProvisional()
    await unit.settings.put([{ key, value: missing.join() }])
    for (const year of missing) await tell(unit, { year, affected }, now)
    return missing
  })
}

async function tell(unit: Unit, { year, affected }: MissingYear, at: Instant): Promise<void> {
  await unit.history.append([{ at, kind: 'calendar.reminded', data: { year, affected } }])
  await remindOfUnannouncedYear(unit, { year, on: localDateOf(at), at })
}

const settingOf = 'calendar.reminded'

function daily(today: LocalDate): boolean {
  return today.slice(5) >= '12-01' || today.slice(5) < '11-01'
}

function mondayOf(today: LocalDate): LocalDate {
  return addDays(today, 1 - weekdayOf(today))
}
