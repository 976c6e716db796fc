import { firstDayOf, differenceTo, type Arrangement } from '../calendar/index.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { calendarAt } from './calendars.js'
import type { Parts } from './parts.js'
import { replanStarts } from './replan-starts.js'
import { shifts, type Shift } from './reprojection.js'

/** Who arranges the calendar, when and why. */
export interface Arranging {
  readonly arrangement: Arrangement
  readonly reason: string | null
  readonly by: number | null
  readonly byName: string | null
  readonly at: Instant
}

/** What arranging came to. */
export interface Arranged {
  /** the new version; null when nothing differed from what was there */
  readonly versionId: number | null
  readonly lookedAt: number
  readonly shifts: readonly Shift[]
}

/**
 * Lays days and years over the calendar and counts every open deadline and every coming start anew, within the
 * transaction of `unit`: either the calendar and all dates are new, or nothing is. Each date that moves is in the ledger
 * with who and why.
 *
 * @param told hears of the progress: deadlines counted, of how many
 */
export async function arrangeCalendar(
  parts: Pick<Parts, 'definitions'>,
  unit: Unit,
  { arrangement, reason, by, byName, at }: Arranging,
  told: (done: number, total: number) => void = () => undefined,
): Promise<Arranged> {
  const difference = differenceTo(await unit.calendar.contents(), arrangement)
  const versionId = await unit.calendar.arrange(difference, { at, by, reason })
  const dueFrom = firstDayOf(difference)
  if (versionId === null || dueFrom === null) return { versionId: null, lookedAt: 0, shifts: [] }

  const calendar = await calendarAt(unit, versionId)
  const total = await unit.deadlines.countPending(dueFrom)
  const moved: Shift[] = []
  let lookedAt = 0
  told(0, total)
  for await (const counted of shifts(unit, calendar, dueFrom)) {
    await unit.deadlines.move(
      counted.shifts.map(({ to }) => to),
      { at, by, reason: reasonOf(reason) },
    )
    moved.push(...counted.shifts)
    lookedAt += counted.looked
    told(lookedAt, total)
  }
  await replanStarts(parts, unit, calendar, at)
  await unit.history.append([
    {
      caseId: null,
      instanceId: null,
      at,
      actorId: by,
      actorName: byName,
      kind: 'calendar.changed',
      activityId: null,
      activityName: null,
      data: {
        version: versionId,
        days: difference.days.length,
        years: difference.years,
        moved: moved.length,
      },
    },
  ])
  return { versionId, lookedAt, shifts: moved }
}

/** What stands beside each moved date, for staff and citizens. */
function reasonOf(reason: string | null): string {
  return reason === null
    ? text('runtime.calendar.reprojected')
    : text('runtime.calendar.reprojectedBecause', { reason })
}
