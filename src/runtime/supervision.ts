import { text } from '../catalogue/index.js'
import { formatDate, localDateOf } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import type { StoredDeadline, Unit } from '../store/index.js'

/**
 * Issues the 督办单 when a passed deadline has led to a supervisor’s task: whether it does is the diagram’s matter, the
 * paper follows from it.
 */
export async function issueSupervision(
  unit: Unit,
  { deadline, openedTasks, now }: { deadline: StoredDeadline; openedTasks: readonly number[]; now: Instant },
) {
  if (deadline.caseId === null) return
  const tasks = await Promise.all(openedTasks.map(id => unit.userTasks.byId(id)))
  if (!tasks.some(task => task?.candidateGroup === 'supervisor')) return
  await unit.supervisions.record([
    {
      caseId: deadline.caseId,
      deadlineId: deadline.id,
      kind: 'supervise',
      number: await nextNumber(unit, now),
      message: text('runtime.supervision.passed', { limit: deadline.name, day: formatDate(deadline.dueOn) }),
      at: now,
      by: null,
    },
  ])
}

/** 督〔2026〕7号; counted per year without a gap. */
export async function nextNumber(unit: Unit, now: Instant): Promise<string> {
  const year = localDateOf(now).slice(0, 4)
  return text('runtime.supervision.number', { year, number: await unit.settings.next(`supervision ${year}`) })
}
