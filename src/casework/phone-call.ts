import { localDateOf } from '../calendar/local-date.js'
import type { Instant } from '../clock.js'
import type { Answers } from './answers.js'
import { type Choice } from './choice.js'
import { OFFICE_SETTINGS } from './office-setting.js'

/** What came of dialling the citizen's number (R15). */
export const CALL_RESULTS = [
  { value: 'answered', label: '接通' },
  { value: 'noAnswer', label: '未接' },
  { value: 'refused', label: '拒接' },
  { value: 'invalidNumber', label: '空号' },
] as const satisfies readonly Choice[]

export type CallResult = (typeof CALL_RESULTS)[number]['value']

/** Answers without the number that was dialled: it stands in the record of the call, sealed, and nowhere else. */
export function withoutNumber(answers: Answers): Answers {
  const { callNumber: _, ...rest } = answers
  return rest
}

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

/** How often, and on how many different days of the office, who does not answer is rung up. */
export interface ContactRule {
  readonly tries: number
  readonly days: number
}

/** Three tries on two days, unless the office has set another rule. */
export const usualContactRule: ContactRule = {
  tries: OFFICE_SETTINGS.callTries.usual,
  days: OFFICE_SETTINGS.callDays.usual,
}

/**
 * The rule of tries on different days of the office.
 * @param since only calls from here on count: after a review the citizen is called anew
 */
export function deriveContact(
  calls: readonly Call[],
  since: Instant | null = null,
  rule: ContactRule = usualContactRule,
): ContactFacts {
  const counted = calls.filter(call => since === null || call.at >= since)
  const failed = counted.filter(call => call.result !== 'answered')
  const days = new Set(failed.map(call => localDateOf(call.at)))
  const reached = failed.length < counted.length
  return {
    tries: counted.length,
    reached,
    contactFailed: !reached && failed.length >= rule.tries && days.size >= rule.days,
  }
}
