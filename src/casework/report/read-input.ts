import { type LocalDate, localDateOf } from '../../calendar/local-date.js'
import type { Instant } from '../../clock.js'
import type { Case } from '../case.js'
import { endingOf } from '../ending.js'
import type { Promised } from '../verdict.js'
import type { ReportCase, ReportInput, ReportPromise } from './input.js'

/** A case as it is stored, with the names that its ids had. */
export interface ReportCaseRow extends Omit<
  ReportCase,
  'ending' | 'closedOn' | 'followedUpOn' | 'visitedOn' | 'visitsAfter' | 'materialsBefore' | 'materialsAfter'
> {
  readonly closedAt: Instant | null
  readonly endEvent: string | null
  readonly contactFailed: boolean
  readonly facts: Case['facts']
}

/** A deadline with a promise as it is stored. */
export interface ReportPromiseRow {
  readonly id: number
  readonly caseId: number
  readonly promise: Promised
  /** The day that was promised, whatever was given in its place later. */
  readonly promisedOn: LocalDate
  readonly provisional: boolean
  /** When what it covers ended, whether it had passed before or not. */
  readonly closedAt: Instant | null
}

export interface ReportRectificationRow {
  readonly id: number
  readonly caseId: number
  readonly beforeText: string | null
  readonly afterText: string | null
  readonly prevention: string
  readonly acceptedAt: Instant | null
}

export interface ReportRows {
  readonly cases: readonly ReportCaseRow[]
  readonly promises: readonly ReportPromiseRow[]
  readonly rectifications: readonly ReportRectificationRow[]
  readonly consultations: number
}

/** Stored rows as the figures want them: each instant becomes its day in the office, once. */
export function readReportInput(rows: ReportRows): ReportInput {
  return {
    cases: rows.cases.map(readCase),
    promises: readPromises(rows.promises, rows.cases),
    rectifications: rows.rectifications.map(row => ({ ...row, acceptedOn: dayOf(row.acceptedAt) })),
    consultations: rows.consultations,
  }
}

/** What a promise asks of its case. */
type Owner = Pick<ReportCaseRow, 'id' | 'endEvent' | 'closedAt' | 'contactFailed'>

/** All promises of these cases as the figures want them. */
export function readPromises(
  promises: readonly ReportPromiseRow[],
  owners: readonly Owner[],
): ReportPromise[] {
  const cases = new Map(owners.map(row => [row.id, row]))
  const latest = new Map<string, number>()
  for (const { id, caseId, promise } of promises) {
    const key = `${caseId} ${promise}`
    latest.set(key, Math.max(id, latest.get(key) ?? 0))
  }
  return promises.map(row => {
    const isLatest = latest.get(`${row.caseId} ${row.promise}`) === row.id
    return readPromise(row, cases.get(row.caseId), isLatest)
  })
}

function readCase(row: ReportCaseRow): ReportCase {
  const { facts, closedAt, endEvent, ...rest } = row
  const ending = endingOf(endEvent)
  const closedOn = dayOf(closedAt)
  const notedOn = (fact: string) => dayOf(textOf(facts[fact])) ?? closedOn
  return {
    ...rest,
    ending,
    closedOn,
    followedUpOn: row.outcome === null ? null : notedOn('followedUpAt'),
    visitedOn: ending === 'archived' ? notedOn('visitedAt') : null,
    visitsAfter: countOf(facts.visitsAfter),
    materialsBefore: countOf(facts.materialsBefore),
    materialsAfter: countOf(facts.materialsAfter),
  }
}

function readPromise(row: ReportPromiseRow, owner: Owner | undefined, isLatest: boolean): ReportPromise {
  const ending = endingOf(owner?.endEvent ?? null)
  // a withdrawal ends at one stroke what is open; what was answered before ended earlier
  const cutShort = ending !== null && ending !== 'archived' && row.closedAt === owner?.closedAt
  // whether the citizen could be reached is a fact of the last round of calls
  const written = row.promise === 'phoneReply' && isLatest && owner?.contactFailed === true
  return {
    id: row.id,
    caseId: row.caseId,
    promise: row.promise,
    dueOn: row.promisedOn,
    provisional: row.provisional,
    endedOn: dayOf(row.closedAt),
    endedBy: row.closedAt === null ? null : cutShort ? 'cutShort' : written ? 'written' : 'answer',
  }
}

function dayOf(instant: Instant | null): LocalDate | null {
  return instant === null ? null : localDateOf(instant)
}

function textOf(fact: unknown): string | null {
  return typeof fact === 'string' && fact !== '' ? fact : null
}

function countOf(fact: unknown): number | null {
  return typeof fact === 'number' ? fact : null
}
