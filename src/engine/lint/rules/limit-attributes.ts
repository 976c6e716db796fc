import type { BpmnTimerEventDefinition } from '../../schema/moddle-types.js'
import { called, quoted } from '../called.js'
import { approximateSeconds, parseDuration } from '../iso8601.js'
import type { Rule, RuleFactory } from '../rule.js'
import { timeChangeProblems } from '../time-changes.js'
import { timerOf } from '../timer-of.js'

/** The attributes of ours on a timer have values that the calendar and the cards understand. */
const limitAttributes: RuleFactory = ({ roles }): Rule => ({
  check(element, reporter) {
    const timer = timerOf(element)
    if (!timer) return
    for (const problem of [...problemsOf(timer, roles), ...timeChangeProblems(timer)])
      reporter.report(element.id, `${called(element)}的${problem}。`)
  },
})

export default limitAttributes

function problemsOf(timer: BpmnTimerEventDefinition, roles: readonly string[]): string[] {
  const { calendar, kind, from, warnBefore, warn, timeDuration } = timer
  const problems: string[] = []
  if (calendar !== undefined && calendar !== 'workdays' && calendar !== 'days') {
    problems.push(
      `计算方式（bdc:calendar）${quoted(calendar)}不正确；请选择工作日（workdays）或自然日（days）`,
    )
  }
  if (kind !== undefined && kind !== 'statutory' && kind !== 'internal') {
    problems.push(`时限性质（bdc:kind）${quoted(kind)}不正确；请选择法定（statutory）或内部（internal）`)
  }
  if (from !== undefined && !/^[A-Za-z_]\w*$/.test(from)) {
    problems.push(`起算点（bdc:from）${quoted(from)}不正确；请填写事项数据的名称，如 causeConfirmedAt`)
  }
  if (warnBefore !== undefined) {
    problems.push(...warningProblems(warnBefore, timeDuration?.body?.trim(), calendar === 'workdays'))
  }
  if (warn !== undefined) {
    const known = ['assignee', 'group', ...roles]
    const words = warn.split(' ')
    if (words.some(word => !known.includes(word))) {
      problems.push(
        `提醒对象（bdc:warn）${quoted(warn)}不正确；请从经办人（assignee）、可办角色（group）和角色（${roles.join('、')}）中选择，以一个空格分开`,
      )
    }
  }
  return problems
}

// P0D is the morning of the last day: all that a limit of one day can be warned of.
function warningProblems(warnBefore: string, limit: string | undefined, workdays: boolean): string[] {
  const before = parseDuration(warnBefore)
  const whole = limit === undefined ? undefined : parseDuration(limit)
  const isMorning = before !== undefined && approximateSeconds(before) === 0
  if (!before || before.years > 0 || before.months > 0 || (isMorning && (before.hasTime || whole?.hasTime))) {
    return [`提前预警（bdc:warnBefore）${quoted(warnBefore)}不正确；请写成 P1D（提前1天）的样式`]
  }
  if (workdays && (before.weeks > 0 || before.hasTime)) {
    return [
      `提前预警（bdc:warnBefore）${quoted(warnBefore)}不正确：时限按工作日计算，预警也只能是整天；请写成 P1D（提前1个工作日）或 P0D（最后一天上班时），或改按自然日计算`,
    ]
  }
  return whole && approximateSeconds(before) >= approximateSeconds(whole)
    ? [`提前预警（bdc:warnBefore）${quoted(warnBefore)}不短于时限本身；请改短`]
    : []
}
