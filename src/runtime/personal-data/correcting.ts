import type { Actor } from '../../casework/actor.js'
import { isOneOf, labelOf } from '../../casework/choice.js'
import { contactTail } from '../../casework/contact.js'
import {
  CORRECTED_FIELDS,
  readCorrection,
  type CorrectedField,
  type Correction,
} from '../../casework/correction.js'
import { IDENTITY_PROOFS } from '../../casework/privacy-request.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { StoredCase, Unit } from '../../store/index.js'
import { caseEntry } from '../case-entry.js'
import { command } from '../command.js'
import { LostRaceError } from '../lost-race.js'
import { notify } from '../notices.js'
import type { Parts } from '../parts.js'
import { answerDay } from './asking.js'
import { knownPerson } from './sight.js'

/**
 * Who stands at the window, or is on the telephone, and has shown who they are has their name or telephone put right at
 * once (PIPL art. 46). A request of theirs that waits for it is granted by it. The office is told of a new telephone.
 * @throws InvalidAnswersProblem; the problems of {@link knownPerson}
 */
export function correctInPerson(
  parts: Parts,
  actor: Actor,
  given: Readonly<Partial<Record<CorrectedField, string>>> & {
    readonly number: string
    readonly proof: string
  },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await knownPerson(unit, actor, { number: given.number, right: 'privacy.record' })
    const proven = isOneOf(IDENTITY_PROOFS, given.proof)
    const read = readCorrection(given, proven ? row : null)
    if (!read.ok || !proven)
      throw new InvalidAnswersProblem({
        ...(read.ok ? {} : read.errors),
        ...(!proven && { proof: text('runtime.privacy.proof') }),
      })
    const waiting = (await unit.privacyRequests.ofCase(row.id)).find(
      ({ kind, decidedAt }) => kind === 'correct' && decidedAt === null,
    )
    const asked = {
      ...({ caseId: row.id, kind: 'correct', words: '' } as const),
      channel: given.proof === 'oldNumber' ? ('phone' as const) : ('window' as const),
      ...{ askedAt: now, askedBy: actor.accountId, dueOn: await answerDay(parts, unit, now) },
    }
    const [id = 0] = waiting ? [waiting.id] : await unit.privacyRequests.ask([asked])
    const fields = await correct(unit, row, read.value)
    await unit.privacyRequests.decide([
      {
        ...{ id, decision: 'granted', ground: null, answer: correctedWords(fields), told: null },
        ...{ proof: given.proof, decidedAt: now, decidedBy: actor.accountId },
      },
    ])
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    const data = { kind: 'correct', fields, proof: given.proof }
    await unit.history.append([caseEntry(row, mover, 'privacy.granted', data)])
    if (!fields.includes('contact')) return
    // whoever has the telephone speaks for the case from now on: somebody else hears that it was changed
    await notify(unit, [
      {
        ...{ kind: 'privacy.corrected', at: now, caseId: row.id, fromId: actor.accountId },
        to: { role: actor.role === 'clerk' ? 'officer' : 'supervisor' },
        words: { proof: labelOf(IDENTITY_PROOFS, given.proof) },
      },
    ])
  })
}

/**
 * Writes into the case what was right all along; a new telephone is the key of the look-up from now on. Answers what was
 * changed: the trail has that, and neither the old words nor the new.
 */
export async function correct(
  unit: Unit,
  row: StoredCase,
  { reporterName, agentName, contact }: Correction,
): Promise<readonly CorrectedField[]> {
  const set = {
    ...(reporterName !== null && { reporterName }),
    ...(agentName !== null && { agentName }),
    ...(contact !== null && { contact, contactTail: contactTail(contact) }),
  }
  const lost = await unit.cases.update([{ id: row.id, expectedRevision: row.revision, set }])
  if (lost.length > 0) throw new LostRaceError(row.number)
  return CORRECTED_FIELDS.filter(name => name in set)
}

/** 已更正姓名、联系电话。 */
export function correctedWords(fields: readonly CorrectedField[]): string {
  return text('runtime.privacy.corrected', {
    fields: fields.map(name => text(`privacy.field.${name}`)).join('、'),
  })
}
