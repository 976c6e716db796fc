import type { Instant } from '../clock.js'
import type { Moment, StoredDeadline, Unit } from '../store/index.js'
import { showCards } from './cards.js'
import { loadSubjects } from './load-subject.js'
import type { Parts } from './parts.js'
import { steps } from './process-runner.js'
import { issueSupervision } from './supervision.js'

/** How many cards and ends of limits came of it. */
export interface Kept {
  readonly warned: number
  readonly fired: number
}

/**
 * Keeps moments in the order given, in the caller’s transaction. What was read outside it is a hint only: whatever was
 * closed, moved or kept by another meanwhile is left alone, and of two moments of one instance the second finds what the
 * first has led to.
 */
export async function keepMoments(
  parts: Parts,
  unit: Unit,
  moments: readonly Moment[],
  now: Instant,
): Promise<Kept> {
  let warned = 0
  let fired = 0
  for (const stretch of stretchesOf(moments)) {
    const open = await openLimits(unit, stretch)
    if (stretch[0]?.kind === 'warning') warned += await warn(unit, open, now)
    else fired += await fire(parts, unit, open, now)
  }
  return { warned, fired }
}

/** Moments that follow each other and can be kept together: of one kind, and no instance moved twice. */
export function stretchesOf(moments: readonly Moment[]): Moment[][] {
  const stretches: Moment[][] = []
  for (const moment of moments) {
    const last = stretches.at(-1)
    const joins =
      last?.[0]?.kind === moment.kind &&
      (moment.kind === 'warning' || last.every(({ instanceId }) => instanceId !== moment.instanceId))
    if (joins) last.push(moment)
    else stretches.push([moment])
  }
  return stretches
}

/** The limits of these moments as they are now, in the same order: pending, and of no instance that waits for repair. */
async function openLimits(unit: Unit, moments: readonly Moment[]): Promise<StoredDeadline[]> {
  const rows = await unit.deadlines.byIds(moments.map(({ deadlineId }) => deadlineId))
  const byId = new Map(rows.map(row => [row.id, row]))
  const stuck = await unit.incidents.stuck(rows.map(({ instanceId }) => instanceId))
  return moments
    .map(({ deadlineId }) => byId.get(deadlineId))
    .filter(row => row !== undefined)
    .filter(row => row.closedAt === null && row.firedAt === null && !stuck.has(row.instanceId))
}

/** Shows yellow cards; the insert is the claim, so each is shown once. */
function warn(unit: Unit, open: readonly StoredDeadline[], now: Instant): Promise<number> {
  const due = open.filter(({ warnAt, warnedAt }) => warnedAt === null && warnAt !== null && warnAt <= now)
  return showCards(unit, due, 'yellow', now)
}

/** Limits pass: red cards, the diagram’s own flow, and the supervision it leads to. */
async function fire(
  parts: Parts,
  unit: Unit,
  open: readonly StoredDeadline[],
  now: Instant,
): Promise<number> {
  const due = open.filter(({ dueAt }) => dueAt <= now)
  const lost = await unit.deadlines.fire(
    due.map(({ id }) => id),
    now,
  )
  const passed = due.filter(({ id }) => !lost.includes(id))
  await showCards(unit, passed, 'red', now)
  const instances = await unit.instances.byIds(passed.map(({ instanceId }) => instanceId))
  const subjects = await loadSubjects(unit, instances, now)
  const stepped = await steps(
    parts,
    unit,
    passed.flatMap(({ instanceId, slot }) => {
      const instance = instances.find(({ id }) => id === instanceId)
      const subject = subjects.get(instanceId)
      if (!instance || !subject) throw new Error(`Instance ${instanceId} of a pending limit is gone`)
      const stimulus = { kind: 'fireTimer' as const, slot }
      return { instance, subject, stimulus, mover: { at: now, by: null, byName: null } }
    }),
  )
  for (const [index, deadline] of passed.entries()) {
    await issueSupervision(unit, { deadline, openedTasks: stepped[index]?.openedTasks ?? [], now })
  }
  return passed.length
}
