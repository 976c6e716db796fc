import { SubjectMissingProblem } from '../../casework/problem.js'
import type { CaseSubject } from '../case-subject.js'
import type { Recorder } from '../recorder.js'
import { recurrenceOf } from '../recurrence.js'

/**
 * 原因分析, 改派, 裁定: the departments of the case, the lead first; the next round of confirmation asks these. With the
 * cause known the question whether the problem came back (R9) is asked again, more exactly than at intake.
 */
export const recordAnalysis: Recorder = async ({ unit, subject, answers, at }) => {
  const { departments, ...facts } = answers
  refuseUnnamed(subject)
  if (Array.isArray(departments) && departments.length > 0) subject.assignDepartments(departments.map(Number))
  const { cause } = { ...subject.facts, ...facts }
  if (typeof cause !== 'string') return facts
  const { id: caseId, itemKey, registeredAt, recurrenceOf: before } = subject.row
  const departmentId = subject.collection('departments')[0] ?? null
  const earlier = await recurrenceOf(unit, { caseId, itemKey, departmentId, cause, registeredAt })
  subject.set({ recurrenceOf: earlier })
  // what looked like it at intake is not it any more
  if (before !== null && before !== earlier)
    await unit.links.remove([{ caseId, otherId: before, kind: 'recurrence' }])
  if (earlier !== null) await unit.links.add([{ caseId, otherId: earlier, kind: 'recurrence', at, by: null }])
  return { ...facts, recurrence: earlier === null ? 'no' : 'suspected' }
}

/** R22: who is complained about does not analyse it, so it must be known who that is. */
function refuseUnnamed({ row, facts }: CaseSubject): void {
  if (facts.aboutWhom === 'person' && row.subjectAccountId === null)
    throw new SubjectMissingProblem(row.number)
}
