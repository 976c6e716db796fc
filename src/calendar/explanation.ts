import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import { formatBudget, type Budget } from './budget.js'
import { count } from './count.js'
import { project, type DeadlineTerms } from './deadline.js'
import { formatDate, formatInstant, type LocalDate } from './local-date.js'
import type { Pause, PauseGround } from './pause.js'
import { dayIn, type Day, type DayKind, type Scope, type WorkCalendar } from './work-calendar.js'

/** Why a day was counted or skipped. */
export type DayReason = 'startDay' | 'paused' | DayKind

/** A day of an explanation. Name, source and scope are of the arrangement that says so, null where none does. */
export interface ExplainedDay {
  readonly date: LocalDate
  /** which day of the budget it is; null when it is not counted */
  readonly counted: number | null
  readonly reason: DayReason
  readonly name: string | null
  readonly source: string | null
  readonly scope: Scope | null
  /** the pause that leaves it out; null for every other day */
  readonly pause: Pause | null
  /** its year is not announced: counted or skipped by its weekday alone */
  readonly provisional: boolean
}

/** 为什么是这一天: everything that a third person needs to count the date again. */
export interface Explanation {
  readonly startOn: LocalDate
  readonly anchorAt: Instant | null
  readonly budget: Budget
  readonly pauses: readonly Pause[]
  /** the start day first, then each day up to the one promised; for seconds the start day alone */
  readonly days: readonly ExplainedDay[]
  /** where the count ends */
  readonly promisedOn: LocalDate
  readonly promisedAt: Instant
  /** the day that was given in its place; null when none was, or an earlier one */
  readonly extendedTo: LocalDate | null
  /** the last day: the one given in the place of the promised, or the promised */
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
  const { budget, pauses = [] } = deadline
  const { startOn, anchorAt, days, provisionalYears } = count(calendar, deadline, budget, pauses)
  const { promisedOn, promisedAt, dueOn, dueAt } = project(calendar, deadline)
  return {
    startOn,
    anchorAt,
    budget,
    pauses,
    days: [
      { ...explained(dayIn(calendar, startOn), null, null), reason: 'startDay' },
      ...days.map(({ day, counted, pause }) => explained(day, counted, pause)),
    ],
    promisedOn,
    promisedAt,
    extendedTo: dueOn > promisedOn ? dueOn : null,
    dueOn,
    closesAt: dueAt,
    provisional: provisionalYears.length > 0,
    provisionalYears,
  }
}

/** The explanation in sentences, a line a day, for where there is no page: the command line, a printed proof. */
export function explanationLines(explanation: Explanation): string[] {
  const { budget, promisedAt, promisedOn, extendedTo, closesAt, provisionalYears } = explanation
  const closing = 'seconds' in budget ? 'calendar.explain.closes' : 'calendar.explain.closesAtCloseOfBusiness'
  const lines = explanation.days.map(day => dayLine(explanation, day))
  lines.push(text(closing, { budget: formatBudget(budget), instant: formatInstant(promisedAt) }))
  if (extendedTo !== null) {
    const values = { promised: formatDate(promisedOn), instant: formatInstant(closesAt) }
    lines.push(text('calendar.explain.extended', values), text('calendar.explain.measured', values))
  }
  if (provisionalYears.length > 0)
    lines.push(text('calendar.explain.provisional', { years: provisionalYears.join('、') }))
  return lines
}

function explained(day: Day, counted: number | null, pause: Pause | null): ExplainedDay {
  const { date, kind, name, source, scope, provisional } = day
  if (pause === null) return { date, counted, reason: kind, name, source, scope, pause, provisional }
  // whether it would have been worked no longer matters
  const document = pause.document ?? null
  const paused = { name: null, source: document, scope: null, pause, provisional: false }
  return { date, counted, reason: 'paused', ...paused }
}

/** 专家评审; a pause that names no ground, as one of a trial reckoning, is just that. */
export function groundLabel(ground: PauseGround | null | undefined): string {
  return text(ground ? `calendar.ground.${ground}` : 'calendar.ground.none')
}

function dayLine(explanation: Explanation, day: ExplainedDay): string {
  if (day.reason === 'startDay') return startLine(explanation)
  const line = countLine(explanation, day)
  const matters = day.provisional && explanation.provisional
  return matters ? text('calendar.explain.provisionalDay', { line }) : line
}

function countLine({ budget, promisedOn }: Explanation, day: ExplainedDay): string {
  const { counted, reason, name, source, pause } = day
  const date = formatDate(day.date)
  if (pause !== null) {
    const key = source === null ? 'calendar.explain.paused' : 'calendar.explain.pausedBy'
    return text(key, { date, ground: groundLabel(pause.ground), source })
  }
  if (counted !== null && 'days' in budget) return text('calendar.explain.calendarDay', { date, counted })
  // no budget to count: the last day moved from the start day to the next day that can be one
  if (counted === null && day.date === promisedOn) return text('calendar.explain.putOffTo', { date })
  const scope = day.scope && text(`calendar.scope.${day.scope}`)
  return text(`calendar.explain.${reason}`, { date, counted, name, source, scope })
}

function startLine({ anchorAt, budget, startOn, promisedOn }: Explanation): string {
  if ('seconds' in budget && anchorAt) {
    return text('calendar.explain.startMoment', { instant: formatInstant(anchorAt) })
  }
  const key = startOn === promisedOn ? 'calendar.explain.startDayIsLast' : 'calendar.explain.startDay'
  return text(key, { date: formatDate(startOn) })
}
