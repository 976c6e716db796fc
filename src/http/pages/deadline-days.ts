import {
  formatDate,
  groundLabel,
  type ExplainedDay,
  type Explanation,
  type LocalDate,
} from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'

/** One day of a deadline drawn as a square: numbered when it counts, small and dashed when it does not. */
export interface DaySquare {
  readonly kind: string
  readonly label: string
  readonly title: string
}

/** One day of a deadline in words, for who counts the date again. */
export interface DayRow {
  readonly date: string
  readonly count: string
  readonly counted: boolean
  readonly reason: string
  readonly source: string | null
}

interface Run {
  readonly explanation: Explanation
  readonly standing: { readonly overdueWorkingDays: number }
  readonly closedAt: Instant | null
  readonly today: LocalDate
}

/** The squares from the start day to the last, and how far over it is; none for deadlines of hours. */
export function daySquares({ explanation, standing, closedAt, today }: Run): DaySquare[] {
  if ('seconds' in explanation.budget) return []
  const squares = stretches(explanation.days, sameSquare).map(days => square(days, today, closedAt))
  if (explanation.extendedTo !== null) {
    const kind =
      explanation.extendedTo === today && closedAt === null ? 'day-extended day-today' : 'day-extended'
    const label = text('shell.deadline.squareExtended')
    squares.push({ kind, label, title: formatDate(explanation.extendedTo) })
  }
  const over = closedAt === null ? standing.overdueWorkingDays : 0
  if (over > 0) squares.push({ kind: 'day-late', label: `+${over}`, title: '' })
  return squares
}

/** Each day with its count, reason and source; days of one pause together, and what came in the promise's place last. */
export function dayRows(explanation: Explanation, together = sameSquare): DayRow[] {
  const { days, budget, startOn, extendedTo } = explanation
  const rows = stretches(days, together).map(stretch => rowOf(stretch, 'workingDays' in budget, startOn))
  if (extendedTo === null) return rows
  const reason = text('shell.deadline.reason.extended')
  const count = text('shell.deadline.newDay')
  return [...rows, { date: shortDate(extendedTo, startOn), count, counted: true, reason, source: null }]
}

/** Whether this day is told together with the one before it. */
type Together = (one: ExplainedDay, next: ExplainedDay) => boolean

/** Where a day is a square: only the days of a pause are told together, as one long square. */
const sameSquare: Together = (one, next) => one.pause !== null && one.pause === next.pause

/** On paper: whatever is not counted for the same reason. */
export const sameReason: Together = (one, next) =>
  one.counted === null &&
  next.counted === null &&
  one.reason === next.reason &&
  one.name === next.name &&
  one.source === next.source &&
  one.pause === next.pause

type Stretch = readonly [ExplainedDay, ...ExplainedDay[]]

function stretches(days: readonly ExplainedDay[], together: Together): Stretch[] {
  const all: [ExplainedDay, ...ExplainedDay[]][] = []
  for (const day of days) {
    const last = all.at(-1)
    if (last && together(last[0], day)) last.push(day)
    else all.push([day])
  }
  return all
}

function square(days: Stretch, today: LocalDate, closedAt: Instant | null): DaySquare {
  const [day] = days
  if (day.pause === null)
    return { kind: squareKind(day, today, closedAt), label: squareLabel(day), title: formatDate(day.date) }
  const isNow = closedAt === null && days.some(({ date }) => date === today)
  return {
    kind: isNow ? 'day-paused day-today' : 'day-paused',
    label: text('shell.deadline.squarePaused', { days: days.length }),
    title: rangeOf(days, day.date),
  }
}

function rowOf(days: Stretch, working: boolean, startOn: LocalDate): DayRow {
  const [day] = days
  const name = day.pause === null ? (day.name ?? '') : groundLabel(day.pause.ground)
  return {
    date: rangeOf(days, startOn),
    count: countOf(day, working),
    counted: day.counted !== null,
    // an ordinary working day needs no reason
    reason: day.reason === 'workday' ? '' : text(`shell.deadline.reason.${day.reason}`, { name }),
    source: day.source === null ? null : text('shell.deadline.source', { source: day.source }),
  }
}

function rangeOf(days: Stretch, startOn: LocalDate): string {
  const [first] = days
  const last = days.at(-1) ?? first
  const from = shortDate(first.date, startOn)
  return last === first ? from : text('shell.deadline.range', { from, to: shortDate(last.date, startOn) })
}

/** Without its year, unless that is another than the start's. */
function shortDate(date: LocalDate, startOn: LocalDate): string {
  const full = formatDate(date)
  return date.slice(0, 4) === startOn.slice(0, 4) && date !== startOn ? full.replace(/^\d+年/, '') : full
}

function squareKind(day: ExplainedDay, today: LocalDate, closedAt: Instant | null): string {
  const kinds = [
    day.reason === 'startDay' ? 'day-start' : day.counted === null ? 'day-skipped' : 'day-counted',
    day.date < today && day.counted !== null ? 'day-gone' : '',
    day.date === today && closedAt === null ? 'day-today' : '',
  ]
  return kinds.filter(kind => kind !== '').join(' ')
}

function squareLabel({ counted, reason }: ExplainedDay): string {
  if (reason === 'startDay') return text('shell.deadline.squareStart')
  return counted === null ? text('shell.deadline.squareSkipped') : String(counted)
}

function countOf({ counted, reason }: ExplainedDay, working: boolean): string {
  if (reason === 'startDay') return text('shell.deadline.startsHere')
  if (counted === null) return text('shell.deadline.notCounted')
  return text(working ? 'shell.deadline.countedWorking' : 'shell.deadline.countedDay', { counted })
}
