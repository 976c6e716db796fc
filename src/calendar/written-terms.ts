import type { Instant } from '../clock.js'
import { parseBudget, type BudgetCalendar } from './budget.js'
import { project, type Deadline } from './deadline.js'
import { localDateOf, type LocalDate } from './local-date.js'
import type { Pause } from './pause.js'
import type { WorkCalendar } from './work-calendar.js'

/** The terms of a deadline as they are kept: budgets as the diagram writes them, ISO 8601. */
export interface WrittenTerms {
  /** `P10D`; or an instant, where the diagram names one and there is nothing to count */
  readonly budget: string
  readonly calendar: BudgetCalendar
  readonly warnBefore?: string | null | undefined
  readonly startOn: LocalDate
  readonly anchorAt?: Instant | null | undefined
  readonly pauses?: readonly Pause[] | undefined
  readonly extendedTo?: LocalDate | null | undefined
}

/** The dates that written terms come to on this calendar. @throws as parseBudget and project do */
export function projectWritten(calendar: WorkCalendar, terms: WrittenTerms): Deadline {
  if (!terms.budget.startsWith('P')) return atInstant(calendar, new Date(terms.budget).toISOString())
  return project(calendar, {
    budget: parseBudget(terms.budget, terms.calendar),
    warnBefore: terms.warnBefore ? parseBudget(terms.warnBefore, terms.calendar) : null,
    pauses: terms.pauses,
    extendedTo: terms.extendedTo,
    ...(terms.anchorAt ? { anchorAt: terms.anchorAt } : { startOn: terms.startOn }),
  })
}

function atInstant(calendar: WorkCalendar, dueAt: Instant): Deadline {
  const dueOn = localDateOf(dueAt)
  return {
    ...{ startOn: dueOn, anchorAt: dueAt, budget: { seconds: 0 } },
    ...{ pauses: [], extendedTo: null, calendarVersion: calendar.version },
    ...{ promisedOn: dueOn, promisedAt: dueAt, dueOn, dueAt },
    ...{ warnBefore: null, warnOn: null, warnAt: null, provisional: false },
  }
}
