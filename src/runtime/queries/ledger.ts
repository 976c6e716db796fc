import {
  addDays,
  closeOfBusiness,
  localDateOf,
  standingOf,
  startOfDay,
  workingDaysBetween,
} from '../../calendar/index.js'
import type { LocalDate, Standing, WorkCalendar } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { mayFindByPerson } from '../../casework/permission.js'
import { NotAllowedProblem } from '../../casework/problem.js'
import { roleLabel } from '../../casework/role.js'
import { isTooShort, searchTerms } from '../../casework/search.js'
import type { Promised } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { CaseCursor, CaseLine, CaseListFilter, Page } from '../../store/index.js'
import { noteAccess } from '../accesses.js'
import type { Parts } from '../parts.js'
import { masked } from './case-page.js'
import { caseScope } from './reach.js'

/** A line of 台账, with what only the calendar can say. */
export interface LedgerLine extends CaseLine {
  /** The promise to the citizen that counts now: the first one not kept yet, or the last one kept. */
  readonly promise: LedgerPromise | null
  /** The worst card that an open case has now. */
  readonly card: 'red' | 'yellow' | null
  /** Working days since the registration, up to the end of the case. */
  readonly workingDays: number
}

interface LedgerPromise {
  readonly kind: Promised
  /** The day that was promised: whether it was kept is measured by it. */
  readonly promisedOn: LocalDate
  /** The day that holds: the one promised, or the one an interim reply gave in its place. */
  readonly dueOn: LocalDate
  /** When it was kept; null while it is open. */
  readonly metAt: Instant | null
  /** While it is open, against the day that holds; afterwards against the day promised. */
  readonly standing: Standing
}

/** Which cases the ledger shows. */
export interface LedgerFilter extends Omit<CaseListFilter, 'due' | 'search'> {
  /** words of the case, as typed; two characters of one of them at least, or nothing is found */
  readonly text?: string | undefined
  /** cases about this item of the register */
  readonly itemId?: number | undefined
  /** open cases with a deadline that is red or yellow now */
  readonly card?: 'red' | 'yellow' | undefined
  /** open cases with a deadline that falls due on this day */
  readonly dueOn?: LocalDate | undefined
}

/** 台账: the cases this person may see, names and numbers masked always: a list needs none. */
export async function ledger(
  parts: Pick<Parts, 'store' | 'calendars' | 'clock'>,
  actor: Actor,
  { card, dueOn, itemId, text: words = '', ...filter }: LedgerFilter,
): Promise<Page<LedgerLine, CaseCursor>> {
  const scope = caseScope(actor)
  if (scope === null) throw new NotAllowedProblem(roleLabel(actor.role), text('runtime.ledger'))
  const now = parts.clock.now()
  const due = card ? { card, now } : dueOn ? { on: dayOf(dueOn) } : undefined
  const terms = searchTerms(words)
  if (words !== '' && isTooShort(terms)) return { rows: [], next: null }
  const search = words === '' ? undefined : { terms, people: mayFindByPerson(actor) }
  if (search?.people && terms.some(isPhone)) {
    const ends = terms.filter(isPhone).map(term => term.slice(-4))
    await noteAccess(parts, { by: actor, kind: 'look.person', data: { ends } })
  }
  const item = itemId === undefined ? null : await parts.store.read.items.byId(itemId)
  if (itemId !== undefined && item === null) return { rows: [], next: null }
  const itemKey = item?.key ?? filter.itemKey
  const page = await parts.store.views.caseList({ ...filter, itemKey, due, search, ...scope })
  const calendar = await parts.calendars.current(parts.store.read)
  return {
    next: page.next,
    rows: page.rows.map(row => ({
      ...masked(row),
      card: cardOf(row, now),
      promise: promiseOf(calendar, row, now),
      workingDays: workingDaysBetween(calendar, row.registeredOn, localDateOf(row.closedAt ?? now)),
    })),
  }
}

/** Enough of a number to mean one person. The last four digits are on every list. */
function isPhone(term: string): boolean {
  return /^\d{7,13}$/.test(term)
}

function cardOf({ nextDueAt, nextWarnAt }: CaseLine, now: Instant): LedgerLine['card'] {
  if (nextDueAt !== null && nextDueAt < now) return 'red'
  return nextWarnAt !== null && nextWarnAt <= now ? 'yellow' : null
}

function dayOf(day: LocalDate): { from: Instant; until: Instant } {
  return { from: startOfDay(day), until: startOfDay(addDays(day, 1)) }
}

function promiseOf(calendar: WorkCalendar, row: CaseLine, now: Instant): LedgerPromise | null {
  const given = [
    {
      kind: 'phoneReply' as const,
      ...{ promisedOn: row.phoneReplyPromisedOn, dueOn: row.phoneReplyDueOn, pauses: row.phoneReplyPauses },
      metAt: row.repliedAt,
    },
    {
      kind: 'feedback' as const,
      ...{ promisedOn: row.feedbackPromisedOn, dueOn: row.feedbackDueOn, pauses: row.feedbackPauses },
      metAt: row.feedbackAt,
    },
  ].flatMap(({ dueOn, promisedOn, pauses, ...one }) =>
    dueOn === null || promisedOn === null ? [] : [{ ...one, dueOn, promisedOn, pauses: pauses ?? [] }],
  )
  const counts = given.find(one => one.metAt === null) ?? given.at(-1)
  if (counts === undefined) return null
  const { pauses, ...promise } = counts
  const endedAt = promise.metAt ?? row.closedAt
  const dueOn = endedAt === null ? promise.dueOn : promise.promisedOn
  const dueAt = closeOfBusiness(dueOn, calendar.hours.closesAt)
  return { ...promise, standing: standingOf(calendar, { dueOn, dueAt, pauses }, endedAt ?? now) }
}
