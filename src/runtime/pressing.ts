import type { Actor } from '../casework/actor.js'
import {
  CaseClosedProblem,
  InvalidAnswersProblem,
  NotFoundProblem,
  StalePageProblem,
} from '../casework/problem.js'
import { formatInstant } from '../calendar/index.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredCase, StoredDeadline, Unit } from '../store/index.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import { once } from './once.js'
import type { Parts } from './parts.js'
import { nextNumber } from './supervision.js'

/** The longest message. */
export const longestMessage = 500

/** What is pressed for: a case, and which of its deadlines. */
export interface PressTarget {
  readonly number: string
  readonly deadlineId: number | null
}

/** What came of it, case by case, in the order of the targets. */
export interface Pressed {
  readonly done: readonly string[]
  readonly refused: readonly { readonly number: string; readonly why: 'unknown' | 'ended' | 'met' }[]
}

/** 催办 (a message that presses) or 督办 (with a numbered 督办单), by hand, at any time (R5). */
export function pressCase(
  parts: Parts,
  actor: Actor,
  { number, kind, message }: { number: string; kind: Press['kind']; message: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const words = message.trim()
    if (words === '') throw new InvalidAnswersProblem({ message: text('runtime.press.message') })
    const row = await byNumber(unit, number)
    if (row.closedAt !== null)
      throw new CaseClosedProblem(number, text('runtime.ended'), text(`runtime.${kind}`))
    await press(unit, actor, { row, deadlineId: null, kind, words, now })
  })
}

/**
 * The same for a list, in one transaction. What has ended or been done meanwhile is left alone and named, the rest is
 * pressed for. With no message each is told what its own deadline says. The same form sent twice presses once.
 *
 * @throws InvalidAnswersProblem for `targets` when there are none, for `message` when it is too long
 */
export function pressCases(
  parts: Parts,
  actor: Actor,
  {
    targets,
    kind,
    message,
    submissionId,
  }: { targets: readonly PressTarget[]; kind: Press['kind']; message: string; submissionId: string },
): Promise<Pressed> {
  const said = message.trim()
  return command(parts, (unit, now) => {
    if (targets.length === 0) throw new InvalidAnswersProblem({ targets: text('runtime.press.targets') })
    if (said.length > longestMessage)
      throw new InvalidAnswersProblem({
        message: text('runtime.press.long', { length: said.length, limit: longestMessage }),
      })
    const asked = { targets, kind, message: said }
    return once(unit, { submissionId, asked, by: actor.accountId, at: now }, async () => {
      const done: string[] = []
      const refused: Pressed['refused'][number][] = []
      for (const { number, deadlineId } of targets) {
        const row = await unit.cases.byNumber(number)
        const deadline = deadlineId === null ? null : await unit.deadlines.byId(deadlineId)
        const why = refusal(row, deadline)
        if (!row || why !== null) {
          refused.push({ number, why: why ?? 'unknown' })
          continue
        }
        const words = said || (await standardWords(unit, row, deadline, now))
        await press(unit, actor, { row, deadlineId, kind, words, now })
        done.push(number)
      }
      return { done, refused }
    })
  })
}

function refusal(
  row: StoredCase | null,
  deadline: StoredDeadline | null,
): Pressed['refused'][number]['why'] | null {
  if (row === null || (deadline !== null && deadline.caseId !== row.id)) return 'unknown'
  if (row.closedAt !== null) return 'ended'
  return deadline !== null && deadline.closedAt !== null ? 'met' : null
}

/** What a press says when nobody wrote anything: what is due and when. */
async function standardWords(
  unit: Unit,
  row: StoredCase,
  deadline: StoredDeadline | null,
  now: Instant,
): Promise<string> {
  if (deadline !== null) {
    const words = deadline.dueAt < now ? 'watch.press.passed' : 'watch.press.due'
    return text(words, { name: deadline.name, when: formatInstant(deadline.dueAt) })
  }
  const open = (await unit.userTasks.ofCase(row.id)).find(task => task.closedAt === null)
  return text('case.press.words', { task: open?.name ?? row.itemName })
}

/** One press: what the 督办 is, and that it happened. */
async function press(unit: Unit, actor: Actor, { row, deadlineId, kind, words, now }: Press): Promise<void> {
  const paper = kind === 'supervise' ? await nextNumber(unit, now) : null
  await unit.supervisions.record([
    { caseId: row.id, deadlineId, kind, number: paper, message: words, at: now, by: actor.accountId },
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
}

interface Press {
  readonly row: StoredCase
  readonly deadlineId: number | null
  readonly kind: 'urge' | 'supervise'
  readonly words: string
  readonly now: Instant
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
