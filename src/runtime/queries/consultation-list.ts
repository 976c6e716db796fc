import type { Actor } from '../../casework/actor.js'
import type { StoredConsultation } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** 咨询登记: a window sees its own place’s, the office all; the newest first. */
export function consultationList(
  parts: Pick<Parts, 'store'>,
  actor: Actor,
  before: number | null = null,
): Promise<readonly StoredConsultation[]> {
  return parts.store.read.consultations.list(actor.role === 'clerk' ? (actor.placeId ?? 0) : null, 50, before)
}
