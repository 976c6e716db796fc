import type { Actor } from '../../casework/actor.js'
import type { StoredConsultation } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** A question, with the number of the case that it became. */
export interface ConsultationLine extends StoredConsultation {
  readonly caseNumber: string | null
}

/** 咨询登记: a window sees its own place’s, the office all; the newest first. */
export async function consultationList(
  { store: { read } }: Pick<Parts, 'store'>,
  actor: Actor,
  before: number | null = null,
): Promise<readonly ConsultationLine[]> {
  const list = await read.consultations.list(actor.role === 'clerk' ? (actor.placeId ?? 0) : null, 50, before)
  const cases = await read.cases.byIds(list.flatMap(({ caseId }) => caseId ?? []))
  const numbers = new Map(cases.map(({ id, number }) => [id, number]))
  return list.map(one => ({ ...one, caseNumber: numbers.get(one.caseId ?? 0) ?? null }))
}
