import { closeOfBusiness, localDateOf, standingOf, workingDaysBetween } from '../../calendar/index.js'
import type { LocalDate, Standing, WorkCalendar } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import type { ReportLedgerLine } from '../../casework/report/ledger-line.js'
import type { Promised } from '../../casework/verdict.js'
import type { Instant } from '../../clock.js'
import type { CaseCursor, CaseLine, Page } from '../../store/index.js'
import { noteAccess } from '../accesses.js'
import type { Parts } from '../parts.js'
import { masked } from './case-page.js'
import { choiceOf, type LedgerChoice } from './ledger-choice.js'
import { linesOf } from './ledger-lines.js'

/** A line of 台账, with what only the calendar can say. */
export interface LedgerLine extends CaseLine {
  /** The office's 22 columns, as the quarter's report has them. */
  readonly line: ReportLedgerLine
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

/** A page of what the ledger shows. */
export interface LedgerFilter extends LedgerChoice {
  readonly after?: CaseCursor | null | undefined
  readonly limit: number
}

/** 台账: the cases this person may see, names and numbers masked always: a list needs none. */
export async function ledger(
  parts: Pick<Parts, 'store' | 'calendars' | 'clock'>,
  actor: Actor,
  { after, limit, ...choice }: LedgerFilter,
): Promise<Page<LedgerLine, CaseCursor>> {
  const now = parts.clock.now()
  const chosen = await choiceOf(parts, actor, choice, now)
  if (chosen === null) return { rows: [], next: null }
  const numbers = chosen.search?.people ? chosen.search.terms.filter(isPhone) : []
  if (numbers.length > 0)
    await noteAccess(parts, {
      by: actor,
      kind: 'look.person',
      data: { ends: numbers.map(number => number.slice(-4)) },
    })
  const page = await parts.store.views.caseList({ ...chosen, after, limit })
  const calendar = await parts.calendars.current(parts.store.read)
  const lines = await linesOf(parts, page.rows, now)
  return {
    next: page.next,
    rows: page.rows.flatMap(row => {
      const line = lines.get(row.id)
      if (!line) return []
      return {
        ...masked(row),
        line,
        card: cardOf(row, now),
        promise: promiseOf(calendar, row, now),
        workingDays: workingDaysBetween(calendar, row.registeredOn, localDateOf(row.closedAt ?? now)),
      }
    }),
  }
}

/** How many cases that are, counted no further than `limit`. */
export async function ledgerCount(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  choice: LedgerChoice,
  limit?: number,
): Promise<number> {
  const chosen = await choiceOf(parts, actor, choice, parts.clock.now())
  return chosen === null ? 0 : parts.store.views.caseCount(chosen, limit)
}

/** Enough of a number to mean one person. The last four digits are on every list. */
function isPhone(term: string): boolean {
  return /^\d{7,13}$/.test(term)
}

function cardOf({ nextDueAt, nextWarnAt }: CaseLine, now: Instant): LedgerLine['card'] {
  if (nextDueAt !== null && nextDueAt < now) return 'red'
  return nextWarnAt !== null && nextWarnAt <= now ? 'yellow' : null
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
