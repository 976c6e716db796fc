import type { Actor } from '../casework/actor.js'
import { CaseClosedProblem, InvalidAnswersProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredCase, StoredUserTask, Unit } from '../store/index.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import { covers } from './covering.js'
import { notify } from './notices.js'
import { once } from './once.js'
import type { Parts } from './parts.js'
import { nextNumber, noticeFor } from './supervision.js'
import { requireRight } from './rights.js'

/** The longest message. */
export const longestMessage = 500

/** What presses a case. */
export interface Press {
  readonly kind: 'urge' | 'supervise'
  readonly message: string
  /** the limit that it is about; the whole case when there is none */
  readonly deadlineId?: number | null | undefined
}

/**
 * 催办 (a message that presses) or 督办 (with a numbered 督办单), by hand, at any time (R5). The same form sent twice
 * presses once.
 * @throws NotFoundProblem; the problems of {@link pressOne}
 */
export function pressCase(
  parts: Parts,
  actor: Actor,
  { number, submissionId, ...press }: Press & { readonly number: string; readonly submissionId: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const asked = { number, ...press }
    await once(unit, { submissionId, asked, by: actor.accountId, at: now }, async () => {
      await pressOne(unit, actor, await byNumber(unit, number), { ...press, now })
      return null
    })
  })
}

/**
 * Presses one case, in the caller’s transaction: on record, in the history, and told to whoever has the work.
 * @throws NotAllowedProblem for whoever is no supervisor; InvalidAnswersProblem without words; CaseClosedProblem
 */
export async function pressOne(
  unit: Unit,
  actor: Actor,
  row: StoredCase,
  { kind, message, deadlineId = null, now }: Press & { readonly now: Instant },
): Promise<void> {
  requireRight(actor, 'case.press')
  const words = message.trim()
  if (words === '') throw new InvalidAnswersProblem({ message: text('runtime.press.message') })
  if (words.length > longestMessage) {
    const message = text('runtime.press.long', { length: words.length, limit: longestMessage })
    throw new InvalidAnswersProblem({ message })
  }
  if (row.closedAt !== null)
    throw new CaseClosedProblem(row.number, text('runtime.ended'), text(`runtime.${kind}`))
  const limit = deadlineId === null ? null : await unit.deadlines.byId(deadlineId)
  const own = limit?.caseId === row.id ? limit : null
  const number = kind === 'supervise' ? await nextNumber(unit, now) : null
  const [supervisionId = 0] = await unit.supervisions.record([
    {
      caseId: row.id,
      deadlineId: own?.id ?? null,
      kind,
      number,
      message: words,
      at: now,
      by: actor.accountId,
    },
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
      data: { message: words, number },
    },
  ])
  const tasks = (await unit.userTasks.ofCase(row.id)).filter(
    task => task.closedAt === null && isPressable(task) && (own === null || covers(own, task)),
  )
  await notify(
    unit,
    tasks.flatMap(task =>
      noticeFor(task, {
        kind,
        words: number === null ? {} : { number },
        at: now,
        fromId: actor.accountId,
        supervisionId,
      }),
    ),
  )
}

/** Those who press are not pressed themselves: the tasks of the supervisor and above stay out of it. */
export function isPressable({ candidateGroup }: Pick<StoredUserTask, 'candidateGroup'>): boolean {
  return candidateGroup !== 'supervisor' && candidateGroup !== 'leader'
}
