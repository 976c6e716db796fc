import type { RetentionKind } from '../../casework/retention.js'
import type { Instant } from '../../clock.js'
import type { Unit } from '../../store/index.js'
import type { Actor } from '../../casework/actor.js'
import { eraseCase } from '../erasing.js'

/** What is erased, from before when, by whom (null for the house’s own clock), and how much in one transaction. */
export interface Erasing {
  readonly before: Instant
  readonly now: Instant
  readonly by: Actor | null
  readonly limit: number
}

/** Erases the oldest of one kind in the caller’s transaction, and answers how many there were. */
type Eraser = (unit: Unit, erasing: Erasing) => Promise<number>

/** What is erased of each kind. A row that is counted stays, without its words. */
export const erasers: Readonly<Record<RetentionKind, Eraser>> = {
  async cases(unit, { before, now, by, limit }) {
    const due = await unit.retention.dueCases(before, limit)
    for (const { id } of due) await eraseCase(unit, { caseId: id, rule: 'cases', by, now })
    return due.length
  },

  async consultations(unit, { before, limit }) {
    const ids = await unit.retention.pileIds('consultations', before, limit)
    await unit.retention.blankConsultations(ids)
    return ids.length
  },

  async looks(unit, erasing) {
    const ids = await unit.retention.pileIds('looks', erasing.before, erasing.limit)
    await unit.erasures.disclosures(
      erasureOf('looks', erasing),
      ids.map(id => ({ id, set: { reason: '' } })),
    )
    return ids.length
  },

  async accesses(unit, erasing) {
    const ids = await unit.retention.pileIds('accesses', erasing.before, erasing.limit)
    await unit.erasures.accesses(
      erasureOf('accesses', erasing),
      ids.map(id => ({ id, set: { address: null, data: null } })),
    )
    // what was taken out was looked for by the same words
    await unit.ledgerExports.forget(erasing.before)
    return ids.length
  },

  async notices(unit, { before, limit }) {
    const ids = await unit.retention.pileIds('notices', before, limit)
    await unit.retention.removeNotices(ids)
    return ids.length
  },

  uploads: (unit, { before }) => unit.attachments.abandon(before),

  async exports(unit, { before, limit }) {
    const ids = await unit.retention.pileIds('exports', before, limit)
    await unit.ledgerExports.settle(ids, { state: 'removed' })
    return ids.length
  },

  async sessions(unit, { before, limit }) {
    const ids = await unit.retention.pileIds('sessions', before, limit)
    await unit.sessions.remove(ids)
    return ids.length
  },
}

function erasureOf(rule: RetentionKind, { now, by }: Erasing) {
  return { at: now, rule, by: by?.accountId ?? null }
}
