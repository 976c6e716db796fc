import { z } from 'zod'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredCalendarChange, StoredChangeMove, Unit } from '../store/index.js'
import { arrangeCalendar } from './arrange-calendar.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import type { Shift } from './reprojection.js'

/** The change that a job of the kind `calendarChange` is to apply. */
export function changeIdOf(payload: unknown): number {
  return z.object({ changeId: z.int() }).parse(payload).changeId
}

/** Under which name a change tells how far it has come. */
export function progressOf(changeId: number): string {
  return `calendar-change-${changeId}`
}

/**
 * Applies a confirmed change: version, every date that moves with its entry in the ledger, coming starts, history and
 * the change’s own end are one transaction. Stopped in the middle, it has not begun; asked again when it is done, it does
 * nothing. If the calendar has become another since the change was looked at, it is given up, and says so.
 */
export async function applyCalendarChange(parts: Parts, changeId: number): Promise<void> {
  const told = (done: number, total: number) => {
    parts.progress.tell(progressOf(changeId), { done, total })
  }
  try {
    await command(parts, async (unit, now) => {
      const change = await unit.calendarChanges.byId(changeId)
      if (!change || !isUnderWay(change)) return
      if (change.jobId !== null) await unit.jobs.done([change.jobId], now)
      if (change.baseVersion === (await unit.calendar.version())) await apply(parts, unit, change, now, told)
      else await giveUp(unit, change, now)
    })
  } finally {
    parts.progress.end(progressOf(changeId))
  }
}

/** Confirmed, and neither applied nor given up. */
export function isUnderWay({
  confirmedAt,
  appliedAt,
  failedAt,
}: Pick<StoredCalendarChange, 'confirmedAt' | 'appliedAt' | 'failedAt'>): boolean {
  return confirmedAt !== null && appliedAt === null && failedAt === null
}

async function apply(
  parts: Parts,
  unit: Unit,
  change: StoredCalendarChange,
  at: Instant,
  told: (done: number, total: number) => void,
): Promise<void> {
  const { id, arrangement, reason, confirmedBy: by } = change
  const byName = by === null ? null : ((await unit.accounts.byId(by))?.displayName ?? null)
  const arranged = await arrangeCalendar(parts, unit, { arrangement, reason, by, byName, at }, told)
  const dated = arranged.shifts.filter(
    ({ from, to }) => from.dueAt !== to.dueAt || from.provisional !== to.provisional,
  )
  await unit.calendarChanges.recordMoves(dated.map(shift => moveOf(id, shift)))
  await unit.calendarChanges.apply(id, {
    appliedAt: at,
    versionId: arranged.versionId,
    lookedAt: arranged.lookedAt,
    moved: arranged.shifts.length,
  })
}

async function giveUp(unit: Unit, { id, confirmedBy }: StoredCalendarChange, at: Instant): Promise<void> {
  const failure = text('runtime.calendar.outOfDate')
  await unit.calendarChanges.fail(id, { failedAt: at, failure })
  await unit.history.append([
    { at, actorId: confirmedBy, kind: 'calendar.changeGivenUp', data: { changeId: id, reason: failure } },
  ])
}

function moveOf(changeId: number, { from, to }: Shift): StoredChangeMove {
  return {
    changeId,
    deadlineId: from.id,
    caseId: from.caseId,
    fromDueOn: from.dueOn,
    fromDueAt: from.dueAt,
    fromProvisional: from.provisional,
    toDueOn: to.dueOn,
    toDueAt: to.dueAt,
    toProvisional: to.provisional,
  }
}
