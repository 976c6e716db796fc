import type { Actor } from '../casework/actor.js'
import { InvalidAnswersProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { caseEntry } from './case-entry.js'
import { loadCase } from './case-subject.js'
import { command } from './command.js'
import { requireWords } from './free-words.js'
import type { Parts } from './parts.js'
import { caseToWorkOn } from './working-on.js'

/**
 * 被反映人 (R22): says which of the office’s people a case is about. From then on they may do nothing about it; what they
 * had taken goes back to the others. Who was named cannot take their name out again.
 * @throws InvalidAnswersProblem; the problems of {@link caseToWorkOn}
 */
export function nameSubject(
  parts: Parts,
  actor: Actor,
  given: { readonly number: string; readonly accountId: number; readonly reason: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await caseToWorkOn(unit, actor, {
      ...{ number: given.number, right: 'case.subject', action: 'runtime.subject' },
    })
    const person = await unit.accounts.byId(given.accountId)
    if (!person) throw new InvalidAnswersProblem({ subject: text('runtime.subject.person') })
    const reason = requireWords(given.reason, {
      ...{ field: 'subjectReason', limit: 500, missing: 'runtime.subject.reason' },
    })
    const theirs = (await unit.userTasks.ofCase(row.id)).filter(
      task => task.closedAt === null && task.assigneeId === person.id,
    )
    await unit.userTasks.release(theirs.map(({ id, revision }) => ({ id, expectedRevision: revision })))
    const subject = await loadCase(unit, row.id, now)
    subject.set({ subjectAccountId: person.id })
    await subject.save(unit, null)
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.history.append([caseEntry(row, mover, 'case.subject', { name: person.displayName, reason })])
  })
}
