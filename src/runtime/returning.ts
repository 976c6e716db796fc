import type { Actor } from '../casework/actor.js'
import { CannotReturnProblem, InvalidAnswersProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { ProcessDefinition } from '../engine/index.js'
import type { StoredHistoryEntry, StoredInstance, StoredUserTask, Unit, Readers } from '../store/index.js'
import { loadCase } from './case-subject.js'
import { command } from './command.js'
import { scopesOf } from './definitions.js'
import { notify, reachOfTask } from './notices.js'
import type { Parts } from './parts.js'
import { lastTurn, standAgain, type LastTurn } from './standing-again.js'
import { requireMayWork } from './task-permission.js'
import { openTask } from './tasks.js'

/** The longest reason. */
export const longestReturn = 500

/** The step before a task: what was done, by whom, and the turn that it made. */
interface StepBefore {
  readonly turn: LastTurn
  readonly done: StoredHistoryEntry
}

/**
 * 退回: gives the case back to the step before, with a reason (decision 0010). Whoever did that step has it again, with
 * what they had written as a draft, and is told.
 * @throws InvalidAnswersProblem without a reason; CannotReturnProblem with what to do instead; the problems of a
 *   completion
 */
export function returnTask(
  parts: Parts,
  actor: Actor,
  given: { readonly taskId: number; readonly revision: number; readonly reason: string },
): Promise<void> {
  return command(parts, async (unit, now, stake) => {
    const { task, instance } = await openTask(unit, actor, given.taskId, given.revision)
    const definition = await parts.definitions.byId(instance.definitionId)
    const row = task.caseId === null ? null : await unit.cases.byId(task.caseId)
    await requireMayWork(unit, actor, task, { definition, row })
    const reason = given.reason.trim()
    if (reason === '') throw new InvalidAnswersProblem({ reason: text('runtime.return.reason') })
    if (reason.length > longestReturn)
      throw new InvalidAnswersProblem({ reason: text('runtime.return.long', { limit: longestReturn }) })
    const before = row === null ? null : await stepBefore(unit, { task, instance, definition })
    if (row === null || before === null) throw new CannotReturnProblem(task.name)
    stake({ kind: 'turn', instanceId: instance.id, caseId: row.id, number: row.number })

    const mover = { at: now, by: actor.accountId, byName: actor.name }
    const subject = await loadCase(unit, row.id, now)
    const answers = answersOf(before.done)
    // what that step said holds no longer; whoever takes it up again finds it in their form
    for (const name of Object.keys(answers)) if (name in subject.facts) subject.note(name, null)
    await unit.history.append([
      {
        ...{
          caseId: row.id,
          instanceId: instance.id,
          at: now,
          actorId: actor.accountId,
          actorName: actor.name,
        },
        ...{ kind: 'task.returned', activityId: task.activityId, activityName: task.name },
        data: { taskId: task.id, to: before.done.activityName, reason },
      },
    ])
    const limits = await unit.deadlines.openOf(instance.id)
    const [opened = 0] = await standAgain(parts, unit, {
      ...{ instance, definition, subject, mover, turn: before.turn },
      rowOf: wait =>
        limits.find(row => row.firedAt === null && row.activityId === wait.activityId)?.slot ?? null,
    })
    await subject.save(unit, null)
    await handBack(unit, { taskId: opened, to: before.done.actorId, answers, reason, from: actor, at: now })
  })
}

/**
 * The step that a task can be given back to; null when there is none, or what it did cannot be taken back: it wrote more
 * than facts, a clock of the notice began with it, or the citizen was answered.
 */
export async function stepBefore(
  unit: Pick<Readers, 'userTasks' | 'history' | 'engineStates'>,
  {
    task,
    instance,
    definition,
  }: { task: StoredUserTask; instance: StoredInstance; definition: ProcessDefinition },
): Promise<StepBefore | null> {
  const turn = await lastTurn(unit, instance.id)
  if (turn?.entry.at !== task.openedAt) return null
  const open = await unit.userTasks.openOf(instance.id)
  const before = turn.from.waits.filter(({ kind }) => kind === 'userTask' || kind === 'job')
  if (open.length !== 1 || before.length !== 1) return null
  const done = (await unit.history.ofInstance(instance.id)).findLast(
    entry => entry.kind === 'task.completed' && entry.id < turn.entry.id,
  )
  if (done?.at !== turn.entry.at || done.activityId !== before[0]?.activityId) return null
  const node = definition.nodes.get(done.activityId)
  if (node?.multiInstance || writesRows.has(node?.userTask?.form.key ?? '')) return null
  if (startsClock(definition, turn) || leftPromise(definition, done.activityId, task.activityId)) return null
  return { turn, done }
}

/** Forms that keep more than facts: what they said was said. */
const writesRows = new Set(['confirmation', 'phone-reply', 'rectification', 'verification', 'feedback'])

/** Whether the turn noted a fact that a limit of the notice counts from. */
function startsClock({ nodes }: ProcessDefinition, { passed }: LastTurn): boolean {
  const from = new Set(
    [...nodes.values()].flatMap(({ timer }) => (timer?.kind === 'statutory' ? (timer.from ?? []) : [])),
  )
  return passed.some(one => {
    const node = nodes.get(one.split(' ')[1] ?? '')
    return node?.outputs.some(({ name }) => from.has(name)) ?? false
  })
}

/** Whether with this step the case left what a limit of the notice covers: the citizen has been answered. */
function leftPromise(definition: ProcessDefinition, from: string, to: string): boolean {
  const covered = [...definition.nodes.values()].flatMap(({ timer, attachedTo }) =>
    timer?.kind === 'statutory' ? (attachedTo ?? []) : [],
  )
  const [left, entered] = [scopesOf(definition, from), scopesOf(definition, to)]
  return covered.some(scope => left.includes(scope) && !entered.includes(scope))
}

function answersOf({ data }: StoredHistoryEntry): Readonly<Record<string, unknown>> {
  const answers = data?.answers
  return typeof answers === 'object' && answers !== null ? (answers as Readonly<Record<string, unknown>>) : {}
}

async function handBack(
  unit: Unit,
  given: {
    taskId: number
    to: number | null
    answers: Readonly<Record<string, unknown>>
    reason: string
    from: Actor
    at: string
  },
): Promise<void> {
  const { taskId, to, answers, reason, from, at } = given
  const task = await unit.userTasks.byId(taskId)
  if (!task) throw new Error(`Nothing opened when a task was given back`)
  await unit.userTasks.saveDraft([{ id: taskId, draft: answers }])
  const person = to === null ? null : await unit.accounts.byId(to)
  if (person?.active)
    await unit.userTasks.claim([{ id: taskId, expectedRevision: task.revision, assigneeId: person.id, at }])
  const reach = person?.active ? { accountId: person.id } : reachOfTask(task)
  if (reach === null) return
  const about = { at, fromId: from.accountId, caseId: task.caseId, taskId }
  await notify(unit, [{ ...about, kind: 'return', to: reach, words: { task: task.name, reason } }])
}
