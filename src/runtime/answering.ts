import type { Actor } from '../casework/actor.js'
import { workRefusal } from '../casework/permission.js'
import { CaseClosedProblem, InvalidAnswersProblem, NotFoundProblem } from '../casework/problem.js'
import { cleanText, lengthOf } from '../casework/plain-text.js'
import { text } from '../catalogue/index.js'
import type { StoredCase, StoredUserTask } from '../store/index.js'
import { command } from './command.js'
import { notify } from './notices.js'
import type { Parts } from './parts.js'
import { pressedTasks } from './pressed.js'
import { caseInSight } from './queries/case-sight.js'
import { requireRight } from './rights.js'

/** So many characters may be said in answer to a paper. */
export const longestReply = 1000

/**
 * 回复督办: what a pressed person says to a paper or an urging; it stands on the paper and in the history, and whoever
 * pressed is told.
 * @throws NotFoundProblem when there is no such paper or it is not theirs to answer; InvalidAnswersProblem;
 *   CaseClosedProblem
 */
export function replyToPress(
  parts: Parts,
  actor: Actor,
  { number, supervisionId, words: given }: { number: string; supervisionId: number; words: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'supervision.reply')
    const row = await caseInSight({ read: unit }, actor, await unit.cases.byNumber(number))
    const paper = await unit.supervisions.byId(supervisionId)
    if (paper?.caseId !== row.id) throw new NotFoundProblem(text('runtime.supervision'))
    const limit = paper.deadlineId === null ? null : await unit.deadlines.byId(paper.deadlineId)
    const pressed = pressedTasks(paper, limit, await unit.userTasks.ofCase(row.id))
    if (!mayReply(actor, row, pressed)) throw new NotFoundProblem(text('runtime.supervision'))
    if (row.closedAt !== null)
      throw new CaseClosedProblem(number, text('runtime.ended'), text('runtime.supervision.reply'))
    const words = checkedReply(given)
    await unit.supervisions.reply([{ supervisionId, at: now, by: actor.accountId, words }])
    await unit.history.append([
      {
        caseId: row.id,
        instanceId: null,
        at: now,
        actorId: actor.accountId,
        actorName: actor.name,
        kind: 'supervision.replied',
        activityId: null,
        activityName: null,
        data: { words, number: paper.number },
      },
    ])
    await notify(unit, [
      {
        kind: paper.number === null ? 'reply.urge' : 'reply',
        to: paper.by === null ? { role: 'supervisor' } : { accountId: paper.by },
        at: now,
        fromId: actor.accountId,
        caseId: row.id,
        supervisionId,
        words: paper.number === null ? {} : { number: paper.number },
      },
    ])
  })
}

/** Whether this person is one of those who were pressed: theirs was a task of it, or their group’s. */
export function mayReply(
  actor: Actor,
  row: Pick<StoredCase, 'placeId' | 'registrarId' | 'departmentId' | 'subjectAccountId'>,
  pressed: readonly StoredUserTask[],
): boolean {
  const relation = {
    placeId: row.placeId,
    registrarId: row.registrarId,
    departmentIds: row.departmentId === null ? [] : [row.departmentId],
    openTaskDepartmentIds: [],
    subjectAccountId: row.subjectAccountId,
  }
  return pressed.some(
    ({ name, candidateGroup, placeId, departmentId, assigneeId }) =>
      workRefusal(
        actor,
        { name, candidateGroup: candidateGroup ?? '', placeId, departmentId, assigneeId, doneBefore: [] },
        relation,
      ) === null,
  )
}

function checkedReply(given: string): string {
  const words = cleanText(given)
  const length = lengthOf(words)
  if (words === '') throw new InvalidAnswersProblem({ words: text('runtime.supervision.reply.missing') })
  if (length > longestReply) {
    const over = length - longestReply
    throw new InvalidAnswersProblem({
      words: text('casework.answer.tooLong', { length, limit: longestReply, over }),
    })
  }
  return words
}
