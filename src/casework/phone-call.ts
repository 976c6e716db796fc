import { localDateOf } from '../calendar/local-date.js'
import type { Instant } from '../clock.js'
import { type Choice } from './choice.js'

/** What came of dialling the citizen's number (R15). */
export const CALL_RESULTS = [
  { value: 'answered', label: '接通' },
  { value: 'noAnswer', label: '未接' },
  { value: 'refused', label: '拒接' },
  { value: 'invalidNumber', label: '空号' },
] as const satisfies readonly Choice[]

export type CallResult = (typeof CALL_RESULTS)[number]['value']

export interface Call {
  readonly at: Instant
  readonly result: CallResult
}

/** What the diagram's branch after 电话答复 asks. */
export interface ContactFacts {
  readonly tries: number
  readonly reached: boolean
  /** Tried often enough: now a letter or a text is the last way. */
  readonly contactFailed: boolean
}

const triesNeeded = 3
const daysNeeded = 2

/**
 * The rule of three tries on two different days of the office.
 * @param since only calls from here on count: after a review the citizen is called anew
 */
export function deriveContact(calls: readonly Call[], since: Instant | null = null): ContactFacts {
  const counted = calls.filter(call => since === null || call.at >= since)
  const failed = counted.filter(call => call.result !== 'answered')
  const days = new Set(failed.map(call => localDateOf(call.at)))
  const reached = failed.length < counted.length
  return {
    tries: counted.length,
    reached,
    contactFailed: !reached && failed.length >= triesNeeded && days.size >= daysNeeded,
  }
}
