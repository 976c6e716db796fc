import type { Actor } from '../casework/actor.js'
import {
  CaseErasedProblem,
  ComplainedAboutProblem,
  InvalidAnswersProblem,
  RestrictedProblem,
} from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { caseInSight } from './queries/case-sight.js'
import { isRestricted } from './restriction.js'
import { requireRight } from './rights.js'

/** Shows the citizen’s name and number to somebody who says why; the look is noted in the same transaction. */
export async function discloseContact(
  parts: Parts,
  actor: Actor,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<{
  readonly name: string | null
  readonly agentName: string | null
  readonly contact: string
  readonly description: string
}> {
  requireRight(actor, 'case.reach')
  const row = await caseInSight(parts.store, actor, await parts.store.read.cases.byNumber(number))
  // R22: whom the case complains about does not learn who complains
  if (row.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(text('runtime.disclosure'))
  if (row.erasedAt !== null) throw new CaseErasedProblem(number, text('runtime.disclosure'))
  if (await isRestricted(parts.store.read, row))
    throw new RestrictedProblem(number, text('runtime.disclosure'))
  const words = reason.trim()
  if (words === '') throw new InvalidAnswersProblem({ reason: text('runtime.disclosure.reason') })
  await command(parts, async (unit, now) => {
    await unit.disclosures.record([{ caseId: row.id, accountId: actor.accountId, at: now, reason: words }])
    await unit.history.append([
      {
        caseId: row.id,
        instanceId: null,
        at: now,
        actorId: actor.accountId,
        actorName: actor.name,
        kind: 'case.disclosed',
        activityId: null,
        activityName: null,
        data: { reason: words },
      },
    ])
  })
  return {
    name: row.reporterName,
    agentName: row.agentName,
    contact: row.contact,
    description: row.description,
  }
}
