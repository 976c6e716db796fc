import {
  formatBudget,
  formatDate,
  formatInstant,
  localTimeOf,
  type Explanation,
  type LocalDate,
  type Standing,
} from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import { dayRows, daySquares, type DayRow, type DaySquare } from './deadline-days.js'
import { state, type StateModel } from './state.js'

/** What a deadline card is made from. */
export interface DeadlineSource {
  readonly name: string
  /** the notice's own, or one the office set itself */
  readonly kind: 'statutory' | 'internal' | 'none'
  /** `三(三)`: where the notice says so */
  readonly paragraph: string | null
  readonly explanation: Explanation
  /** how it stands now, for one that still runs */
  readonly standing: Standing
  /** the warning was due: the yellow card */
  readonly warned: boolean
  /** null while it runs */
  readonly closedAt: Instant | null
  /** closed because its work was done, not because the case took another way */
  readonly completed: boolean
  readonly today: LocalDate
}

/** The model of the partial `deadline-card`: state in words, the day, and 为什么是这一天. */
export interface DeadlineCardModel {
  readonly name: string
  readonly kind: string
  readonly state: StateModel
  readonly dueAt: Instant
  readonly due: string
  readonly left: string
  readonly provisional: string | null
  readonly provisionalState: StateModel
  readonly rule: string
  readonly squares: readonly DaySquare[]
  readonly days: readonly DayRow[]
}

export function deadlineCard(source: DeadlineSource): DeadlineCardModel {
  const { name, explanation } = source
  const { closesAt, provisional, provisionalYears } = explanation
  return {
    name,
    kind: kindOf(source),
    state: stateOf(source),
    dueAt: closesAt,
    due: text('shell.deadline.due', { when: formatInstant(closesAt) }),
    left: leftOf(source),
    provisional: provisional
      ? text('shell.deadline.provisional', { years: provisionalYears.join('、') })
      : null,
    provisionalState: state('provisional'),
    rule: ruleOf(explanation),
    squares: daySquares(source),
    days: dayRows(explanation),
  }
}

function kindOf({ kind, paragraph }: DeadlineSource): string {
  if (kind !== 'statutory') return text('shell.deadline.internal')
  return paragraph === null
    ? text('shell.deadline.statutory')
    : text('shell.deadline.statutoryParagraph', { paragraph })
}

function stateOf({ closedAt, completed, explanation, standing, warned }: DeadlineSource): StateModel {
  if (closedAt !== null) {
    if (!completed) return state('closed')
    return state(Date.parse(closedAt) <= Date.parse(explanation.closesAt) ? 'met' : 'late')
  }
  if (standing.overdue) return state('red')
  return state(warned ? 'yellow' : 'ok')
}

function leftOf(source: DeadlineSource): string {
  const { closedAt, completed, explanation, standing, today } = source
  if (closedAt !== null)
    return text(completed ? 'shell.deadline.done' : 'shell.deadline.stopped', {
      when: formatInstant(closedAt),
    })
  if (standing.overdue)
    return standing.overdueWorkingDays === 0
      ? text('shell.deadline.overdueToday')
      : text('shell.deadline.overdue', { days: workingDays(standing.overdueWorkingDays) })
  if (explanation.dueOn === today)
    return text('shell.deadline.today', { time: localTimeOf(explanation.closesAt) })
  const used = explanation.days.filter(({ counted, date }) => counted !== null && date < today).length
  return text('shell.deadline.left', {
    days: workingDays(standing.remainingWorkingDays),
    used: workingDays(used),
  })
}

function ruleOf({ anchorAt, budget, closesAt, startOn, dueOn }: Explanation): string {
  const values = { budget: formatBudget(budget), start: formatDate(startOn), due: formatDate(dueOn) }
  const time = localTimeOf(closesAt)
  if ('workingDays' in budget) return text('shell.deadline.rule', { ...values, time })
  if ('days' in budget) return text('shell.deadline.ruleDays', { ...values, time })
  const start = anchorAt ? formatInstant(anchorAt) : values.start
  return text('shell.deadline.ruleOther', { ...values, start, due: formatInstant(closesAt) })
}

function workingDays(count: number): string {
  return text('calendar.budget.workingDays', { count })
}
