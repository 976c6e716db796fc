import {
  formatBudget,
  formatDate,
  formatInstant,
  groundLabel,
  localTimeOf,
  type Explanation,
  type LocalDate,
  type Pause,
  type Standing,
} from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { DeadlineEntry } from '../../runtime/index.js'
import { deadlineLedger, type DeadlineLedgerRow, type LedgerReader } from './deadline-ledger.js'
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
  /** what happened to it, from its arming on */
  readonly ledger: readonly DeadlineEntry[]
  /** which state of the calendar the date was counted on; 0 when nobody kept count */
  readonly calendarVersion: number
  readonly reader: LedgerReader
  /** where its 期限计算说明 is; null where there is none to print */
  readonly proofHref: string | null
}

/** The model of the partial `deadline-card`: state in words, the day, and 为什么是这一天. */
export interface DeadlineCardModel {
  readonly name: string
  readonly kind: string
  readonly state: StateModel
  readonly dueAt: Instant
  readonly due: string
  readonly left: string
  /** what stopped it, and the day given in the place of the promised one, in words */
  readonly changes: readonly string[]
  readonly provisional: string | null
  readonly provisionalState: StateModel
  readonly rule: string
  readonly squares: readonly DaySquare[]
  readonly days: readonly DayRow[]
  /** what moved it; empty when nothing did */
  readonly ledger: readonly DeadlineLedgerRow[]
  readonly version: string | null
  readonly proofHref: string | null
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
    changes: changesOf(source),
    provisional: provisional
      ? text('shell.deadline.provisional', { years: provisionalYears.join('、') })
      : null,
    provisionalState: state('provisional'),
    rule: ruleOf(explanation),
    squares: daySquares(source),
    days: dayRows(explanation),
    // the arming alone is no news: the rule says as much
    ledger: source.ledger.length > 1 ? deadlineLedger(source.ledger, source.reader) : [],
    version: versionOf(source),
    proofHref: source.proofHref,
  }
}

/** 方案三(三)规定的时限, 内部管理时限. */
export function kindOf({ kind, paragraph }: Pick<DeadlineSource, 'kind' | 'paragraph'>): string {
  if (kind !== 'statutory') return text('shell.deadline.internal')
  return paragraph === null
    ? text('shell.deadline.statutory')
    : text('shell.deadline.statutoryParagraph', { paragraph })
}

/** What stopped it and what was given in the place of its promise, a sentence each. */
export function changesOf({
  explanation,
  standing,
  today,
  closedAt,
}: Pick<DeadlineSource, 'explanation' | 'standing' | 'today' | 'closedAt'>): readonly string[] {
  const { pauses, promisedOn, closesAt, extendedTo } = explanation
  const changes = pauses.filter(({ from, until }) => from < until).map(pauseWords)
  if (extendedTo === null) return changes
  const values = { promised: formatDate(promisedOn), due: formatInstant(closesAt) }
  return [...changes, text('shell.deadline.extended', values)]

  function pauseWords({ ground, document, from, until }: Pause): string {
    const goesOn = closedAt === null && today <= until
    const words = text(`shell.deadline.pause.${goesOn ? 'now' : 'past'}`, {
      ground: groundLabel(ground),
      from: formatDate(from),
      until: formatDate(until),
      days: workingDays(standing.remainingWorkingDays),
    })
    return document ? text('shell.deadline.pause.document', { words, document }) : words
  }
}

export function versionOf({ calendarVersion }: Pick<DeadlineSource, 'calendarVersion'>): string | null {
  return calendarVersion === 0 ? null : text('shell.deadline.version', { version: calendarVersion })
}

function stateOf({ closedAt, completed, explanation, standing, warned, today }: DeadlineSource): StateModel {
  const { promisedAt, closesAt, promisedOn } = explanation
  if (closedAt !== null) {
    if (!completed) return state('closed')
    if (Date.parse(closedAt) <= Date.parse(promisedAt)) return state('met')
    const inNewTime = Date.parse(closedAt) <= Date.parse(closesAt)
    return inNewTime ? state('late', text('shell.deadline.late.extended')) : state('late')
  }
  if (standing.overdue) return state('red')
  if (warned) return state('yellow')
  if (standing.pause !== null) return state('paused')
  return state(today > promisedOn ? 'extended' : 'ok')
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
  return text(standing.pause === null ? 'shell.deadline.left' : 'shell.deadline.leftPaused', {
    days: workingDays(standing.remainingWorkingDays),
    used: workingDays(used),
  })
}

/** How the date is counted, in a sentence. */
export function ruleOf({ anchorAt, budget, promisedAt, startOn, promisedOn, pauses }: Explanation): string {
  const values = { budget: formatBudget(budget), start: formatDate(startOn), due: formatDate(promisedOn) }
  const time = localTimeOf(promisedAt)
  if ('seconds' in budget) {
    const start = anchorAt ? formatInstant(anchorAt) : values.start
    return text('shell.deadline.ruleOther', { ...values, start, due: formatInstant(promisedAt) })
  }
  const key = 'workingDays' in budget ? 'shell.deadline.rule' : 'shell.deadline.ruleDays'
  const rule = text(key, { ...values, time })
  return pauses.some(({ from, until }) => from < until) ? text('shell.deadline.rulePaused', { rule }) : rule
}

function workingDays(count: number): string {
  return text('calendar.budget.workingDays', { count })
}
