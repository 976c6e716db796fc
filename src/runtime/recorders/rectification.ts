import { isCauseCode } from '../../casework/cause.js'
import { PreventionMissingProblem } from '../../casework/problem.js'
import type { Recorder } from '../recorder.js'

/** 部门整改: what was changed, before and after, and how it is kept from coming back (R9, R17). */
export const recordRectification: Recorder = ({ subject, task, actor, answers, at }) => {
  const said = (name: string) => (typeof answers[name] === 'string' ? answers[name] : null)
  const prevention = said('prevention')
  if (!prevention) throw new PreventionMissingProblem(subject.row.itemName)
  const departmentId = task.departmentId ?? actor.departmentId
  const { cause } = subject.facts
  if (departmentId !== null) {
    subject.submitRectification({
      departmentId,
      cause: isCauseCode(cause) ? cause : null,
      element: said('rectificationElement') ?? '',
      beforeText: said('before'),
      afterText: said('after'),
      basis: said('basis'),
      effectiveOn: said('effectiveOn'),
      evidence: said('evidence'),
      publishedAt: said('publishedAt'),
      prevention,
      submittedAt: at,
      submittedBy: actor.accountId,
    })
  }
  return answers
}
