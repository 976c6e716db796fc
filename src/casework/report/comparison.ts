import { RATES, type RateKey } from './measures.js'
import type { ComparedQuarter, CountKey, QuarterFigures } from './quarter-figures.js'
import { percent, type Rate } from './rate.js'

/** What is kept of another quarter to stand beside this one. */
export function comparedQuarter({ quarter, counts, rates }: QuarterFigures): ComparedQuarter {
  return { quarter, counts, rates }
}

/** A figure that is another one in the revised version of a report. */
export interface FigureChange {
  readonly key: CountKey | RateKey
  readonly before: string
  readonly after: string
}

/** What a revision changed in the figures, in their order: 收到 11 → 12, 办成率 3/4（75.0%） → 3/5（60.0%）. */
export function figureChanges(
  before: Pick<QuarterFigures, 'counts' | 'rates'>,
  after: Pick<QuarterFigures, 'counts' | 'rates'>,
): FigureChange[] {
  const counts = (Object.keys(after.counts) as CountKey[]).map(key => ({
    key,
    // a version frozen before this figure was counted does not know it
    before: (before.counts[key] as number | undefined)?.toString() ?? '—',
    after: String(after.counts[key]),
  }))
  const rates = (Object.keys(RATES) as RateKey[]).map(key => ({
    key,
    before: inFull(before.rates[key]),
    after: inFull(after.rates[key]),
  }))
  return [...counts, ...rates].filter(change => change.before !== change.after)
}

function inFull(rate: Rate): string {
  return rate.rate === null ? percent(rate) : `${rate.numerator}/${rate.denominator}（${percent(rate)}）`
}
