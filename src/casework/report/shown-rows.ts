import type { BreakdownRow } from './breakdown.js'
import type { SPLIT_RATES } from './measures.js'
import { type Measures } from './measures.js'
import { rateOf } from './rate.js'

/** Lines of one table at most; the rest stand together in one line before the whole. */
const most = 20

/** The lines of a breakdown that stand alone, and the measures of all others together. */
export function shownRows(rows: readonly BreakdownRow[]): {
  readonly shown: readonly BreakdownRow[]
  readonly rest: { readonly count: number; readonly measures: Measures } | null
} {
  if (rows.length <= most + 1) return { shown: rows, rest: null }
  const others = rows.slice(most)
  return { shown: rows.slice(0, most), rest: { count: others.length, measures: together(others) } }
}

/** The measures of several parts as of one. */
export function together(rows: readonly Measures[]): Measures {
  const sum = (of: (row: Measures) => number) => rows.reduce((all, row) => all + of(row), 0)
  const rate = (name: (typeof SPLIT_RATES)[number]) =>
    rateOf(
      sum(row => row[name].numerator),
      sum(row => row[name].denominator),
    )
  return {
    received: sum(row => row.received),
    unreachable: sum(row => row.unreachable),
    phoneReplyOnTime: rate('phoneReplyOnTime'),
    feedbackOnTime: rate('feedbackOnTime'),
    solved: rate('solved'),
    satisfaction: rate('satisfaction'),
  }
}
