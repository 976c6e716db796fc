import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import { formatBudget, type Budget } from './budget.js'
import { count } from './count.js'
import type { DeadlineTerms } from './deadline.js'
import { formatDate, formatInstant, type LocalDate } from './local-date.js'
import { dayIn, type Day, type DayKind, type Scope, type WorkCalendar } from './work-calendar.js'

/** Why a day was counted or skipped. */
export type DayReason = 'startDay' | DayKind

/** A day of an explanation. Name, source and scope are of the arrangement that says so, null where none does. */
export interface ExplainedDay {
  readonly date: LocalDate
  /** which day of the budget it is; null when it is not counted */
  readonly counted: number | null
  readonly reason: DayReason
  readonly name: string | null
  readonly source: string | null
  readonly scope: Scope | null
  /** its year is not announced: counted or skipped by its weekday alone */
  readonly provisional: boolean
}

/** 为什么是这一天: everything that a third person needs to count the date again. */
export interface Explanation {
  readonly startOn: LocalDate
  readonly anchorAt: Instant | null
  readonly budget: Budget
  /** the start day first, then each day up to the last; for seconds the start day alone */
  readonly days: readonly ExplainedDay[]
  readonly dueOn: LocalDate
  readonly closesAt: Instant
  /** 暂定, because of these years */
  readonly provisional: boolean
  readonly provisionalYears: readonly number[]
}

/**
 * How these terms come to their date on this calendar. A projected deadline can be given as it is.
 * @throws as project does
 */
export function explain(calendar: WorkCalendar, deadline: DeadlineTerms): Explanation {
  const { budget } = deadline
  const { startOn, anchorAt, days, dueOn, dueAt, provisionalYears } = count(calendar, deadline, budget)
  return {
    startOn,
    anchorAt,
    budget,
    days: [
      explained(dayIn(calendar, startOn), null, 'startDay'),
      ...days.map(({ day, counted }) => explained(day, counted, day.kind)),
    ],
    dueOn,
    closesAt: dueAt,
    provisional: provisionalYears.length > 0,
    provisionalYears,
  }
}

/** The explanation in sentences, a line a day, for where there is no page: the command line, a printed proof. */
export function explanationLines(explanation: Explanation): string[] {
  const { budget, closesAt, provisionalYears } = explanation
  const closing = 'seconds' in budget ? 'calendar.explain.closes' : 'calendar.explain.closesAtCloseOfBusiness'
  const lines = explanation.days.map(day => dayLine(explanation, day))
  lines.push(text(closing, { budget: formatBudget(budget), instant: formatInstant(closesAt) }))
  if (provisionalYears.length > 0)
    lines.push(text('calendar.explain.provisional', { years: provisionalYears.join('、') }))
  return lines
}

function explained(day: Day, counted: number | null, reason: DayReason): ExplainedDay {
  const { date, name, source, scope, provisional } = day
  return { date, counted, reason, name, source, scope, provisional }
}

function dayLine(explanation: Explanation, day: ExplainedDay): string {
  if (day.reason === 'startDay') return startLine(explanation)
  const line = countLine(explanation, day)
  const matters = day.provisional && explanation.provisional
  return matters ? text('calendar.explain.provisionalDay', { line }) : line
}

function countLine({ budget, dueOn }: Explanation, day: ExplainedDay): string {
  const { counted, reason, name, source } = day
  const date = formatDate(day.date)
  if (counted !== null && 'days' in budget) return text('calendar.explain.calendarDay', { date, counted })
  // no budget to count: the last day moved from the start day to the next day that can be one
  if (counted === null && day.date === dueOn) return text('calendar.explain.putOffTo', { date })
  const scope = day.scope && text(`calendar.scope.${day.scope}`)
  return text(`calendar.explain.${reason}`, { date, counted, name, source, scope })
}

function startLine({ anchorAt, budget, startOn, dueOn }: Explanation): string {
  if ('seconds' in budget && anchorAt) {
    return text('calendar.explain.startMoment', { instant: formatInstant(anchorAt) })
  }
  const key = startOn === dueOn ? 'calendar.explain.startDayIsLast' : 'calendar.explain.startDay'
  return text(key, { date: formatDate(startOn) })
}
