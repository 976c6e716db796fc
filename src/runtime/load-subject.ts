import type { Instant } from '../clock.js'
import type { StoredInstance, Unit } from '../store/index.js'
import { loadCase } from './case-subject.js'
import { loadReport } from './report-subject.js'
import type { Subject } from './subject.js'

/** What an instance is about. */
export function loadSubject(unit: Unit, instance: StoredInstance, now: Instant): Promise<Subject> {
  return instance.subjectKind === 'case'
    ? loadCase(unit, instance.subjectId, now)
    : loadReport(unit, instance.subjectId)
}
