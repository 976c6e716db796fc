import type { Actor } from '../casework/actor.js'
import { endingLabel } from '../casework/ending.js'
import { CaseClosedProblem, ComplainedAboutProblem } from '../casework/problem.js'
import type { Right } from '../casework/rights.js'
import { text } from '../catalogue/index.js'
import type { StoredCase, Unit } from '../store/index.js'
import { caseInSight } from './queries/case-sight.js'
import { requireRight } from './rights.js'

/**
 * The open case that somebody wants to do something about that moves it nowhere: one they may see, for which they have the right,
 * and not one that complains about them (R22).
 * @param action in the catalogue: 请部门协办, 记谈话
 * @throws NotAllowedProblem, NotFoundProblem, ComplainedAboutProblem, CaseClosedProblem
 */
export async function caseToWorkOn(
  unit: Unit,
  actor: Actor,
  { number, right, action }: { readonly number: string; readonly right: Right; readonly action: string },
): Promise<StoredCase> {
  requireRight(actor, right)
  const row = await caseInSight({ read: unit }, actor, await unit.cases.byNumber(number))
  if (row.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(text(action))
  if (row.closedAt !== null) throw new CaseClosedProblem(number, endingLabel(row.endEvent), text(action))
  return row
}
