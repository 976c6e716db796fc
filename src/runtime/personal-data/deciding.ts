import type { Actor } from '../../casework/actor.js'
import { isOneOf, labelOf } from '../../casework/choice.js'
import {
  IDENTITY_PROOFS,
  isGroundFor,
  PRIVACY_REQUESTS,
  TOLD_WAYS,
  type IdentityProof,
  type ToldWay,
} from '../../casework/privacy-request.js'
import {
  ComplainedAboutProblem,
  InvalidAnswersProblem,
  NotErasableProblem,
  NotFoundProblem,
  TaskAlreadyClosedProblem,
} from '../../casework/problem.js'
import { cleanText, lengthOf } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { StoredCase, StoredPrivacyRequest, Unit } from '../../store/index.js'
import { caseEntry } from '../case-entry.js'
import { sweepFiles } from '../attachments/index.js'
import { command } from '../command.js'
import { eraseCase } from '../erasing.js'
import { LostRaceError } from '../lost-race.js'
import type { Parts } from '../parts.js'
import { requireRight } from '../rights.js'
import { untellInDrafts } from '../untelling.js'
import { correct } from './correcting.js'

/** The longest answer. */
export const longestPrivacyAnswer = 500

/** A decision as it was typed. */
export interface PrivacyDecided {
  readonly decision: string
  /** of a refusal: which reason of the law */
  readonly ground: string
  /** what the citizen is told */
  readonly answer: string
  /** of a correction: how they have shown who they are */
  readonly proof: string
  /** of an erasure, after which they can look nothing up: how they were told */
  readonly told: string
}

/** What came of a decision. */
export interface PrivacyDecisionMade {
  /** nothing is left that the citizen could look up: they do not read the answer */
  readonly erased: boolean
}

/**
 * The office answers what a citizen asked about their own data, and does at once what it grants: the case has what is
 * right, is used no further, or forgets the person. A refusal names its reason in the law (PIPL art. 47, 50); what is kept
 * because a law says so is from then on used for nothing else (art. 47, second paragraph).
 * @throws NotAllowedProblem, NotFoundProblem, ComplainedAboutProblem, InvalidAnswersProblem;
 *   TaskAlreadyClosedProblem when it was answered already
 */
export async function decidePrivacyRequest(
  parts: Parts,
  actor: Actor,
  { id, ...typed }: PrivacyDecided & { readonly id: number },
): Promise<PrivacyDecisionMade> {
  const erased = await command(parts, async (unit, now) => {
    requireRight(actor, 'privacy.decide')
    const request = await unit.privacyRequests.byId(id)
    const row = request && (await unit.cases.byId(request.caseId))
    if (!request || !row) throw new NotFoundProblem(text('runtime.privacy.request'))
    if (row.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(text('runtime.privacy'))
    if (request.decidedAt !== null)
      throw new TaskAlreadyClosedProblem(labelOf(PRIVACY_REQUESTS, request.kind), text('runtime.someone'))
    const decided = readDecision(request, row, typed)
    const lost = await unit.privacyRequests.decide([
      { id, ...decided, decidedAt: now, decidedBy: actor.accountId },
    ])
    if (lost.length > 0) throw new LostRaceError(`privacy request ${id}`)
    const { decision, ground, proof } = decided
    const fields = decision === 'granted' ? await grant(unit, { request, row, actor, now }) : []
    if (ground === 'kept') await restrict(unit, row, now)
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    const data = { kind: request.kind, ground, proof, fields }
    await unit.history.append([caseEntry(row, mover, `privacy.${decision}`, data)])
    return decision === 'granted' && request.kind === 'erase'
  })
  // the bytes of the files; should the house stop here, the next sweep takes them
  if (erased) await sweepFiles(parts)
  return { erased }
}

function readDecision({ kind }: StoredPrivacyRequest, { closedAt }: StoredCase, typed: PrivacyDecided) {
  const { decision, ground } = typed
  const [granted, refused] = [decision === 'granted', decision === 'refused']
  const answer = cleanText(typed.answer)
  const erases = granted && kind === 'erase'
  const corrects = granted && kind === 'correct'
  const tooLong = (words: string) =>
    lengthOf(words) > longestPrivacyAnswer &&
    text('runtime.words.long', { length: lengthOf(words), limit: longestPrivacyAnswer })
  const wrong = {
    decision:
      (!granted && !refused && text('runtime.privacy.decision')) ||
      (granted && kind !== 'correct' && closedAt === null && text(`runtime.privacy.open.${kind}`)),
    ground:
      (refused && !isGroundFor(kind, ground) && text('runtime.privacy.ground')) ||
      (refused && ground === 'kept' && closedAt === null && text('runtime.privacy.open.kept')),
    answer: (answer === '' && text('runtime.privacy.answer')) || tooLong(answer),
    proof: corrects && !isOneOf(IDENTITY_PROOFS, typed.proof) && text('runtime.privacy.proof'),
    told: erases && !isOneOf(TOLD_WAYS, typed.told) && text('runtime.privacy.told'),
  }
  const errors = Object.entries(wrong).filter((pair): pair is [string, string] => pair[1] !== false)
  if (errors.length > 0) throw new InvalidAnswersProblem(Object.fromEntries(errors))
  return {
    decision: granted ? ('granted' as const) : ('refused' as const),
    ground: refused ? ground : null,
    answer,
    proof: corrects ? (typed.proof as IdentityProof) : null,
    told: erases ? (typed.told as ToldWay) : null,
  }
}

/** Does what was asked. Answers what of the person was corrected. */
async function grant(
  unit: Unit,
  {
    request,
    row,
    actor,
    now,
  }: { request: StoredPrivacyRequest; row: StoredCase; actor: Actor; now: Instant },
): Promise<readonly string[]> {
  switch (request.kind) {
    case 'correct':
      return correct(unit, row, request)
    case 'restrict':
      await restrict(unit, row, now)
      return []
    case 'erase':
      await erase(unit, { caseId: row.id, by: actor, now })
      return []
  }
}

/** From now on the case is kept and used for nothing else; one that is already stays as it is. */
async function restrict(unit: Unit, row: StoredCase, now: Instant): Promise<void> {
  if (row.restrictedAt !== null) return
  const set = { restrictedAt: now }
  const lost = await unit.cases.update([{ id: row.id, expectedRevision: row.revision, set }])
  if (lost.length > 0) throw new LostRaceError(row.number)
  await untellInDrafts(unit, row, text('privacy.restricted.story'))
}

/** What keeps the case stands beside the decision, where something can be done about it. */
async function erase(unit: Unit, erasure: { caseId: number; by: Actor; now: Instant }): Promise<void> {
  try {
    await eraseCase(unit, { ...erasure, rule: 'request' })
  } catch (error) {
    if (error instanceof NotErasableProblem) throw new InvalidAnswersProblem({ decision: error.message })
    throw error
  }
}
