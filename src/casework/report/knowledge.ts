import type { ReportCase } from './input.js'
import { type Rate, rateOf } from './rate.js'

/** 知晓率 = read the guide, on the web or on paper ÷ answered the question. 窗口告知 has heard of it, not read it. */
export function awarenessRate(cases: readonly ReportCase[]): Rate {
  const answered = cases.filter(each => each.guideRead !== null)
  const read = answered.filter(each => each.guideRead === 'web' || each.guideRead === 'paper')
  return rateOf(read.length, answered.length)
}
