import { localDateOf, wholeYears } from '../calendar/index.js'
import type { AnnouncedYear, CalendarDay, Scope } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import type { Instant } from '../clock.js'
import { arrangeCalendar } from './arrange-calendar.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

/** A year’s arrangement by one scope, to be put in the place of what it was. */
export interface YearArrangement {
  readonly scope: Scope
  readonly year: number
  readonly days: readonly CalendarDay[]
}

/**
 * Loads years into the calendar at once, without looking at them first: see {@link arrangeCalendar}.
 *
 * @returns how many deadlines moved
 */
export function arrangeYears(
  parts: Parts,
  actor: Actor | null,
  years: readonly YearArrangement[],
): Promise<number> {
  return command(parts, async (unit, at) => {
    const announced = years.map(({ scope, year }) => ({ scope, year }))
    const arrangement = wholeYears(await unit.calendar.contents(), {
      days: years.flatMap(({ days }) => days),
      announced,
    })
    const who = { by: actor?.accountId ?? null, byName: actor?.name ?? null }
    const { shifts } = await arrangeCalendar(parts, unit, { arrangement, reason: null, ...who, at })
    return shifts.length
  })
}

/** The years of the calendar that matter now and are not announced: this one, and from November on the next. */
export function unannouncedYears(announced: readonly AnnouncedYear[], now: Instant): number[] {
  const [year = 0, month = 0] = localDateOf(now).split('-').map(Number)
  const wanted = month >= 11 ? [year, year + 1] : [year]
  return wanted.filter(each => !announced.some(one => one.scope === 'national' && one.year === each))
}
