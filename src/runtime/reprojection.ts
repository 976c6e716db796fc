import type { LocalDate, WorkCalendar } from '../calendar/index.js'
import type { DeadlineMove, Store, StoredDeadline, Unit } from '../store/index.js'
import { projectLimit, storedDates } from './limits.js'

/** A pending deadline that comes to something else on another calendar: its day, its warning, or whether it is 暂定. */
export interface Shift {
  readonly from: StoredDeadline
  readonly to: DeadlineMove
}

/** Deadlines at once: few enough that a page can be served between two batches. */
const batch = 500

/**
 * Counts every pending deadline due on `dueFrom` or later on this calendar, batch by batch, and gives those that come to
 * something else. `looked`: how many were counted in this batch. What has passed or is closed stays as it was.
 */
export async function* shifts(
  { deadlines }: Pick<Store['read'], 'deadlines'> | Pick<Unit, 'deadlines'>,
  calendar: WorkCalendar,
  dueFrom: LocalDate,
): AsyncGenerator<{ readonly looked: number; readonly shifts: readonly Shift[] }> {
  let last = 0
  for (;;) {
    const rows = await deadlines.pending(last, batch, dueFrom)
    if (rows.length === 0) return
    last = rows.at(-1)?.id ?? last
    const counted = rows.map(from => ({ from, to: datesOf(calendar, from) }))
    yield { looked: rows.length, shifts: counted.filter(isShift) }
  }
}

function datesOf(calendar: WorkCalendar, row: StoredDeadline): DeadlineMove {
  return { ...storedDates(projectLimit(calendar, row)), id: row.id, anchorAt: row.anchorAt }
}

function isShift({ from, to }: Shift): boolean {
  const isSameDay = from.dueAt === to.dueAt && from.promisedAt === to.promisedAt
  return !isSameDay || from.warnAt !== to.warnAt || from.provisional !== to.provisional
}
