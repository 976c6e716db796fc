import { z } from 'zod'
import { dayIn, localDateOf, type Day } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import type { Instant } from '../clock.js'
import { candidatesFor } from '../play/cast.js'
import { fillingOf } from '../play/fill-task.js'
import { casePage, caseProcessState, taskPage, type CasePage, type TaskPage } from '../runtime/index.js'
import type { StoredUserTask } from '../store/index.js'
import { roundOf } from './open-tasks.js'
import type { Trial } from './trial.js'

/** Who looks on: sees everything, does nothing, and is nobody of the office. */
const onlooker: Actor = { accountId: 0, name: '', role: 'supervisor', placeId: null, departmentId: null }

const coded = z.object({ code: z.string() })

/** Where a trial stands. */
export interface TrialStanding {
  readonly now: Instant
  /** Whether today is worked, and why not. */
  readonly day: Day
  readonly case: CasePage
  /** What is known of the case. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly departments: ReadonlyMap<number, string>
  readonly process: Awaited<ReturnType<typeof caseProcessState>>
  /** What time alone brings next: the warning or the end of a limit. */
  readonly next: { readonly kind: 'warning' | 'due'; readonly name: string; readonly at: Instant } | null
  /** Steps that could not be done when their time came, as an administrator of a real office would find them. */
  readonly incidents: readonly { readonly message: string; readonly code: string | null }[]
}

export async function standingOf({ house }: Trial): Promise<TrialStanding> {
  const { parts, number, clock } = house
  const page = await casePage(parts, onlooker, number)
  const [first] = await parts.store.read.moments.first(1)
  const row = await parts.store.read.cases.byNumber(number)
  const calendar = await parts.calendars.current(parts.store.read)
  const now = clock.now()
  const incidents = await parts.store.read.incidents.openOfCase(page.detail.id)
  return {
    now,
    day: dayIn(calendar, localDateOf(now)),
    case: page,
    facts: row?.facts ?? {},
    departments: new Map([...house.cast.departmentIds].map(([name, id]) => [id, name])),
    process: await caseProcessState(parts, onlooker, number),
    next: first
      ? {
          kind: first.kind,
          at: first.at,
          name: page.deadlines.find(({ id }) => id === first.deadlineId)?.name ?? '',
        }
      : null,
    incidents: incidents.map(({ message, detail }) => ({
      message,
      code: coded.safeParse(detail).data?.code ?? null,
    })),
  }
}

/** A task as the person sees it who does it. */
export interface TrialTask {
  readonly page: TaskPage
  /** Who does it; the onlooker when nobody can. */
  readonly as: Actor
  readonly candidates: readonly Actor[]
  /** Why nobody can: nobody has the role, or everybody who has it is refused, with the sentence that they read. */
  readonly nobody: 'noHolder' | 'refused' | null
}

/**
 * A task with its form, seen by the one who was asked for where they could do it, else by somebody who may.
 * @throws NotFoundProblem when there is no such task
 */
export async function trialTask({ house }: Trial, taskId: number, asked: number): Promise<TrialTask> {
  const { parts, cast } = house
  const task = await parts.store.read.userTasks.byId(taskId)
  const candidates = task ? candidatesFor(cast, task, 0) : []
  const inOrder = [...candidates].sort((one, other) => rank(other, asked) - rank(one, asked))
  let refused: TrialTask | null = null
  for (const person of inOrder) {
    const page = await taskPage(parts, person, taskId)
    const seen = { page, as: person, candidates, nobody: page.refusal === null ? null : ('refused' as const) }
    if (page.refusal === null || person.accountId === asked) return seen
    refused ??= seen
  }
  if (refused) return refused
  return { page: await taskPage(parts, onlooker, taskId), as: onlooker, candidates, nobody: 'noHolder' }
}

/** What the people of the case would answer. */
export async function exampleAnswers(
  { house, plan }: Trial,
  { page }: TrialTask,
): Promise<Readonly<Record<string, string | string[]>>> {
  const { parts, cast } = house
  const task: StoredUserTask = page.task
  const filling = await fillingOf(parts, cast, {
    task,
    plan: plan.script,
    round: await roundOf(house, task),
  })
  return filling.fill(page.form.fields)
}

/** Who could do each of these tasks, by the task's id. */
export function peopleFor(
  { house }: Trial,
  tasks: readonly StoredUserTask[],
): ReadonlyMap<number, readonly Actor[]> {
  return new Map(tasks.map(task => [task.id, candidatesFor(house.cast, task, 0)]))
}

function rank({ accountId }: Actor, asked: number): number {
  return Number(accountId === asked)
}
