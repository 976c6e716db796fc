import type { Actor } from '../casework/actor.js'
import type { Answers } from '../casework/answers.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import type { ReportSubject } from './report-subject.js'

/** Writes what a form of the quarter’s process says beside the report’s facts: a leader’s acknowledgement. */
export async function completeReportTask(
  formKey: string | undefined,
  {
    unit,
    subject,
    actor,
    answers,
    at,
  }: { unit: Unit; subject: ReportSubject; actor: Actor; answers: Answers; at: Instant },
): Promise<Answers> {
  if (formKey !== 'quarter-acknowledge') return answers
  const remark = typeof answers.remark === 'string' ? answers.remark : null
  await unit.reports.acknowledge([{ reportId: subject.id, accountId: actor.accountId, at, remark }])
  return {}
}
