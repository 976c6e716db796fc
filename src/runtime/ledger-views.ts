import type { Actor } from '../casework/actor.js'
import { cleanLine, lengthOf } from '../casework/plain-text.js'
import { InvalidAnswersProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { StoredLedgerView } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

export type SavedLedgerView = StoredLedgerView

/** The longest name, in characters: it stands on a button. */
export const longestViewName = 20
/** More nobody finds again. */
const mostViews = 30

/** What this person saved of their questions to the ledger. */
export function ledgerViews({ store }: Pick<Parts, 'store'>, actor: Actor): Promise<SavedLedgerView[]> {
  return store.read.ledgerViews.ofAccount(actor.accountId)
}

/**
 * Keeps a question under a name of this person's own; one of the same name is overwritten.
 * @param query as it stands in the address, checked by whoever read it
 * @throws InvalidAnswersProblem without a name, with a long one, or when there are many already
 */
export function saveLedgerView(
  parts: Parts,
  actor: Actor,
  given: { readonly name: string; readonly query: string },
): Promise<void> {
  const name = cleanLine(given.name)
  const refuse = (key: string, limit: number) => {
    throw new InvalidAnswersProblem({ name: text(key, { limit }) })
  }
  if (name === '') refuse('runtime.ledgerView.name', longestViewName)
  if (lengthOf(name) > longestViewName) refuse('runtime.ledgerView.long', longestViewName)
  return command(parts, async (unit, now) => {
    const there = await unit.ledgerViews.ofAccount(actor.accountId)
    if (there.length >= mostViews && !there.some(one => one.name === name))
      refuse('runtime.ledgerView.many', mostViews)
    await unit.ledgerViews.put({ accountId: actor.accountId, name, query: given.query, createdAt: now })
  })
}

/** Forgets one of this person's own; of another's nothing happens. */
export function removeLedgerView(parts: Parts, actor: Actor, id: number): Promise<void> {
  return command(parts, unit => unit.ledgerViews.remove(actor.accountId, id))
}
