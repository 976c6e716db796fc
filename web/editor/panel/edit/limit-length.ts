import { parseDuration } from '../../../../src/engine/lint/iso8601.js'
import type { BpmnTimerEventDefinition } from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'

/** How long a limit is, in one unit: what an office writes. */
export interface LimitLength {
  readonly count: number
  readonly unit: 'workdays' | 'days' | 'hours'
}

/** The length of a limit; undefined where the file says it otherwise (months, FEEL, a date), to be shown as it stands. */
export function lengthOf({ timeDuration, calendar }: BpmnTimerEventDefinition): LimitLength | undefined {
  const duration = parseDuration((timeDuration?.body ?? '').trim())
  if (!duration || duration.years > 0 || duration.months > 0) return undefined
  const days = duration.weeks * 7 + duration.days
  if (!duration.hasTime) return { count: days, unit: calendar === 'workdays' ? 'workdays' : 'days' }
  return days === 0 && duration.seconds % 3600 === 0
    ? { count: duration.seconds / 3600, unit: 'hours' }
    : undefined
}

/** Writes a plain ISO 8601 duration, `P3D` or `PT4H`, and which days count. */
export function setLength(
  of: BpmnTimerEventDefinition,
  { count, unit }: LimitLength,
  create: Create,
): Change[] {
  const body = unit === 'hours' ? `PT${count}H` : `P${count}D`
  const calendar = { of, set: { 'bdc:calendar': unit === 'workdays' ? 'workdays' : 'days' } }
  return of.timeDuration
    ? [calendar, { of: of.timeDuration, set: { body } }]
    : [
        calendar,
        {
          of,
          set: {
            timeDuration: create('bpmn:FormalExpression', { body }),
            timeDate: undefined,
            timeCycle: undefined,
          },
        },
      ]
}
