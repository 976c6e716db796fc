import type { Actor } from '../../casework/actor.js'
import { CaseErasedProblem, ComplainedAboutProblem, NotFoundProblem } from '../../casework/problem.js'
import type { Right } from '../../casework/rights.js'
import { text } from '../../catalogue/index.js'
import type { Readers, StoredCase } from '../../store/index.js'
import { byNumber } from '../cases.js'
import { maySeeCase } from '../queries/case-sight.js'
import { requireRight } from '../rights.js'

type Reading = Pick<Readers, 'cases' | 'caseDepartments' | 'assistance'>

/**
 * The case about whose citizen's data somebody of the office wants to do something: open or closed, one they may see,
 * and not one that complains about them (R22).
 * @throws NotAllowedProblem, NotFoundProblem, ComplainedAboutProblem
 */
export async function caseOfPerson(
  read: Reading,
  actor: Actor,
  { number, right }: { readonly number: string; readonly right: Right },
): Promise<StoredCase> {
  requireRight(actor, right)
  const row = await byNumber(read, number)
  if (!(await maySeeCase({ read }, actor, row))) throw new NotFoundProblem(text('runtime.case'))
  if (row.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(text('runtime.privacy'))
  return row
}

/**
 * The same, to do something with what is known of the person: it must still be there.
 * @throws CaseErasedProblem; the problems of {@link caseOfPerson}
 */
export async function knownPerson(
  read: Reading,
  actor: Actor,
  asked: { readonly number: string; readonly right: Right },
): Promise<StoredCase> {
  const row = await caseOfPerson(read, actor, asked)
  if (row.erasedAt !== null) throw new CaseErasedProblem(row.number, text('runtime.privacy'))
  return row
}
