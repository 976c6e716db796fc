import type { Instant } from '../clock.js'
import type { StoredInstance, Unit } from '../store/index.js'
import { loadCase, loadCases } from './case-subject.js'
import { loadReport } from './report-subject.js'
import type { Subject } from './subject.js'

/** What an instance is about. */
export function loadSubject(unit: Unit, instance: StoredInstance, now: Instant): Promise<Subject> {
  return instance.subjectKind === 'case'
    ? loadCase(unit, instance.subjectId, now)
    : loadReport(unit, instance.subjectId)
}

/** What several instances are about, by the instance: cases with few questions, the few reports one by one. */
export async function loadSubjects(
  unit: Unit,
  instances: readonly StoredInstance[],
  now: Instant,
): Promise<ReadonlyMap<number, Subject>> {
  const caseIds = instances.filter(one => one.subjectKind === 'case').map(one => one.subjectId)
  const cases = new Map((await loadCases(unit, caseIds, now)).map(subject => [subject.id, subject]))
  const subjects = new Map<number, Subject>()
  for (const instance of instances) {
    const known = instance.subjectKind === 'case' ? cases.get(instance.subjectId) : undefined
    subjects.set(instance.id, known ?? (await loadSubject(unit, instance, now)))
  }
  return subjects
}
