import { formatBudget, formatInstant, parseBudget } from '../../../calendar/index.js'
import { text } from '../../../catalogue/index.js'

/** When a timer of the diagram falls due, as people say it. */
export function timeWords({ type, value, calendar }: Timer): string {
  if (value.startsWith('=')) return text('handbook.time.computed', { expression: value.slice(1).trim() })
  if (type === 'timeDuration') return durationWords(value, calendar)
  if (type === 'timeDate') return text('handbook.time.date', { when: momentWords(value) })
  const [repeat = '', first = '', period = ''] = value.split('/')
  return (
    text(repeat === 'R' ? 'handbook.time.cycle' : 'handbook.time.times', {
      period: periodWords(period),
      first: momentWords(first),
      // repeated so often, after the first time
      times: Number(repeat.slice(1)) + 1,
    }) + (calendar === 'workdays' ? text('handbook.time.rolls') : '')
  )
}

interface Timer {
  readonly type: 'timeDuration' | 'timeDate' | 'timeCycle'
  readonly value: string
  readonly calendar: 'workdays' | 'days'
}

/** 2个工作日, 4小时; what the calendar cannot read as it stands. */
export function durationWords(iso: string, calendar: 'workdays' | 'days'): string {
  try {
    return formatBudget(parseBudget(iso, calendar))
  } catch {
    return iso
  }
}

function momentWords(iso: string): string {
  try {
    return formatInstant(iso)
  } catch {
    return iso
  }
}

/** 3个月; what has more than one unit as the calendar says it. */
function periodWords(iso: string): string {
  const [, count, unit] = /^P(\d+)([YMW])$/.exec(iso) ?? []
  return count && unit ? text(`handbook.time.${unit}`, { count }) : durationWords(iso, 'days')
}
