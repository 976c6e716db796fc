import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { chunks } from './writes.js'

/**
 * What carries a case forward: that it was registered, and that a step of it was done. A card, a press, a look or a
 * remark does not: a case that is only pressed for stands still.
 */
const movements: ReadonlySet<string> = new Set(['case.registered', 'task.completed'])

/** Notes with the cases when they last went forward; done wherever history is written, so that none can forget it. */
export async function noteMovement(
  knex: Knex,
  entries: readonly { caseId?: number | null | undefined; kind: string; at: Instant }[],
): Promise<void> {
  const byInstant = new Map<Instant, number[]>()
  for (const { kind, caseId, at } of entries) {
    if (movements.has(kind) && caseId) byInstant.set(at, [...(byInstant.get(at) ?? []), caseId])
  }
  for (const [at, ids] of byInstant) {
    for (const chunk of chunks(ids))
      await knex('grievance_case').whereIn('id', chunk).update({ moved_at: at })
  }
}
