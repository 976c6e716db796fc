import { localDateOf } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import {
  InvalidAnswersProblem,
  NoLiaisonProblem,
  NotFoundProblem,
  TaskAlreadyClosedProblem,
} from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { caseEntry } from './case-entry.js'
import { command } from './command.js'
import { requireWords } from './free-words.js'
import { notify } from './notices.js'
import type { Parts } from './parts.js'
import { caseToWorkOn } from './working-on.js'

/** The longest request and the longest answer. */
export const longestAssistance = 1000

/**
 * 协办: asks one more department for help while the work goes on. It sees the case from then on and is told; the
 * departments that confirm the cause are those of the analysis, this one only helps.
 * @throws InvalidAnswersProblem; NoLiaisonProblem when nobody there would read it (R21); the problems of
 *   {@link caseToWorkOn}
 */
export function askAssistance(
  parts: Parts,
  actor: Actor,
  given: { readonly number: string; readonly departmentId: number; readonly request: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await caseToWorkOn(unit, actor, {
      ...{ number: given.number, right: 'assistance.ask', action: 'runtime.assistance.ask' },
    })
    const request = requireWords(given.request, {
      ...{ field: 'request', limit: longestAssistance, missing: 'runtime.assistance.request' },
    })
    const department = await departmentOf(unit, given.departmentId, now)
    await unit.assistance.ask([
      { caseId: row.id, departmentId: department.id, request, askedAt: now, askedBy: actor.accountId },
    ])
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.history.append([
      caseEntry(row, mover, 'assistance.asked', { department: department.name, words: request }),
    ])
    await notify(unit, [
      {
        ...{ kind: 'assistance', to: { role: 'liaison', departmentId: department.id } },
        ...{ at: now, fromId: actor.accountId, caseId: row.id, words: {} },
      },
    ])
  })
}

/**
 * What the department says to it; who asked is told.
 * @throws NotFoundProblem when it was another department that was asked; TaskAlreadyClosedProblem when it has answered;
 *   InvalidAnswersProblem; the problems of {@link caseToWorkOn}
 */
export function answerAssistance(
  parts: Parts,
  actor: Actor,
  given: { readonly number: string; readonly id: number; readonly answer: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await caseToWorkOn(unit, actor, {
      ...{ number: given.number, right: 'assistance.answer', action: 'runtime.assistance.ask' },
    })
    const asked = await unit.assistance.byId(given.id)
    if (asked?.caseId !== row.id || asked.departmentId !== actor.departmentId)
      throw new NotFoundProblem(text('runtime.assistance'))
    const answer = requireWords(given.answer, {
      ...{ field: `answer-${given.id}`, limit: longestAssistance, missing: 'runtime.assistance.answer' },
    })
    const lost = await unit.assistance.answer([{ id: asked.id, answer, at: now, by: actor.accountId }])
    const { name } = await departmentOf(unit, asked.departmentId, now)
    if (lost.length > 0)
      throw new TaskAlreadyClosedProblem(
        text('runtime.assistance.done', { department: name }),
        text('runtime.someone'),
      )
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.history.append([
      caseEntry(row, mover, 'assistance.answered', { department: name, words: answer }),
    ])
    await notify(unit, [
      {
        ...{ kind: 'assistance.answered', to: { accountId: asked.askedBy }, words: { department: name } },
        ...{ at: now, fromId: actor.accountId, caseId: row.id },
      },
    ])
  })
}

/** A department that somebody speaks for today: an account that is shut out reads nothing, nor one whose term is over. */
async function departmentOf(unit: Unit, id: number, now: Instant) {
  const department = (await unit.places.departments()).find(one => one.id === id && one.active)
  if (!department) throw new InvalidAnswersProblem({ department: text('runtime.assistance.department') })
  const terms = await unit.places.liaisonsOf(id, localDateOf(now))
  const liaisons = await unit.accounts.byIds(terms.map(({ accountId }) => accountId))
  if (!liaisons.some(({ active }) => active)) throw new NoLiaisonProblem(department.name)
  return department
}
