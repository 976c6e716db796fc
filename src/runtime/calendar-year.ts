import { localDateOf } from '../calendar/index.js'
import type { CalendarDay, Scope, WorkCalendar } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredDeadline, Unit } from '../store/index.js'
import { command } from './command.js'
import { projectLimit, storedDates } from './limits.js'
import type { Parts } from './parts.js'
import { replanStarts } from './replan-starts.js'

/** A year’s arrangement by one scope, to be put in the place of what it was. */
export interface YearArrangement {
  readonly scope: Scope
  readonly year: number
  readonly days: readonly CalendarDay[]
}

/** Deadlines at once. */
const batch = 500

/**
 * Loads years into the calendar and re-projects every open deadline and every coming start, in one transaction: either the calendar and all
 * dates are new, or nothing is. Each date that moves is in the ledger with who and why.
 *
 * @returns how many deadlines moved
 */
export async function arrangeYears(
  parts: Parts,
  actor: Actor | null,
  years: readonly YearArrangement[],
): Promise<number> {
  try {
    return await command(parts, async (unit, now) => {
      for (const { scope, year, days } of years) await unit.calendar.replaceYear({ scope, year }, days)
      parts.calendars.forget()
      const calendar = await parts.calendars.current(unit)
      const moved = await reproject(unit, calendar, actor, now)
      await replanStarts(parts, unit, calendar, now)
      await unit.history.append([
        {
          caseId: null,
          instanceId: null,
          at: now,
          actorId: actor?.accountId ?? null,
          actorName: actor?.name ?? null,
          kind: 'calendar.changed',
          activityId: null,
          activityName: null,
          data: { years: years.map(({ scope, year, days }) => ({ scope, year, days: days.length })), moved },
        },
      ])
      return moved
    })
  } finally {
    // Whether it was committed or rolled back, the next reader builds it from what is there.
    parts.calendars.forget()
  }
}

async function reproject(
  unit: Unit,
  calendar: WorkCalendar,
  actor: Actor | null,
  now: Instant,
): Promise<number> {
  let moved = 0
  let last = 0
  for (;;) {
    const rows = await unit.deadlines.pending(last, batch)
    if (rows.length === 0) return moved
    last = rows.at(-1)?.id ?? last
    const changed = rows.map(row => datesOf(calendar, row)).filter(isMoved(rows))
    if (changed.length === 0) continue
    await unit.deadlines.move(changed, {
      at: now,
      by: actor?.accountId ?? null,
      reason: text('runtime.calendar.reprojected'),
    })
    moved += changed.length
  }
}

function datesOf(calendar: WorkCalendar, row: StoredDeadline) {
  return { ...storedDates(projectLimit(calendar, row)), id: row.id, anchorAt: row.anchorAt }
}

function isMoved(rows: readonly StoredDeadline[]) {
  const before = new Map(rows.map(row => [row.id, row]))
  return (dates: ReturnType<typeof datesOf>) => {
    const row = before.get(dates.id)
    const isSameDay = row?.dueAt === dates.dueAt && row.promisedAt === dates.promisedAt
    return !isSameDay || row.warnAt !== dates.warnAt || row.provisional !== dates.provisional
  }
}

/** The years of the calendar that matter now and are not announced: this one, and from November on the next. */
export function unannouncedYears(
  announced: readonly { readonly scope: Scope; readonly year: number }[],
  now: Instant,
): number[] {
  const [year = 0, month = 0] = localDateOf(now).split('-').map(Number)
  const wanted = month >= 11 ? [year, year + 1] : [year]
  return wanted.filter(each => !announced.some(one => one.scope === 'national' && one.year === each))
}
