import { addDays, instantAt, localDateOf, type LocalDate } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import { typed } from './typed.js'

/** A day and a time of day as they were typed, and the instant they mean or what is wrong with them. */
export interface ChosenTime {
  readonly on: string
  readonly at: string
  readonly instant: Instant | null
  readonly wrong: string | null
}

/** So many days to either side is as far as a trial goes: further on no year is announced. */
const farthest = 1100

/** Reads `on` and `at`. @param from the day around which a day may be chosen */
export function readTime(body: unknown, from: LocalDate): ChosenTime {
  const [on, at] = [typed(body, 'on'), typed(body, 'at')]
  const refused = (key: string) => ({ on, at, instant: null, wrong: text(key) })
  if (!isDay(on)) return refused('trial.time.noDay')
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return refused('trial.time.noTime')
  if (on < addDays(from, -farthest) || on > addDays(from, farthest)) return refused('trial.time.tooFar')
  return { on, at, instant: instantAt(on, at), wrong: null }
}

/** The same, for a clock that only goes forward. */
export function readLaterTime(body: unknown, now: Instant): ChosenTime {
  const chosen = readTime(body, localDateOf(now))
  if (chosen.instant === null || chosen.instant > now) return chosen
  return { ...chosen, instant: null, wrong: text('trial.time.past') }
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}
