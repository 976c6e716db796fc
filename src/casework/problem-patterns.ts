import type { LocalDate } from '../calendar/local-date.js'
import type { Instant } from '../clock.js'
import { causeGroupOf, isCauseCode } from './cause.js'

/** How many cases of one problem a place had in a month. */
export interface PatternCount {
  readonly itemId: number
  readonly itemName: string
  readonly itemKey: string
  readonly departmentId: number | null
  readonly departmentName: string | null
  readonly cause: string | null
  readonly placeName: string
  /** 2026-04 */
  readonly month: string
  readonly cases: number
  readonly open: number
  readonly barriers: number
  readonly recurred: number
  readonly first: LocalDate
  readonly last: LocalDate
}

/** When a problem was last put right, and accepted. */
export interface PatternRectified {
  readonly itemKey: string
  readonly departmentId: number
  readonly cause: string | null
  readonly acceptedAt: Instant
}

/** A problem that keeps coming: the same item, department and cause. */
export interface ProblemPattern extends Pick<
  PatternCount,
  | 'itemId'
  | 'itemName'
  | 'departmentId'
  | 'departmentName'
  | 'cause'
  | 'cases'
  | 'open'
  | 'barriers'
  | 'recurred'
> {
  readonly first: LocalDate
  readonly last: LocalDate
  /** the places it came to, the busiest first */
  readonly places: readonly { readonly name: string; readonly cases: number }[]
  /** cases by month; a month without any is not in it */
  readonly months: ReadonlyMap<string, number>
  readonly rectifiedAt: Instant | null
  /** what the office may do about it, the most pressing first */
  readonly advice: readonly PatternAdvice[]
}

export type PatternAdvice = 'recurred' | 'barrier' | 'rectify' | 'inform' | 'escalate' | 'analyse' | 'held'

/** As often as this, and nobody has put it right. */
const often = 3

/** Problems that came at least twice, the most frequent first, then the latest. */
export function problemPatterns(
  counts: readonly PatternCount[],
  rectified: readonly PatternRectified[],
): readonly ProblemPattern[] {
  const groups = new Map<string, PatternCount[]>()
  for (const one of counts) {
    const key = JSON.stringify([one.itemKey, one.departmentId, one.cause])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
    .map(group => pattern(group, rectified))
    .filter(({ cases }) => cases >= 2)
    .sort((one, other) => other.cases - one.cases || other.last.localeCompare(one.last))
}

function pattern(group: readonly PatternCount[], rectified: readonly PatternRectified[]): ProblemPattern {
  const [first] = group
  if (first === undefined) throw new Error('A pattern of nothing')
  const { itemId, itemName, itemKey, departmentId, departmentName, cause } = first
  const sum = (of: (one: PatternCount) => number) => group.reduce((total, one) => total + of(one), 0)
  const accepted = rectified
    .filter(one => one.itemKey === itemKey && one.departmentId === departmentId && one.cause === cause)
    .map(one => one.acceptedAt)
    .sort()
  const whole = {
    ...{ itemId, itemName, departmentId, departmentName, cause },
    cases: sum(one => one.cases),
    open: sum(one => one.open),
    barriers: sum(one => one.barriers),
    recurred: sum(one => one.recurred),
    first: group.map(one => one.first).sort()[0] ?? first.first,
    last:
      group
        .map(one => one.last)
        .sort()
        .at(-1) ?? first.last,
    places: [...tally(group, one => one.placeName)]
      .map(([name, cases]) => ({ name, cases }))
      .sort((one, other) => other.cases - one.cases || one.name.localeCompare(other.name)),
    months: tally(group, one => one.month),
    rectifiedAt: accepted.at(-1) ?? null,
  }
  return { ...whole, advice: adviceOn(whole) }
}

function tally(group: readonly PatternCount[], by: (one: PatternCount) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of group) counts.set(by(one), (counts.get(by(one)) ?? 0) + one.cases)
  return counts
}

function adviceOn({
  cause,
  cases,
  barriers,
  recurred,
  rectifiedAt,
}: Omit<ProblemPattern, 'advice'>): readonly PatternAdvice[] {
  const group = isCauseCode(cause) ? causeGroupOf(cause) : null
  const advice: PatternAdvice[] = []
  if (recurred > 0) advice.push('recurred')
  if (barriers > 0) advice.push('barrier')
  if (group === null) advice.push('analyse')
  if (group === 'A') advice.push('inform')
  if (group === 'C') advice.push('escalate')
  if (group === 'B' && rectifiedAt === null && cases >= often) advice.push('rectify')
  if (rectifiedAt !== null && recurred === 0) advice.push('held')
  return advice
}
