import { formatDate, type ExplainedDay, type Explanation, type LocalDate } from '../../calendar/index.js'
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
  const squares = explanation.days.map(day => ({
    kind: squareKind(day, today, closedAt),
    label: squareLabel(day),
    title: formatDate(day.date),
  }))
  const over = closedAt === null ? standing.overdueWorkingDays : 0
  if (over > 0) squares.push({ kind: 'day-late', label: `+${over}`, title: '' })
  return squares
}

/** Each day with its count, reason and source. */
export function dayRows({ days, budget, startOn }: Explanation): DayRow[] {
  return days.map(day => ({
    date: shortDate(day.date, startOn),
    count: countOf(day, 'workingDays' in budget),
    counted: day.counted !== null,
    // an ordinary working day needs no reason
    reason:
      day.reason === 'workday' ? '' : text(`shell.deadline.reason.${day.reason}`, { name: day.name ?? '' }),
    source: day.source === null ? null : text('shell.deadline.source', { source: day.source }),
  }))
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
