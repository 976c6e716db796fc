import type { Actor } from '../casework/actor.js'
import { parseAnswers } from '../casework/answers.js'
import type { Answers } from '../casework/answers.js'
import {
  InvalidAnswersProblem,
  StalePageProblem,
  TaskAlreadyClosedProblem,
  TaskClaimedByOtherProblem,
} from '../casework/problem.js'
import { withoutNumber } from '../casework/phone-call.js'
import { text } from '../catalogue/index.js'
import { evaluateFeel } from '../engine/index.js'
import type { FormField } from '../engine/index.js'
import type { StoredInstance, StoredUserTask, Unit } from '../store/index.js'
import { command } from './command.js'
import { loadCase } from './case-subject.js'
import type { CaseSubject } from './case-subject.js'
import { loadReport } from './report-subject.js'
import type { ReportSubject } from './report-subject.js'
import type { Parts } from './parts.js'
import { step } from './process-runner.js'
import { recorderOf } from './recorders/index.js'
import { completeReportTask } from './report-tasks.js'
import { ownTask, requireMayWork } from './task-permission.js'

/** A completion as it comes from a page. */
export interface Completion {
  readonly taskId: number
  /** The revision the page showed. */
  readonly revision: number
  /** The form’s body as it was posted. */
  readonly body: unknown
}

/**
 * Completes a task: answers, records, facts, the process’s next step, in one transaction.
 *
 * @returns the tasks that opened with it, for “the next thing to do”
 * @throws InvalidAnswersProblem with a sentence per field; TaskAlreadyClosedProblem, StalePageProblem when someone was
 *   faster; the problems of {@link requireMayWork}
 */
export function completeTask(parts: Parts, actor: Actor, completion: Completion): Promise<readonly number[]> {
  return command(parts, async (unit, now, stake) => {
    const { task, instance } = await openTask(unit, actor, completion.taskId, completion.revision)
    const definition = await parts.definitions.byId(instance.definitionId)
    const node = definition.nodes.get(task.activityId)
    const form = node?.userTask?.form ?? { fields: [] }
    const subject =
      instance.subjectKind === 'case'
        ? await loadCase(unit, instance.subjectId, now)
        : await loadReport(unit, instance.subjectId)
    await requireMayWork(unit, actor, task, {
      definition,
      row: subject.kind === 'case' ? subject.row : null,
    })
    stake({ kind: 'turn', instanceId: instance.id, caseId: task.caseId, number: nameOf(subject) })

    const departments = await unit.places.departments()
    const known = new Set(departments.map(department => department.id))
    const answers = readAnswers(form.fields, completion.body, subject, known, now)
    const facts =
      subject.kind === 'case'
        ? await recorderOf(form.key)({ parts, unit, subject, task, actor, answers, at: now })
        : await completeReportTask(form.key, { unit, subject, actor, answers, at: now })
    for (const [name, value] of Object.entries(facts)) subject.note(name, value)
    await unit.history.append([
      {
        caseId: task.caseId,
        instanceId: instance.id,
        at: now,
        actorId: actor.accountId,
        actorName: actor.name,
        kind: 'task.completed',
        activityId: task.activityId,
        activityName: task.name,
        data: { taskId: task.id, answers: withoutNumber(answers) },
      },
    ])
    const { openedTasks } = await step(parts, unit, {
      instance,
      subject,
      stimulus: { kind: 'complete', slot: task.slot },
      mover: { at: now, by: actor.accountId, byName: actor.name, completes: task.id },
    })
    return openedTasks
  })
}

/** 签收: takes a task for oneself. Claiming one’s own again changes nothing. */
export function claimTask(
  parts: Parts,
  actor: Actor,
  { taskId, revision }: Omit<Completion, 'body'>,
): Promise<void> {
  return command(parts, async (unit, now) => {
    const { task, instance } = await openTask(unit, actor, taskId, revision)
    const definition = await parts.definitions.byId(instance.definitionId)
    const row = task.caseId === null ? null : await unit.cases.byId(task.caseId)
    await requireMayWork(unit, actor, task, { definition, row })
    if (task.assigneeId === actor.accountId) return
    await change(
      unit,
      task,
      await unit.userTasks.claim([
        { id: task.id, expectedRevision: revision, assigneeId: actor.accountId, at: now },
      ]),
    )
    await noteOnTask(unit, task, actor, now, 'task.claimed')
  })
}

/** 退回: gives a task back to all who may do it. */
export function releaseTask(
  parts: Parts,
  actor: Actor,
  { taskId, revision }: Omit<Completion, 'body'>,
): Promise<void> {
  return command(parts, async (unit, now) => {
    const { task } = await openTask(unit, actor, taskId, revision)
    if (task.assigneeId !== actor.accountId)
      throw new TaskClaimedByOtherProblem(task.name, await nameOfAccount(unit, task.assigneeId))
    await change(unit, task, await unit.userTasks.release([{ id: task.id, expectedRevision: revision }]))
    await noteOnTask(unit, task, actor, now, 'task.released')
  })
}

/** The task a page shows, as long as it is the same. @throws NotFoundProblem, TaskAlreadyClosedProblem, StalePageProblem */
export async function openTask(
  unit: Unit,
  actor: Actor,
  taskId: number,
  revision: number,
): Promise<{ task: StoredUserTask; instance: StoredInstance }> {
  const { task, instance } = await ownTask(unit, actor, taskId)
  if (task.closedAt !== null)
    throw new TaskAlreadyClosedProblem(task.name, await nameOfAccount(unit, task.closedBy))
  if (task.revision !== revision)
    throw new StalePageProblem(task.name, await nameOfAccount(unit, task.assigneeId))
  return { task, instance }
}

/** Reads the answers to a form beside what is known. @throws InvalidAnswersProblem with a sentence per field */
export function readAnswers(
  fields: readonly FormField[],
  body: unknown,
  subject: CaseSubject | ReportSubject,
  departmentIds: ReadonlySet<number>,
  now: string,
): Answers {
  const context = subject.context(now)
  const parsed = parseAnswers(fields, body, {
    departmentIds,
    shown: (field, answers) =>
      field.showWhen === undefined || evaluateFeel(field.showWhen, { ...context, ...answers }) === true,
  })
  if (!parsed.ok) throw new InvalidAnswersProblem(parsed.errors)
  // An answer of an earlier round to a question that is not asked now no longer holds.
  return { ...Object.fromEntries(parsed.hidden.map(id => [id, null])), ...parsed.answers }
}

async function change(unit: Unit, task: StoredUserTask, lost: readonly number[]) {
  if (lost.length > 0) throw new StalePageProblem(task.name, await nameOfAccount(unit, task.assigneeId))
}

async function noteOnTask(unit: Unit, task: StoredUserTask, actor: Actor, at: string, kind: string) {
  await unit.history.append([
    {
      caseId: task.caseId,
      instanceId: task.instanceId,
      at,
      actorId: actor.accountId,
      actorName: actor.name,
      kind,
      activityId: task.activityId,
      activityName: task.name,
      data: { taskId: task.id },
    },
  ])
}

async function nameOfAccount(unit: Unit, accountId: number | null): Promise<string> {
  const account = accountId === null ? null : await unit.accounts.byId(accountId)
  return account?.displayName ?? text('runtime.someone')
}

function nameOf(subject: CaseSubject | ReportSubject): string {
  return subject.kind === 'case' ? subject.row.number : subject.row.quarter
}
