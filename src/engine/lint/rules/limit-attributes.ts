import type { BpmnTimerEventDefinition } from '../../schema/moddle-types.js'
import { called, quoted } from '../called.js'
import { approximateSeconds, parseDuration } from '../iso8601.js'
import type { Rule } from '../rule.js'
import { timeChangeProblems } from '../time-changes.js'
import { timerOf } from '../timer-of.js'

/** The attributes of ours on a timer have values that the calendar and the cards understand. */
export default function limitAttributes(): Rule {
  return {
    check(element, reporter) {
      const timer = timerOf(element)
      if (!timer) return
      for (const problem of [...problemsOf(timer), ...timeChangeProblems(timer)])
        reporter.report(element.id, `${called(element)}的${problem}。`)
    },
  }
}

function problemsOf({ calendar, kind, from, warnBefore, timeDuration }: BpmnTimerEventDefinition): string[] {
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
  if (warnBefore !== undefined) problems.push(...warningProblems(warnBefore, timeDuration?.body?.trim()))
  return problems
}

function warningProblems(warnBefore: string, limit: string | undefined): string[] {
  const before = parseDuration(warnBefore)
  if (!before || before.years > 0 || before.months > 0 || approximateSeconds(before) === 0) {
    return [`提前预警（bdc:warnBefore）${quoted(warnBefore)}不正确；请写成 P1D（提前1天）的样式`]
  }
  const whole = limit === undefined ? undefined : parseDuration(limit)
  return whole && approximateSeconds(before) >= approximateSeconds(whole)
    ? [`提前预警（bdc:warnBefore）${quoted(warnBefore)}不短于时限本身；请改短`]
    : []
}
