import type { Instant } from '../clock.js'
import type { StoredCard, StoredDeadline, Unit } from '../store/index.js'
import { tellOfCards } from './card-notices.js'

/**
 * Shows cards, notes them in the cases’ histories and tells whom the diagram names: yellow before the day, red when it
 * passes. Each is shown once, the insert is the claim; a timer that is nobody’s limit has none.
 *
 * @returns how many were not shown before
 */
export async function showCards(
  unit: Unit,
  deadlines: readonly StoredDeadline[],
  level: StoredCard['level'],
  now: Instant,
): Promise<number> {
  const limits = deadlines.filter(({ kind }) => kind !== 'none')
  const shown = await unit.deadlines.show(
    limits.map(({ id, caseId }) => ({ deadlineId: id, level, caseId, firedAt: now })),
  )
  const cards = new Set(shown.map(card => card.deadlineId))
  const fresh = limits.filter(({ id }) => cards.has(id))
  await unit.history.append(fresh.map(deadline => entry(deadline, `card.${level}`, now)))
  await tellOfCards(unit, fresh, level, now)
  return shown.length
}

function entry(deadline: StoredDeadline, kind: string, at: Instant) {
  return {
    caseId: deadline.caseId,
    instanceId: deadline.instanceId,
    at,
    actorId: null,
    actorName: null,
    kind,
    activityId: deadline.activityId,
    activityName: deadline.name,
    data: {
      deadlineId: deadline.id,
      dueOn: deadline.dueOn,
      dueAt: deadline.dueAt,
      ...lateness(deadline, kind, at),
    },
  }
}

/** A card later than its moment by more than this, in milliseconds, was missed and is shown afterwards. */
const punctual = 60_000

/** When a card would have come, had somebody been there to show it: not before its limit ran. */
function lateness(deadline: StoredDeadline, kind: string, at: Instant): { readonly cameAt?: Instant } {
  const moment = (kind === 'card.yellow' ? deadline.warnAt : null) ?? deadline.dueAt
  const cameAt = moment > deadline.armedAt ? moment : deadline.armedAt
  return Date.parse(at) - Date.parse(cameAt) > punctual ? { cameAt } : {}
}
