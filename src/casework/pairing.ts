import type { Actor } from './actor.js'
import { maySeeCase } from './permission.js'
import { ComplainedAboutProblem, NotAllowedProblem, NotFoundProblem } from './problem.js'
import { hasRight } from './rights.js'
import { roleLabel } from './role.js'

/** What is asked of each of two cases that are put together. */
interface Paired {
  readonly placeId: number
  readonly registrarId: number | null
  readonly departmentId: number | null
  readonly subjectAccountId: number | null
}

/**
 * Who may merge or link two cases: the office, and a clerk for cases of their own place, which is where a person comes
 * a second time. Never whom one of them complains about (R22).
 * @param action 并单, 关联, in words for the sentence
 * @throws NotAllowedProblem, NotFoundProblem, ComplainedAboutProblem
 */
export function requireMayPair(actor: Actor, one: Paired, other: Paired, action: string): void {
  if (!hasRight(actor, 'case.pair')) throw new NotAllowedProblem(roleLabel(actor.role), action)
  for (const row of [one, other]) {
    const relation = { ...row, departmentIds: [], openTaskDepartmentIds: [] }
    if (!maySeeCase(actor, relation)) throw new NotFoundProblem('项事项')
    if (row.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(action)
  }
}
