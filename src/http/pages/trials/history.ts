import { formatInstant } from '../../../calendar/index.js'
import { text } from '../../../catalogue/index.js'
import type { Trial, TrialStanding } from '../../../trial/index.js'
import { caseHistory } from '../case-history.js'
import type { TimelineEntry } from '../timeline.js'
import { factsInWords } from './facts.js'

/**
 * What happened in a trial, in the order in which it happened: what any case page tells, and beside it what only a trial
 * shows: what the diagram noted by itself, and where the clock was turned to when nothing else happened there.
 */
export function trialHistory(trial: Trial, standing: TrialStanding): readonly TimelineEntry[] {
  const told = caseHistory(standing.case).filter(({ kind }) => kind !== 'now')
  const happens = new Set(told.map(({ at }) => minuteOf(at ?? '')))
  const noted = (at: string, facts: Readonly<Record<string, unknown>>): TimelineEntry[] => {
    const inWords = factsInWords(facts, standing.departments)
    return inWords.length === 0 ? [] : [{ ...entry(text('trial.noted'), at), facts: inWords }]
  }
  const beside = trial.taken.flatMap(({ step, at, noted: facts }) => [
    ...noted(at, facts),
    ...(step.kind === 'pass' && !happens.has(minuteOf(at))
      ? [entry(text('trial.passed', { when: formatInstant(at) }), at)]
      : []),
  ])
  return [...told, ...noted(trial.plan.at, trial.noted), ...beside].sort((one, other) =>
    (one.at ?? '').localeCompare(other.at ?? ''),
  )
}

function minuteOf(instant: string): string {
  return instant.slice(0, 16)
}

function entry(what: string, at: string): TimelineEntry {
  return { kind: 'note', what, at, who: null, note: null, facts: [] }
}
