import type { Actor } from '../../casework/actor.js'
import type { Quarter } from '../../casework/quarter.js'
import { exampleCandidates, typicalCases } from '../../casework/report/typical-cases.js'
import type { ExampleCandidate } from '../../casework/report/typical-cases.js'
import type { Parts } from '../parts.js'
import { inputOf } from '../report-input.js'
import { seenReport } from './report-seen.js'

/** The cases that a draft could tell, masked; those it tells now are chosen. */
export interface ExamplesPage {
  readonly quarter: Quarter
  readonly candidates: readonly (ExampleCandidate & { readonly chosen: boolean })[]
}

/** So many are offered: those that teach most, and whatever is chosen. */
const offered = 40

/** @throws as {@link seenReport} */
export async function examplesPage(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  typed: string,
): Promise<ExamplesPage> {
  const { quarter, report } = await seenReport(parts, actor, typed)
  const input = await inputOf(parts, quarter)
  const chosen = new Set(typicalCases(input, quarter, report?.examples ?? null).map(({ caseId }) => caseId))
  return {
    quarter,
    candidates: exampleCandidates(input, quarter)
      .map(each => ({ ...each, chosen: chosen.has(each.caseId) }))
      .filter((each, index) => each.chosen || index < offered),
  }
}
