import type { Actor } from '../casework/actor.js'
import { ledger, ledgerCount, ledgerGroups, ledgerNames, ledgerViews, type Parts } from '../runtime/index.js'
import { ledgerCursor, readCursor } from './forms/cursor.js'
import { choiceOfQuery } from './forms/ledger-choice.js'
import type { LedgerQuery } from './forms/ledger-query.js'
import { countedTo, type LedgerShown } from './pages/case-ledger.js'

const pageSize = 50

/** Reads what an address of the ledger asks, for this person. */
export async function ledgerShown(
  parts: Parts,
  actor: Actor,
  query: LedgerQuery,
  problem?: LedgerShown['problem'],
): Promise<LedgerShown> {
  const choice = choiceOfQuery(query)
  const after = readCursor(ledgerCursor, query.after)
  const nobody = { rows: [], next: null }
  return {
    actor,
    query,
    problem,
    names: await ledgerNames(parts, actor),
    views: await ledgerViews(parts, actor),
    total: await ledgerCount(parts, actor, choice, countedTo + 1),
    before: after?.before ?? 0,
    page: query.group === null ? await ledger(parts, actor, { ...choice, after, limit: pageSize }) : nobody,
    groups: query.group === null ? null : await ledgerGroups(parts, actor, choice, query.group),
  }
}
