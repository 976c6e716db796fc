import type { Actor } from '../casework/actor.js'
import { InvalidAnswersProblem, NotFoundProblem, StalePageProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { command } from './command.js'
import { once } from './once.js'
import type { Parts } from './parts.js'
import { reassignOne } from './reassigning.js'

/** What is given to another: a task of a case, as the page showed it. */
export interface ReassignTarget {
  readonly number: string
  readonly taskId: number
  readonly revision: number
}

/** What came of it, task by task, in the order of the targets. */
export interface Reassigned {
  readonly done: readonly string[]
  readonly refused: readonly {
    readonly number: string
    /** unfit: not this person’s to do; changed: another was faster */
    readonly why: 'unfit' | 'changed'
  }[]
}

/**
 * 改派 of several tasks to one person, in one transaction. What somebody else has done or taken meanwhile, and what the
 * person may not do, is left alone and named. The same form sent twice gives once.
 *
 * @throws InvalidAnswersProblem for `targets` when there are none, or when they are of several roles: nobody has two;
 *   for `to` when there is no such person; for `reason` when there is none
 */
export function reassignTasks(
  parts: Parts,
  actor: Actor,
  {
    targets,
    to,
    reason,
    submissionId,
  }: { targets: readonly ReassignTarget[]; to: number; reason: string; submissionId: string },
): Promise<Reassigned> {
  return command(parts, async (unit, now) => {
    if (targets.length === 0) throw new InvalidAnswersProblem({ targets: text('runtime.reassign.targets') })
    const person = await unit.accounts.byId(to)
    if (!person?.active) throw new InvalidAnswersProblem({ to: text('runtime.reassign.person') })
    const asked = { targets, to, reason }
    return once(unit, { submissionId, asked, by: actor.accountId, at: now }, async () => {
      const tasks = await Promise.all(targets.map(({ taskId }) => unit.userTasks.byId(taskId)))
      if (new Set(tasks.flatMap(task => task?.candidateGroup ?? [])).size > 1)
        throw new InvalidAnswersProblem({ targets: text('runtime.reassign.groups') })
      const done: string[] = []
      const refused: Reassigned['refused'][number][] = []
      for (const [index, { number, taskId, revision }] of targets.entries()) {
        // what was done meanwhile is nobody’s to give
        if (tasks[index]?.closedAt !== null) {
          refused.push({ number, why: 'changed' })
          continue
        }
        try {
          await reassignOne(parts, unit, actor, { taskId, revision, to, reason, now })
          done.push(number)
        } catch (error) {
          refused.push({ number, why: whyNot(error) })
        }
      }
      return { done, refused }
    })
  })
}

/** Both are said before anything is written, so the others can go on in the same transaction. */
function whyNot(error: unknown): Reassigned['refused'][number]['why'] {
  if (error instanceof NotFoundProblem) return 'unfit'
  if (error instanceof StalePageProblem) return 'changed'
  throw error
}
