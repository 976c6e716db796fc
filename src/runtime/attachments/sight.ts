import type { Actor } from '../../casework/actor.js'
import { mayOpenAttachments } from '../../casework/permission.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { StoredCase } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { caseInSight } from '../queries/case-sight.js'

/**
 * The case, to whoever may see it and what was put into it.
 * @throws NotFoundProblem when there is no such case or it is not this person's: the two look alike
 */
export async function requireMaySee(parts: Parts, actor: Actor, number: string): Promise<StoredCase> {
  const row = await caseInSight(parts.store, actor, await parts.store.read.cases.byNumber(number))
  if (!mayOpenAttachments(actor, row)) throw new NotFoundProblem(text('runtime.case'))
  return row
}
