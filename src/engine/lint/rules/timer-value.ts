import type { BpmnTimerEventDefinition } from '../../schema/moddle-types.js'
import { called, quoted } from '../called.js'
import { approximateSeconds, isInstant, parseCycle, parseDuration } from '../iso8601.js'
import type { Rule } from '../rule.js'
import { timerOf, timerValues } from '../timer-of.js'

/**
 * A timer says one thing, in ISO 8601 (or FEEL after `=`). bpmn-engine finds out about anything else when a case is
 * already there, and then the case is lost; a timer without a value fires at once.
 */
export default function timerValue(): Rule {
  return {
    check(element, reporter) {
      const timer = timerOf(element)
      if (!timer) return
      const problem = valueProblem(timer)
      if (problem) reporter.report(element.id, `${called(element)}${problem}。`)
    },
  }
}

function valueProblem(timer: BpmnTimerEventDefinition): string | undefined {
  const [first, ...others] = timerValues(timer)
  if (!first || first.value === '') return '没有写时限；请填写，如 P3D（3天）'
  if (others.length > 0) return '写了多种时限；请只保留期限、日期、周期中的一种'
  if (first.value.startsWith('=')) return undefined
  switch (first.type) {
    case 'timeDuration':
      return durationProblem(first.value, timer.calendar === 'workdays')
    case 'timeDate':
      return isInstant(first.value)
        ? undefined
        : `的日期${quoted(first.value)}不正确；请写成 2026-07-01T08:30:00+08:00 的样式`
    case 'timeCycle':
      return cycleProblem(first.value)
  }
}

function durationProblem(value: string, workdays: boolean): string | undefined {
  const duration = parseDuration(value)
  if (!duration) return `的时限${quoted(value)}不正确；请写成 P3D（3天）或 PT4H（4小时）的样式`
  if (approximateSeconds(duration) === 0) return '的时限是零；请填写大于零的时限'
  if (duration.years > 0 || duration.months > 0) return `的时限${quoted(value)}含有年或月；请改用天，如 P30D`
  if (approximateSeconds(duration) > longest) return `的时限${quoted(value)}超过十年；请改短`
  if (workdays && (duration.weeks > 0 || duration.hasTime)) {
    return `按工作日计算，时限${quoted(value)}只能是整天；请写成 P3D 的样式，或改按自然日计算`
  }
  return undefined
}

function cycleProblem(value: string): string | undefined {
  const cycle = parseCycle(value)
  if (!cycle)
    return `的周期${quoted(value)}不正确；请写成 R/2021-07-01T08:30:00+08:00/P3M（起始时间和间隔）的样式`
  if (approximateSeconds(cycle.period) < 60) return '的周期不到一分钟；请改长'
  return undefined
}

/** Ten years, in seconds. */
const longest = 3660 * 86_400
