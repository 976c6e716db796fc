import { text } from '../catalogue/index.js'
import { formatDate, localDateOf } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import type { NewNotice, StoredDeadline, StoredUserTask, Unit } from '../store/index.js'
import { covers } from './covering.js'
import { notify, reachOfTask } from './notices.js'

/**
 * What a passed deadline has led to reaches its people: whoever may do a task that opened, and, when that is a
 * supervisor’s, a 督办单 for those who still have the work. Whether it leads to one is the diagram’s matter; the paper
 * follows from it.
 */
export async function issueSupervision(
  unit: Unit,
  { deadline, openedTasks, now }: { deadline: StoredDeadline; openedTasks: readonly number[]; now: Instant },
) {
  const found = await Promise.all(openedTasks.map(id => unit.userTasks.byId(id)))
  const opened = found.filter(task => task !== null)
  if (deadline.caseId !== null && opened.some(task => task.candidateGroup === 'supervisor')) {
    await issue(unit, { ...deadline, caseId: deadline.caseId }, openedTasks, now)
  }
  await notify(
    unit,
    opened.flatMap(task => noticeFor(task, { kind: 'escalation', words: { limit: deadline.name }, at: now })),
  )
}

async function issue(
  unit: Unit,
  deadline: StoredDeadline & { readonly caseId: number },
  openedTasks: readonly number[],
  now: Instant,
) {
  const { caseId } = deadline
  const number = await nextNumber(unit, now)
  const message = text('runtime.supervision.passed', {
    limit: deadline.name,
    day: formatDate(deadline.dueOn),
  })
  const [supervisionId = 0] = await unit.supervisions.record([
    { caseId, deadlineId: deadline.id, kind: 'supervise', number, message, at: now, by: null },
  ])
  await unit.history.append([
    {
      caseId,
      instanceId: deadline.instanceId,
      at: now,
      actorId: null,
      actorName: null,
      kind: 'case.supervised',
      activityId: deadline.activityId,
      activityName: deadline.name,
      data: { message, number },
    },
  ])
  const pressed = (await unit.userTasks.openOf(deadline.instanceId)).filter(
    task => covers(deadline, task) && !openedTasks.includes(task.id),
  )
  await notify(
    unit,
    pressed.flatMap(task =>
      noticeFor(task, { kind: 'supervise', words: { number }, at: now, supervisionId }),
    ),
  )
}

/** A notice about a task for those who are to hear of it; none when nobody may do it. */
export function noticeFor(
  task: StoredUserTask,
  notice: Pick<NewNotice, 'kind' | 'words' | 'at' | 'supervisionId' | 'fromId'>,
): readonly NewNotice[] {
  const to = reachOfTask(task)
  return to === null ? [] : [{ ...notice, to, caseId: task.caseId, taskId: task.id }]
}

/** 督〔2026〕7号; counted per year without a gap. */
export async function nextNumber(unit: Unit, now: Instant): Promise<string> {
  const year = localDateOf(now).slice(0, 4)
  return text('runtime.supervision.number', { year, number: await unit.settings.next(`supervision ${year}`) })
}
