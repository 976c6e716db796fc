import type { ProcessDefinition, Wait } from '../engine/index.js'
import { scopesOf } from './definitions.js'

/** What is kept of one wait: a row, and the slot the state had it in. */
export interface StoredWait {
  readonly id: number
  readonly slot: string
}

/** What is to be done so that the rows say what the state says. */
export interface Difference<S extends StoredWait> {
  /** Waits that have no row yet. */
  readonly opened: readonly Wait[]
  /** Rows whose wait goes on, and where it stands now. */
  readonly kept: readonly { readonly row: S; readonly slot: string }[]
  /** Rows whose wait is gone. */
  readonly closed: readonly S[]
}

/**
 * What is open is reconciled, not collected from events, so it cannot drift: rows follow their wait by the slot it had
 * before the turn, and what no wait claims is over.
 */
export function reconcile<S extends StoredWait>(
  waiting: readonly Wait[],
  stored: readonly S[],
): Difference<S> {
  const bySlot = new Map(stored.map(row => [row.slot, row]))
  const opened: Wait[] = []
  const kept: { row: S; slot: string }[] = []
  for (const wait of waiting) {
    const row = wait.was === null ? undefined : bySlot.get(wait.was)
    if (!row) {
      opened.push(wait)
      continue
    }
    kept.push({ row, slot: wait.slot })
    bySlot.delete(row.slot)
  }
  return { opened, kept, closed: [...bySlot.values()] }
}

/** A deadline’s row: after it has fired, no wait of the engine stands for it any more. */
export interface StoredLimit extends StoredWait {
  readonly activityId: string
  readonly attachedTo: string | null
  readonly firedAt: string | null
}

/**
 * Reconciles deadlines. One that has passed while what it covers goes on stays open, red, until that is done: it is
 * open as long as something waits inside what it covers and the same limit has not been armed anew.
 */
export function reconcileLimits<S extends StoredLimit>(
  definition: ProcessDefinition,
  waiting: readonly Wait[],
  stored: readonly S[],
): Difference<S> {
  const timers = waiting.filter(wait => wait.kind === 'timer')
  const pending = reconcile(
    timers,
    stored.filter(row => row.firedAt === null),
  )
  const armedAnew = new Set(pending.opened.map(wait => wait.activityId))
  const over = stored.filter(
    row => row.firedAt !== null && (armedAnew.has(row.activityId) || !isCovering(definition, waiting, row)),
  )
  return { ...pending, closed: [...pending.closed, ...over] }
}

function isCovering(definition: ProcessDefinition, waiting: readonly Wait[], row: StoredLimit): boolean {
  const covered = row.attachedTo
  if (covered === null) return false
  return waiting.some(
    wait =>
      wait.kind !== 'timer' &&
      (wait.activityId === covered || scopesOf(definition, wait.activityId).includes(covered)),
  )
}
