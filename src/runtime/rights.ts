import type { Actor } from '../casework/actor.js'
import { NotAllowedProblem } from '../casework/problem.js'
import { hasRight, type Right } from '../casework/rights.js'
import { roleLabel } from '../casework/role.js'
import { text } from '../catalogue/index.js'

/**
 * Refuses whoever has not this right. Every use case asks, whatever page, command or test it is called from; the
 * route asks the same table before.
 * @param actor null for the house itself: a command of the administrator of the machine
 * @throws NotAllowedProblem
 */
export function requireRight(actor: Actor | null, right: Right): void {
  if (actor !== null && !hasRight(actor, right))
    throw new NotAllowedProblem(roleLabel(actor.role), text(`right.${right}`))
}
