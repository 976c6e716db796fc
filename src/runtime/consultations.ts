import type { Actor } from '../casework/actor.js'
import { InvalidAnswersProblem, NotAllowedProblem } from '../casework/problem.js'
import { cleanText } from '../casework/plain-text.js'
import { roleLabel } from '../casework/role.js'
import { text } from '../catalogue/index.js'
import { caseEntry } from './case-entry.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

/** 咨询登记: a plain question, answered at the window, counted apart; no process begins. Answers its id. */
export function recordConsultation(
  parts: Parts,
  actor: Actor,
  asked: { readonly question: string; readonly answer: string; readonly itemName: string },
): Promise<number> {
  return command(parts, async (unit, now) => {
    const question = cleanText(asked.question)
    if (question === '') throw new InvalidAnswersProblem({ question: text('runtime.consultation.question') })
    if (actor.placeId === null)
      throw new NotAllowedProblem(roleLabel(actor.role), text('runtime.consultation'))
    const [id = 0] = await unit.consultations.record([
      {
        placeId: actor.placeId,
        windowId: null,
        at: now,
        registrarId: actor.accountId,
        question,
        answer: cleanText(asked.answer) || null,
        itemName: cleanText(asked.itemName) || null,
        caseId: null,
      },
    ])
    return id
  })
}

/** One click makes a question a case: the case that came of it is noted with the question, and the question with the case. */
export function answerConsultation(
  parts: Parts,
  actor: Actor,
  consultationId: number,
  caseId: number,
): Promise<void> {
  return command(parts, async (unit, now) => {
    const lost = await unit.consultations.turnIntoCase([{ id: consultationId, caseId }])
    const asked = await unit.consultations.byId(consultationId)
    if (lost.length > 0 || asked === null) return
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.history.append([
      caseEntry({ id: caseId }, mover, 'case.fromConsultation', { words: asked.question }),
    ])
  })
}
