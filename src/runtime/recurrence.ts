import { findRecurrence } from '../casework/recurrence.js'
import type { ProblemKey } from '../casework/recurrence.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'

/** Far enough back for every rectification whose twelve months are not over; the rule itself is casework’s. */
const lookBack = 367 * 86_400_000

/** R9: the case whose accepted rectification this one seems to undo; null when there is none. */
export async function recurrenceOf(
  unit: { readonly rectifications: Pick<Unit['rectifications'], 'acceptedOf'> },
  candidate: ProblemKey & { readonly caseId: number | null; readonly registeredAt: Instant },
): Promise<number | null> {
  const since = new Date(Date.parse(candidate.registeredAt) - lookBack).toISOString()
  const accepted = await unit.rectifications.acceptedOf(candidate.itemKey, since)
  return findRecurrence(candidate, accepted)?.caseId ?? null
}
