import type { Actor } from '../../casework/actor.js'
import { cleanText, lengthOf } from '../../casework/plain-text.js'
import { CaseErasedProblem, InvalidAnswersProblem, NothingToDoProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { caseEntry } from '../case-entry.js'
import { byNumber } from '../cases.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { requireRight } from '../rights.js'

/** The longest reason. */
export const longestHold = 200

/** Which case, and why. */
export interface HoldAsked {
  readonly number: string
  readonly reason: string
}

/**
 * 暂不清除: this case stays as it is although its time is over, until somebody lifts it. It may be said of an open case
 * as well, which is not erased anyhow.
 * @throws NotAllowedProblem, NotFoundProblem, InvalidAnswersProblem without a reason, CaseErasedProblem when it is too
 *   late, NothingToDoProblem when it is held already
 */
export function holdCase(parts: Parts, actor: Actor, { number, reason }: HoldAsked): Promise<void> {
  return command(parts, async (unit, at) => {
    requireRight(actor, 'case.hold')
    const row = await byNumber(unit, number)
    if (row.erasedAt !== null) throw new CaseErasedProblem(number, text('runtime.hold'))
    const words = readReason(reason, 'holdReason', 'retention.hold.reason.missing')
    if (await unit.retention.holdOn(row.id)) throw new NothingToDoProblem(number, text('runtime.hold'))
    await unit.retention.hold({ caseId: row.id, at, by: actor.accountId, reason: words })
    const mover = { at, by: actor.accountId, byName: actor.name }
    await unit.history.append([caseEntry(row, mover, 'case.held', { reason: words })])
  })
}

/**
 * The case goes when its time is over, like any other.
 * @throws as {@link holdCase}; NothingToDoProblem when nobody holds it
 */
export function liftHold(parts: Parts, actor: Actor, { number, reason }: HoldAsked): Promise<void> {
  return command(parts, async (unit, at) => {
    requireRight(actor, 'case.hold')
    const row = await byNumber(unit, number)
    const words = readReason(reason, 'holdReason', 'retention.hold.lift.missing')
    const hold = await unit.retention.holdOn(row.id)
    if (!hold) throw new NothingToDoProblem(number, text('runtime.hold.lift'))
    await unit.retention.lift([{ id: hold.id, at, by: actor.accountId, reason: words }])
    const mover = { at, by: actor.accountId, byName: actor.name }
    await unit.history.append([caseEntry(row, mover, 'case.holdLifted', { reason: words })])
  })
}

function readReason(given: string, field: string, missing: string): string {
  const words = cleanText(given)
  if (words === '') throw new InvalidAnswersProblem({ [field]: text(missing) })
  if (lengthOf(words) > longestHold)
    throw new InvalidAnswersProblem({ [field]: text('retention.hold.long', { limit: longestHold }) })
  return words
}
