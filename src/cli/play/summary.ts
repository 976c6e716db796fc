import { text } from '../../catalogue/index.js'
import type { Promised } from '../../casework/verdict.js'
import type { Instant } from '../../clock.js'
import type { CaseOutcome, LimitResult } from './outcome.js'

/** How a promise to the citizen was kept over all cases; what is still open is in none of the three. */
interface PromiseCount {
  readonly total: number
  readonly kept: number
  readonly missed: number
  readonly unreachable: number
}

/** A simulation in figures. */
export interface Summary {
  readonly cases: number
  readonly endings: readonly { readonly ending: string; readonly count: number }[]
  readonly promises: Readonly<Record<Promised, PromiseCount>>
  readonly yellow: number
  readonly red: number
  readonly supervisions: number
  readonly recurrences: number
  readonly reports: number
  readonly unfinished: number
  readonly from: Instant
  readonly to: Instant
  readonly seconds: number
}

/** Counts what happened to all cases. */
export function summarise(
  outcomes: readonly CaseOutcome[],
  rest: Pick<Summary, 'reports' | 'from' | 'to' | 'seconds'>,
): Summary {
  const endings = new Map<string, number>()
  for (const one of outcomes) {
    const ending = endingOf(one)
    endings.set(ending, (endings.get(ending) ?? 0) + 1)
  }
  const cards = (level: string) =>
    outcomes.flatMap(one => one.cards).filter(card => card.level === level).length
  return {
    cases: outcomes.length,
    endings: [...endings].map(([ending, count]) => ({ ending, count })),
    promises: { phoneReply: countOf(outcomes, 'phoneReply'), feedback: countOf(outcomes, 'feedback') },
    yellow: cards('yellow'),
    red: cards('red'),
    supervisions: outcomes.reduce((sum, one) => sum + one.supervisions, 0),
    recurrences: outcomes.filter(one => ['suspected', 'confirmed'].includes(one.recurrence)).length,
    unfinished: outcomes.filter(one => one.end === null || one.end === 'refused').length,
    ...rest,
  }
}

function endingOf({ end, ending }: CaseOutcome): string {
  if (end === null) return text('cli.simulate.ending.unfinished')
  return ending ?? text(`cli.simulate.ending.${end}`)
}

function countOf(outcomes: readonly CaseOutcome[], promise: Promised): PromiseCount {
  const results = outcomes.flatMap(one => one.deadlines.filter(limit => limit.promise === promise))
  const count = (...of: LimitResult[]) => results.filter(({ result }) => of.includes(result)).length
  return {
    total: count('kept', 'missed', 'unreachable', 'open'),
    kept: count('kept'),
    missed: count('missed'),
    unreachable: count('unreachable'),
  }
}
