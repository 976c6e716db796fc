import { localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import type { CaseGroup, CaseGrouping } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { choiceOf, type LedgerChoice } from './ledger-choice.js'

/** Groups of one page: more are told as one number. */
const limit = 200

/** The ledger, counted group by group. */
export interface LedgerGroups {
  readonly by: CaseGrouping
  readonly groups: readonly CaseGroup[]
  readonly total: number
  /** cases in groups that are not shown */
  readonly rest: number
}

/** Counts what this person may see of these cases, group by group. */
export async function ledgerGroups(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  choice: LedgerChoice,
  by: CaseGrouping,
): Promise<LedgerGroups> {
  const { store, clock } = parts
  const now = clock.now()
  const chosen = await choiceOf(parts, actor, choice, now)
  if (chosen === null) return { by, groups: [], total: 0, rest: 0 }
  const groups = await store.views.caseGroups({ ...chosen, by, asOf: localDateOf(now), limit })
  const shown = groups.reduce((sum, group) => sum + group.count, 0)
  const total = groups.length < limit ? shown : await store.views.caseCount(chosen)
  return { by, groups, total, rest: total - shown }
}
