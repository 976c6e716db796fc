import type { Actor } from '../casework/actor.js'
import { NotErasableProblem } from '../casework/problem.js'
import type { ErasureRule } from '../casework/retention.js'
import { factsWithoutWords, withoutWords } from '../casework/words.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { Erasure, StoredCase, Unit } from '../store/index.js'
import { caseEntry } from './case-entry.js'
import { LostRaceError } from './lost-race.js'
import { noteTraces } from './retention/traces.js'
import { untellInDrafts } from './untelling.js'

/** Which case, by which rule, by whom (null for the house’s own clock), and when. */
export interface CaseErasure {
  readonly caseId: number
  readonly rule: ErasureRule
  readonly by: Actor | null
  readonly now: Instant
}

/**
 * Clears what one case says of people, wherever it lies: names, the telephone and what it is found by, what the citizen
 * wrote and was told, calls, files, drafts, notices, and the words in the trail, each row of which gets a chained
 * erasure. What is counted stays: item, department, verdict, cause, outcome, dates, limits, satisfaction. Once is
 * enough: of a case that was erased already nothing happens.
 *
 * The bytes of its files go with the next `sweepFiles`: after the commit, and again each day should the house stop
 * between the two. Those in old pages of the database go in the next night (`tidyTraces`).
 *
 * @throws NotErasableProblem while the case is open or worked on, held back, or part of another that goes on
 */
export async function eraseCase(unit: Unit, { caseId, rule, by, now }: CaseErasure): Promise<void> {
  const row = await unit.cases.byId(caseId)
  if (row?.erasedAt !== null) return
  const why = await unit.retention.keptBecause(caseId)
  if (why !== null) throw new NotErasableProblem(row.number, text(`retention.kept.${why}`))
  const erasure = { at: now, rule, by: by?.accountId ?? null }
  await blankTrail(unit, row, erasure)
  await blankNotices(unit, caseId)
  await untellInDrafts(unit, row, text('retention.blank.story'))
  await unit.retention.blankWords(caseId, now)
  await noteTraces(unit)
  const lost = await unit.cases.update([{ id: caseId, expectedRevision: row.revision, set: left(row, now) }])
  if (lost.length > 0) throw new LostRaceError(`case ${caseId}`)
  const mover = { at: now, by: erasure.by, byName: by?.name ?? null }
  await unit.history.append([caseEntry(row, mover, 'case.erased', { kind: rule })])
}

/** What is left of the row: an agent is no longer known of, because that there was one says who came. */
function left({ facts }: StoredCase, now: Instant): Partial<StoredCase> {
  return {
    ...{ reporterName: '', agentName: null, contact: '', contactTail: '', description: '' },
    facts: factsWithoutWords(facts),
    erasedAt: now,
  }
}

async function blankTrail(unit: Unit, row: StoredCase, erasure: Erasure): Promise<void> {
  const history = await unit.history.ofCase(row.id)
  await unit.erasures.history(
    erasure,
    history.flatMap(({ id, data }) => (data === null ? [] : [{ id, set: { data: withoutWords(data) } }])),
  )
  const limits = await unit.deadlines.ledgerOfCase(row.id)
  await unit.erasures.deadlines(
    erasure,
    limits.map(({ id, kind, data, reason }) => ({
      id,
      // what the calendar moved has a reason of the calendar's
      set: { data: data && withoutWords(data), reason: kind === 'reprojected' ? reason : null },
    })),
  )
  const files = await unit.attachments.ofCase(row.id)
  const known = [row.reporterName, row.agentName ?? '', row.contact, ...files.map(({ name }) => name)]
  const looks = await unit.disclosures.ofCase(row.id)
  await unit.erasures.disclosures(
    erasure,
    looks.map(({ id, reason }) => ({ id, set: { reason: without(reason, known) } })),
  )
}

/** Why somebody looked is kept for its own time, but not the names that it may hold. */
function without(words: string, known: readonly string[]): string {
  return known
    .filter(name => name !== '')
    .reduce((blanked, name) => blanked.replaceAll(name, text('retention.blank')), words)
}

/** The sentence of a notice needs all its words, so what was typed is left empty. */
async function blankNotices(unit: Unit, caseId: number): Promise<void> {
  const notices = await unit.notices.ofCase(caseId)
  await unit.notices.reword(
    notices.map(({ id, words }) => {
      const mute = withoutWords(words)
      return {
        id,
        words: Object.fromEntries(
          Object.entries(words).map(([name, value]) => [name, name in mute ? value : '']),
        ),
      }
    }),
  )
}
