import type { Actor } from '../casework/actor.js'
import { endingLabel, endingOf } from '../casework/ending.js'
import {
  CaseErasedProblem,
  ComplainedAboutProblem,
  InvalidAnswersProblem,
  NothingToDoProblem,
  RestrictedProblem,
} from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { caseEntry } from './case-entry.js'
import { loadCase } from './case-subject.js'
import { byNumber, caseProcess } from './cases.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { startProcess } from './process-runner.js'
import { requireRight } from './rights.js'

/** The longest reason. */
export const longestReopening = 500

/**
 * 重新办理: the citizen was told that it is done, and it is not. The same case begins anew with its number, its history
 * and what is known; the diagram in force is walked from the office’s examination on (`reopenedAt` says so at
 * Gateway_Channel). Of what was promised before everything is kept in the ledgers of its deadlines.
 * @throws NotAllowedProblem, InvalidAnswersProblem without a reason, ComplainedAboutProblem; NothingToDoProblem for a
 *   case that goes on, was withdrawn or merged; RestrictedProblem when the citizen wants it used no further
 */
export function reopenCase(
  parts: Parts,
  actor: Actor,
  { number, reason: given }: { readonly number: string; readonly reason: string },
): Promise<void> {
  return command(parts, async (unit, now, stake) => {
    requireRight(actor, 'case.reopen')
    const row = await byNumber(unit, number)
    if (row.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(text('runtime.reopen'))
    if (row.erasedAt !== null) throw new CaseErasedProblem(number, text('runtime.reopen'))
    if (row.restrictedAt !== null) throw new RestrictedProblem(number, text('runtime.reopen'))
    if (!mayReopen(row)) throw new NothingToDoProblem(number, text('runtime.reopen'))
    const reason = given.trim()
    if (reason === '') throw new InvalidAnswersProblem({ reopen: text('runtime.reopen.reason') })
    if (reason.length > longestReopening)
      throw new InvalidAnswersProblem({ reopen: text('runtime.reopen.long', { limit: longestReopening }) })
    stake({ kind: 'turn', caseId: row.id, number })
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    const data = { reason, ending: endingLabel(row.endEvent) }
    await unit.history.append([caseEntry(row, mover, 'case.reopened', data)])
    const subject = await loadCase(unit, row.id, now)
    subject.set({ closedAt: null, endEvent: null })
    subject.note('reopenedAt', now)
    // the outcome was none; what was answered before counts no more once the cause is confirmed anew
    subject.note('outcome', null)
    await startProcess(parts, unit, { key: caseProcess, subject, mover })
  })
}

/** Whether a case ended in a way that may turn out to be none. */
export function mayReopen({
  closedAt,
  endEvent,
  erasedAt,
}: {
  closedAt: string | null
  endEvent: string | null
  erasedAt: string | null
}): boolean {
  const ending = endingOf(endEvent)
  return closedAt !== null && erasedAt === null && ending !== 'withdrawn' && ending !== 'merged'
}
