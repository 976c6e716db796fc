import { causeLabel } from '../cause.js'
import { maskText } from '../masking.js'
import { type Quarter } from '../quarter.js'
import { labelOf } from '../choice.js'
import { OUTCOMES } from '../outcome.js'
import { verdictLabel } from '../verdict.js'
import type { ReportCase, ReportInput, ReportRectification } from './input.js'
import { received } from './received.js'
import { rectificationsAccepted } from './recurrences.js'

/** A case fit to be told: without names, and with all numbers in its texts masked. */
export interface TypicalCase {
  readonly caseId: number
  readonly number: string
  readonly item: string
  readonly department: string | null
  readonly description: string
  readonly cause: string | null
  readonly verdict: string | null
  readonly before: string | null
  readonly after: string | null
  readonly prevention: string | null
  readonly outcome: string | null
}

const wanted = 3

/**
 * The cases of a quarter that teach most: what came back, what was a hidden barrier, what was rectified, what many
 * visits did not solve. Of equals the earlier one, so that the choice stays the same; an item is told once.
 * @param chosen ids of the cases that people chose instead, told in the order of the proposal
 */
export function typicalCases(
  input: ReportInput,
  quarter: Quarter,
  chosen: readonly number[] | null = null,
): TypicalCase[] {
  const proposed = exampleCandidates(input, quarter)
  if (chosen !== null) return proposed.filter(({ caseId }) => chosen.includes(caseId))
  const told = new Set<string>()
  return proposed
    .filter(({ weight }) => weight > 0)
    .filter(({ itemKey }) => !told.has(itemKey) && told.add(itemKey))
    .slice(0, wanted)
}

/** A case that could be told, and how much it teaches. */
export interface ExampleCandidate extends TypicalCase {
  readonly itemKey: string
  readonly weight: number
}

/** Every case of the quarter that has a verdict and whose story is still there and may be told, what teaches most first. */
export function exampleCandidates(input: ReportInput, quarter: Quarter): ExampleCandidate[] {
  const rectified = new Map(
    rectificationsAccepted(input.rectifications, quarter).map(each => [each.caseId, each]),
  )
  const cases = new Map(input.cases.map(each => [each.id, each]))
  const concerned = new Set([
    ...received(input.cases, quarter),
    ...[...rectified.keys()].flatMap(id => cases.get(id) ?? []),
  ])
  const weight = (each: ReportCase): number =>
    (each.recurrence === 'confirmed' ? 8 : 0) +
    (each.hiddenBarrier ? 4 : 0) +
    (rectified.has(each.id) ? 2 : 0) +
    ((each.visits ?? 0) >= 3 ? 1 : 0)
  return [...concerned]
    .filter(each => each.verdict !== null && each.description !== '' && !each.restrictedAt)
    .sort((one, other) => weight(other) - weight(one) || one.id - other.id)
    .map(each => ({
      ...tell(each, rectified.get(each.id)),
      itemKey: each.itemKey,
      weight: weight(each),
    }))
}

function tell(each: ReportCase, rectification: ReportRectification | undefined): TypicalCase {
  const masked = (words: string | null | undefined) => (words == null ? null : maskText(words))
  return {
    caseId: each.id,
    number: each.number,
    item: each.itemName,
    department: each.departmentName,
    description: maskText(each.description),
    cause: each.cause === null ? null : causeLabel(each.cause),
    verdict: each.verdict === null ? null : verdictLabel(each.verdict),
    before: masked(rectification?.beforeText),
    after: masked(rectification?.afterText),
    prevention: masked(rectification?.prevention),
    outcome: each.outcome === null ? null : labelOf(OUTCOMES, each.outcome),
  }
}
