import type { Actor } from '../casework/actor.js'
import {
  CaseClosedProblem,
  InvalidAnswersProblem,
  NotFoundProblem,
  StalePageProblem,
} from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { nextNumber } from './supervision.js'

/** 催办 (a message that presses) or 督办 (with a numbered 督办单), by hand, at any time (R5). */
export function pressCase(
  parts: Parts,
  actor: Actor,
  { number, kind, message }: { number: string; kind: 'urge' | 'supervise'; message: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const words = message.trim()
    if (words === '') throw new InvalidAnswersProblem({ message: text('runtime.press.message') })
    const row = await byNumber(unit, number)
    if (row.closedAt !== null)
      throw new CaseClosedProblem(number, text('runtime.ended'), text(`runtime.${kind}`))
    const paper = kind === 'supervise' ? await nextNumber(unit, now) : null
    await unit.supervisions.record([
      { caseId: row.id, deadlineId: null, kind, number: paper, message: words, at: now, by: actor.accountId },
    ])
    await unit.history.append([
      {
        caseId: row.id,
        instanceId: null,
        at: now,
        actorId: actor.accountId,
        actorName: actor.name,
        kind: kind === 'urge' ? 'case.urged' : 'case.supervised',
        activityId: null,
        activityName: null,
        data: { message: words, number: paper },
      },
    ])
  })
}

/** 改派: gives an open task to another person who may do it. */
export function reassignTask(
  parts: Parts,
  actor: Actor,
  { taskId, revision, to }: { taskId: number; revision: number; to: number },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const task = await unit.userTasks.byId(taskId)
    const person = await unit.accounts.byId(to)
    const fits =
      person?.active &&
      person.role === task?.candidateGroup &&
      (task.departmentId === null || task.departmentId === person.departmentId) &&
      (task.placeId === null || task.placeId === person.placeId)
    if (!task || !fits) throw new NotFoundProblem(text('runtime.task'))
    const lost = await unit.userTasks.claim([
      { id: task.id, expectedRevision: revision, assigneeId: person.id, at: now },
    ])
    if (lost.length > 0) throw new StalePageProblem(task.name, text('runtime.someone'))
    await unit.history.append([
      {
        caseId: task.caseId,
        instanceId: task.instanceId,
        at: now,
        actorId: actor.accountId,
        actorName: actor.name,
        kind: 'task.reassigned',
        activityId: task.activityId,
        activityName: task.name,
        data: { taskId, to: person.displayName },
      },
    ])
  })
}
