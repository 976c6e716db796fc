import type { FigureKey } from './evidence.js'
import { type Rate, rateOf } from './rate.js'

/** What each share divides by what; the lists behind both stand in `figureEvidence`. */
export const RATES = {
  /** 3日按期答复率: 联系未果 is in neither part */
  phoneReplyOnTime: ['repliedInTime', 'repliesDue'],
  /** 10日按期反馈率 */
  feedbackOnTime: ['fedBackInTime', 'feedbacksDue'],
  /** 办成率: who gave up or could not by law is in neither part */
  solved: ['done', 'outcomesDecided'],
  /** 复发率: confirmed in the quarter ÷ rectifications closed in the 12 months up to its end */
  recurrence: ['recurrencesConfirmed', 'rectificationsWatched'],
  /** 满意率: 非常满意, 满意 and 基本满意 ÷ rated; how many were asked stands beside it */
  satisfaction: ['satisfied', 'rated'],
  /** 知晓率: read the guide ÷ answered the question */
  awareness: ['guideReaders', 'guideAnswered'],
} as const satisfies Readonly<Record<string, readonly [FigureKey, FigureKey]>>

export type RateKey = keyof typeof RATES

/** The shares that are also given for a part of the cases: a place, a channel, a department, … */
export const SPLIT_RATES = ['phoneReplyOnTime', 'feedbackOnTime', 'solved', 'satisfaction'] as const

/** Over parts that have no case in common, each number adds up to that of the whole. */
export interface Measures extends Readonly<Record<(typeof SPLIT_RATES)[number], Rate>> {
  readonly received: number
  readonly unreachable: number
}

/** The numbers that the measures of a part are made of. */
export const MEASURED: readonly FigureKey[] = [
  'received',
  'unreachable',
  ...SPLIT_RATES.flatMap(rate => RATES[rate]),
]

export function measuresOf(count: (figure: FigureKey) => number): Measures {
  return {
    received: count('received'),
    phoneReplyOnTime: shareOf('phoneReplyOnTime', count),
    feedbackOnTime: shareOf('feedbackOnTime', count),
    unreachable: count('unreachable'),
    solved: shareOf('solved', count),
    satisfaction: shareOf('satisfaction', count),
  }
}

export function shareOf(rate: RateKey, count: (figure: FigureKey) => number): Rate {
  const [numerator, denominator] = RATES[rate]
  return rateOf(count(numerator), count(denominator))
}
