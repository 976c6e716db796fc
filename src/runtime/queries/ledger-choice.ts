import { addDays, localDateOf, startOfDay } from '../../calendar/index.js'
import type { LocalDate } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { mayFindByPerson } from '../../casework/permission.js'
import { NotAllowedProblem } from '../../casework/problem.js'
import { roleLabel } from '../../casework/role.js'
import { isTooShort, searchTerms } from '../../casework/search.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { CaseChoice, FlowKind, PromiseStanding } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { caseScope } from './reach.js'

/** Which cases the ledger shows; days are days of the office. */
export interface LedgerChoice extends Omit<
  CaseChoice,
  'due' | 'search' | 'kept' | 'flow' | 'closedFrom' | 'closedUntil'
> {
  /** words of the case, as typed; two characters of one of them at least, or nothing is found */
  readonly text?: string | undefined
  /** cases about this item of the register */
  readonly itemId?: number | undefined
  /** open cases with a deadline that is red or yellow now */
  readonly card?: 'red' | 'yellow' | undefined
  /** open cases with a deadline that falls due on this day */
  readonly dueOn?: LocalDate | undefined
  /** first and last day on which it was closed */
  readonly closedFrom?: LocalDate | undefined
  readonly closedTo?: LocalDate | undefined
  /** how the promise was kept that the ledger shows */
  readonly standing?: PromiseStanding | undefined
  /** what happened to it between these days, both included */
  readonly flow?: LedgerFlow | undefined
}

/** A node's work or a way back, in a period of days. */
export interface LedgerFlow {
  readonly kind: FlowKind
  readonly activityId: string | null
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * The choice as this person may make it: of their own place's or department's cases, or of all. Null where nothing can be
 * found: the words are too short, or the register has no such item.
 * @throws NotAllowedProblem for an account that belongs nowhere
 */
export async function choiceOf(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  given: LedgerChoice,
  now: Instant,
): Promise<CaseChoice | null> {
  const { text: words = '', itemId, card, dueOn, closedFrom, closedTo, standing, flow, ...rest } = given
  const scope = caseScope(actor)
  if (scope === null) throw new NotAllowedProblem(roleLabel(actor.role), text('runtime.ledger'))
  const terms = searchTerms(words)
  if (words !== '' && isTooShort(terms)) return null
  const item = itemId === undefined ? null : await store.read.items.byId(itemId)
  if (itemId !== undefined && item === null) return null
  return {
    ...rest,
    itemKey: item?.key ?? rest.itemKey,
    due: card
      ? { card, now }
      : dueOn
        ? { on: { from: startOfDay(dueOn), until: dayAfter(dueOn) } }
        : undefined,
    search: words === '' ? undefined : { terms, people: mayFindByPerson(actor) },
    closedFrom: closedFrom && startOfDay(closedFrom),
    closedUntil: closedTo && dayAfter(closedTo),
    kept: standing && { standing, asOf: localDateOf(now) },
    flow: flow && { ...flow, from: startOfDay(flow.from), until: dayAfter(flow.to) },
    ...scope,
  }
}

function dayAfter(day: LocalDate): Instant {
  return startOfDay(addDays(day, 1))
}
