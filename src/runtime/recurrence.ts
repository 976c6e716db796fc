import { findRecurrence, type ProblemKey } from '../casework/recurrence.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { officeSetting } from './office-settings.js'

interface Reading {
  readonly rectifications: Pick<Unit['rectifications'], 'acceptedOf'>
  readonly settings: Pick<Unit['settings'], 'get'>
}

/** R9: the case whose accepted rectification this one seems to undo; null when there is none. */
export async function recurrenceOf(
  unit: Reading,
  candidate: ProblemKey & { readonly caseId: number | null; readonly registeredAt: Instant },
): Promise<number | null> {
  const months = await officeSetting(unit, 'recurrenceMonths')
  // far enough back for every rectification whose months are not over; the rule itself is casework’s
  const lookBack = (months * 31 + 2) * 86_400_000
  const since = new Date(Date.parse(candidate.registeredAt) - lookBack).toISOString()
  const accepted = await unit.rectifications.acceptedOf(candidate.itemKey, since)
  return findRecurrence(candidate, accepted, months)?.caseId ?? null
}
