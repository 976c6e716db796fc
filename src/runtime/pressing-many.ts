import type { Actor } from '../casework/actor.js'
import { InvalidAnswersProblem } from '../casework/problem.js'
import { formatInstant } from '../calendar/index.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredCase, StoredDeadline, Unit } from '../store/index.js'
import { command } from './command.js'
import { once } from './once.js'
import type { Parts } from './parts.js'
import { longestMessage, pressOne } from './pressing.js'
import type { Press } from './pressing.js'

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

/**
 * 催办 or 督办 of a list, in one transaction (R5). What has ended or been done meanwhile is left alone and named, the rest is
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
        await pressOne(unit, actor, row, { kind, message: words, deadlineId, now })
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
