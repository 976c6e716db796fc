import type { Actor } from '../casework/actor.js'
import { cleanLine } from '../casework/plain-text.js'
import { InvalidAnswersProblem } from '../casework/problem.js'
import { findRecurrence, monthsWatched, mostMonthsWatched, type ProblemKey } from '../casework/recurrence.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

/** The setting that says for how many months a rectification is watched. */
const watched = 'recurrence months'

interface Reading {
  readonly rectifications: Pick<Unit['rectifications'], 'acceptedOf'>
  readonly settings: Pick<Unit['settings'], 'get'>
}

/** R9: the case whose accepted rectification this one seems to undo; null when there is none. */
export async function recurrenceOf(
  unit: Reading,
  candidate: ProblemKey & { readonly caseId: number | null; readonly registeredAt: Instant },
): Promise<number | null> {
  const months = await recurrenceMonths(unit)
  // far enough back for every rectification whose months are not over; the rule itself is casework’s
  const lookBack = (months * 31 + 2) * 86_400_000
  const since = new Date(Date.parse(candidate.registeredAt) - lookBack).toISOString()
  const accepted = await unit.rectifications.acceptedOf(candidate.itemKey, since)
  return findRecurrence(candidate, accepted, months)?.caseId ?? null
}

/** For how many months a rectification is watched. */
export async function recurrenceMonths(unit: Pick<Reading, 'settings'>): Promise<number> {
  const set = await unit.settings.get(watched)
  return set === null ? monthsWatched : Number(set)
}

/**
 * Sets for how many months a rectification is watched, with the reason in the history. What was flagged before stays
 * flagged: a person has seen it.
 */
export function watchRecurrences(
  parts: Pick<Parts, 'store' | 'clock'>,
  by: Actor,
  asked: { readonly months: string; readonly reason: string },
): Promise<void> {
  return command(parts, async (unit, at) => {
    const months = /^\d{1,2}$/.test(asked.months) ? Number(asked.months) : 0
    const reason = cleanLine(asked.reason).slice(0, 200)
    const wrong = {
      ...((months < 1 || months > mostMonthsWatched) && {
        months: text('pattern.months.wrong', { most: mostMonthsWatched }),
      }),
      ...(reason === '' && { reason: text('pattern.months.reason.missing') }),
    }
    if (Object.keys(wrong).length > 0) throw new InvalidAnswersProblem(wrong)
    const before = await recurrenceMonths(unit)
    await unit.settings.put([{ key: watched, value: String(months) }])
    await unit.history.append([
      {
        ...{ caseId: null, instanceId: null, at, actorId: by.accountId, actorName: by.name },
        ...{ kind: 'recurrence.watched', activityId: null, activityName: null },
        data: { before, months, reason },
      },
    ])
  })
}
