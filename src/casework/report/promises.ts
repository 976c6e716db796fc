import type { LocalDate } from '../../calendar/local-date.js'
import type { Quarter } from '../quarter.js'
import type { Promised } from '../verdict.js'
import type { ReportPromise } from './input.js'
import { inQuarter } from './period.js'

/** The promises of one kind that fell due in a quarter, each in exactly one of these lists. */
export interface DuePromises {
  /** Answered on or before the due day, at whatever hour. */
  readonly onTime: readonly ReportPromise[]
  /** Answered later or, the due day over, not at all. An interim reply is no answer. */
  readonly late: readonly ReportPromise[]
  /** 已按期联系未果: three tries on two days and the letter, all by the due day; in neither part of the rate. */
  readonly unreachable: readonly ReportPromise[]
  /** The case was withdrawn or merged by the due day: nobody was waiting any more. */
  readonly void: readonly ReportPromise[]
  /** Not answered, and the due day is not over. */
  readonly pending: readonly ReportPromise[]
}

/**
 * Sorts the promises of a kind by how they were kept. A mixed case has made both kinds; a reviewed case has made a new
 * one, counted by itself in the quarter of its own due day.
 * @param asOf the day of looking: what is due today can still be kept
 */
export function duePromises(
  promises: readonly ReportPromise[],
  kind: Promised,
  quarter: Quarter,
  asOf: LocalDate,
): DuePromises {
  const isDue = inQuarter(quarter)
  const sorted: Record<keyof DuePromises, ReportPromise[]> = {
    onTime: [],
    late: [],
    unreachable: [],
    void: [],
    pending: [],
  }
  for (const each of promises) {
    if (each.promise === kind && isDue(each.dueOn)) sorted[standingOf(each, asOf)].push(each)
  }
  return sorted
}

/** How one promise was kept. */
export function standingOf({ dueOn, endedOn, endedBy }: ReportPromise, asOf: LocalDate): keyof DuePromises {
  if (endedOn === null) return dueOn < asOf ? 'late' : 'pending'
  if (endedOn > dueOn) return 'late'
  if (endedBy === 'cutShort') return 'void'
  return endedBy === 'written' ? 'unreachable' : 'onTime'
}
