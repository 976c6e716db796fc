import type { Actor } from '../../casework/actor.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { Parts } from '../parts.js'
import { casePage } from './case-page.js'
import type { ExplainedDeadline } from './promise.js'
import { track } from './track.js'

/** What a 期限计算说明 is made from: one limit, and the case it belongs to; nothing of who reported it. */
export interface DeadlineProof {
  readonly number: string
  readonly itemName: string
  readonly now: Instant
  readonly deadline: Countable
}

type Countable = ExplainedDeadline & {
  readonly explanation: NonNullable<ExplainedDeadline['explanation']>
}

/** For staff, of a case that they may see. @throws NotFoundProblem */
export async function deadlineProof(
  parts: Parts,
  actor: Actor,
  { number, id }: { readonly number: string; readonly id: number },
): Promise<DeadlineProof> {
  const { detail, deadlines, now } = await casePage(parts, actor, number)
  const { itemName } = detail
  return { number, itemName, now, deadline: countable(deadlines, id) }
}

/**
 * For the citizen, of a promise that was made to them: a limit of the office’s own is not there for them.
 * @throws NotFoundProblem, WrongLookupProblem
 */
export async function promiseProof(
  parts: Parts,
  key: { readonly number: string; readonly tail: string },
  id: number,
): Promise<DeadlineProof> {
  const { number, itemName, promises } = await track(parts, key)
  return { number, itemName, now: parts.clock.now(), deadline: countable(promises, id) }
}

function countable(deadlines: readonly ExplainedDeadline[], id: number): Countable {
  const found = deadlines.find(one => one.id === id && one.kind !== 'none')
  // a limit of hours has no days to show
  if (!found?.explanation) throw new NotFoundProblem(text('runtime.limit'))
  return { ...found, explanation: found.explanation }
}
