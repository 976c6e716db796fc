import { isCauseCode } from '../../casework/cause.js'
import { PreventionMissingProblem } from '../../casework/problem.js'
import { itemKey } from '../../casework/recurrence.js'
import type { StoredRectification, Unit } from '../../store/index.js'
import type { Recorder } from '../recorder.js'
import { reusable } from '../reusing.js'

/** 部门整改: what was changed, before and after, and how it is kept from coming back (R9, R17). */
export const recordRectification: Recorder = async ({ unit, subject, task, actor, answers, at }) => {
  const said = (name: string) => (typeof answers[name] === 'string' ? answers[name] : null)
  const prevention = said('prevention')
  if (!prevention) throw new PreventionMissingProblem(subject.row.itemName)
  const departmentId = task.departmentId ?? actor.departmentId
  const { cause } = subject.facts
  if (departmentId !== null) {
    const itemName = said('rectificationItem')
    const change = { beforeText: said('before'), afterText: said('after'), effectiveOn: said('effectiveOn') }
    subject.submitRectification({
      departmentId,
      itemKey: itemName === null ? subject.row.itemKey : itemKey(itemName),
      itemName,
      part: said('rectificationPart'),
      sameAs: await sameAs(unit, departmentId, subject.id, change),
      ...change,
      cause: isCauseCode(cause) ? cause : null,
      element: said('rectificationElement') ?? '',
      basis: said('basis'),
      evidence: said('evidence'),
      publishedAt: said('publishedAt'),
      prevention,
      submittedAt: at,
      submittedBy: actor.accountId,
    })
  }
  return answers
}

/** The first of the department’s rectifications for other cases that says the very same: one that serves several. */
async function sameAs(
  unit: Unit,
  departmentId: number,
  caseId: number,
  {
    beforeText,
    afterText,
    effectiveOn,
  }: Pick<StoredRectification, 'beforeText' | 'afterText' | 'effectiveOn'>,
): Promise<number | null> {
  const handedIn = await unit.rectifications.ofDepartment(departmentId, reusable)
  const same = handedIn.findLast(
    one =>
      one.caseId !== caseId &&
      one.beforeText === beforeText &&
      one.afterText === afterText &&
      one.effectiveOn === effectiveOn,
  )
  return same?.sameAs ?? same?.id ?? null
}
