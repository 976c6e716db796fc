import { text } from '../../catalogue/index.js'
import { type Quarter, quarterLabel } from '../quarter.js'
import type { QuarterFigures } from './quarter-figures.js'

/** Counts below this are not said: behind three cases of a quarter there are three people whom somebody knows. */
export const smallest = 5

/** What the office makes public of a quarter, each a number of its report. */
export const OPEN_FIGURES = ['received', 'answeredOnTime', 'solved', 'rectified'] as const

export type OpenFigure = (typeof OPEN_FIGURES)[number]

/** A count that may be said, or that it is small. Nothing can be subtracted from another: none is a part's whole. */
export type OpenCount = { readonly count: number } | { readonly lessThan: number }

export interface OpenQuarter {
  readonly quarter: Quarter
  readonly figures: Readonly<Record<OpenFigure, OpenCount>>
}

/** The public figures of a report as it was sent. */
export function openQuarter({ quarter, counts }: Pick<QuarterFigures, 'quarter' | 'counts'>): OpenQuarter {
  return {
    quarter,
    figures: {
      received: open(counts.received),
      answeredOnTime: open(counts.repliedInTime + counts.fedBackInTime),
      solved: open(counts.done),
      rectified: open(counts.rectificationsAccepted),
    },
  }
}

function open(count: number): OpenCount {
  return count < smallest ? { lessThan: smallest } : { count }
}

/** 37件, 少于5件 */
export function openCountWords(count: OpenCount): string {
  return 'count' in count
    ? text('openFigures.count', { count: count.count.toLocaleString('zh-CN') })
    : text('openFigures.lessThan', { count: count.lessThan })
}

/** 2026年第二季度 */
export function openQuarterLabel({ quarter }: OpenQuarter): string {
  return quarterLabel(quarter)
}
