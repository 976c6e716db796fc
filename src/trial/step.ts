import type { Instant } from '../clock.js'
import { addNote, completeTask, withdrawCase } from '../runtime/index.js'
import type { House } from './house.js'
import { asProblem } from './failure.js'
import { passTime } from './pass-time.js'
import { TrialMovedOnProblem } from './problem.js'

/** What an administrator does in a trial, written down so that it can be done again on a new house. */
export type TrialStep =
  | { readonly kind: 'complete'; readonly taskId: number; readonly by: number; readonly body: unknown }
  | { readonly kind: 'pass'; readonly to: Instant }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'supplement'; readonly words: string }

/**
 * Takes a step through the real use cases. What people do takes a second, so that no two things happen at once.
 * @throws what the use case throws, a Problem always; nothing has happened then, but that a second may have passed
 */
export async function take(house: House, step: TrialStep): Promise<void> {
  try {
    await act(house, step)
  } catch (error) {
    throw asProblem(error, house.number)
  }
}

async function act(house: House, step: TrialStep): Promise<void> {
  const { parts, clock, number } = house
  if (step.kind === 'pass') {
    await passTime(parts, clock, step.to)
    return
  }
  await passTime(parts, clock, later(clock.now(), 1))
  switch (step.kind) {
    case 'complete':
      await complete(house, step)
      return
    case 'withdraw':
      await withdrawCase(parts, { number, reason: step.reason })
      return
    case 'supplement':
      await addNote(parts, { number, by: null, words: step.words, kind: 'case.supplemented' })
  }
}

async function complete(
  { parts, cast }: House,
  { taskId, by, body }: Extract<TrialStep, { kind: 'complete' }>,
): Promise<void> {
  const task = await parts.store.read.userTasks.byId(taskId)
  const person = cast.people.find(({ accountId }) => accountId === by)
  if (!task || !person) throw new TrialMovedOnProblem()
  await completeTask(parts, person, { taskId, revision: task.revision, body })
}

/** So many seconds later. */
export function later(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString()
}
