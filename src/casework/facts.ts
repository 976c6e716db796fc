import type { Instant } from '../clock.js'
import type { CaseProjection, Facts } from './case.js'
import { isCauseCode } from './cause.js'
import { isOneOf, labelOf } from './choice.js'
import { type Fact, FACTS } from './fact-list.js'
import { OUTCOMES } from './outcome.js'
import { RECURRENCES } from './recurrence.js'
import { satisfactionOf } from './satisfaction.js'
import { VERDICTS } from './verdict.js'

/** The entry of the data dictionary, or undefined for a fact that a diagram added of its own. */
export function factOf(key: string): Fact | undefined {
  return byKey.get(key)
}

/** What people call a fact; its bare key when the dictionary does not have it. */
export function factLabel(key: string): string {
  return byKey.get(key)?.label ?? key
}

/** A fact's value in words where it is one of a vocabulary, else as it is. */
export function factWord(key: string, value: unknown): unknown {
  const choices = byKey.get(key)?.choices
  if (choices === undefined || (typeof value !== 'string' && typeof value !== 'number')) return value
  return labelOf(choices, String(value))
}

const byKey: ReadonlyMap<string, Fact> = new Map(FACTS.map(fact => [fact.key, fact]))

/**
 * The facts that lists and figures ask, as columns. A fact that has no value of its vocabulary, or was never set,
 * is null, false or, for the recurrence, no: a diagram may set what it likes, a column may not. An answer that was given
 * before the cause was confirmed anew (after a review, or a reopening) answers nothing that is promised now.
 */
export function projectFacts(facts: Facts): CaseProjection {
  const { verdict, cause, outcome, recurrence } = facts
  const causeConfirmedAt = instantOf(facts.causeConfirmedAt)
  const answeredAt = (value: unknown) => {
    const at = instantOf(value)
    return at !== null && causeConfirmedAt !== null && at < causeConfirmedAt ? null : at
  }
  return {
    verdict: isOneOf(VERDICTS, verdict) ? verdict : null,
    cause: isCauseCode(cause) ? cause : null,
    causeConfirmedAt,
    handedOverAt: instantOf(facts.handedOverAt),
    repliedAt: answeredAt(facts.repliedAt),
    feedbackAt: answeredAt(facts.feedbackAt),
    outcome: isOneOf(OUTCOMES, outcome) ? outcome : null,
    satisfaction: satisfactionOf(facts.satisfaction),
    hiddenBarrier: facts.hiddenBarrier === true,
    contactFailed: facts.contactFailed === true,
    recurrence: isOneOf(RECURRENCES, recurrence) ? recurrence : 'no',
  }
}

/**
 * What a diagram's FEEL sees, flat: each key of the dictionary, null where nothing is known (so that conditions need
 * no test for absence), the facts a diagram added, and `now`. Derived values stand over answers, answers over columns.
 */
export function feelContext(matter: object, facts: Facts, derived: object, now: Instant): Facts {
  const columns = new Map(Object.entries(matter) as [string, unknown][])
  const known = FACTS.map(({ key, from }): [string, unknown] => [
    key,
    from === 'case' ? columns.get(key) : undefined,
  ])
  const all: Record<string, unknown> = { ...Object.fromEntries(known), ...facts, ...derived, now }
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, value ?? null]))
}

function instantOf(value: unknown): Instant | null {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? value : null
}
