import { z } from 'zod'
import { addDays } from '../../calendar/index.js'
import type { LocalDate } from '../../calendar/index.js'
import {
  lastEndedQuarter,
  parseQuarter,
  quarterOf,
  quarterRange,
  type Quarter,
} from '../../casework/quarter.js'
import type { FlowDays } from '../../runtime/index.js'

/** What an address asks of 流程热力: a period, and one to compare it with. */
export interface FlowQuery {
  readonly period: FlowDays
  readonly against: FlowDays | null
  /** what was typed and cannot be: an end before its beginning */
  readonly backward: boolean
}

const day = z.iso.date()

/** Reads the query of /flow. Without a period the last three months count, up to today. */
export function readFlowQuery(query: Readonly<Record<string, unknown>>, today: LocalDate): FlowQuery {
  const read = (name: string) => day.safeParse(query[name]).data ?? null
  const [from, to] = [read('from'), read('to')]
  const asked = from === null && to === null ? null : { from: from ?? to ?? today, to: to ?? today }
  const [againstFrom, againstTo] = [read('againstFrom'), read('againstTo')]
  const other =
    againstFrom === null && againstTo === null
      ? null
      : { from: againstFrom ?? againstTo ?? today, to: againstTo ?? today }
  const backward = [asked, other].some(days => days !== null && days.from > days.to)
  return {
    period: asked === null || asked.from > asked.to ? { from: addDays(today, -89), to: today } : asked,
    against: other === null || other.from > other.to ? null : other,
    backward,
  }
}

/** What stands behind the question mark. */
export function flowSearch({ period, against }: Pick<FlowQuery, 'period' | 'against'>): string {
  return new URLSearchParams({
    from: period.from,
    to: period.to,
    ...(against === null ? {} : { againstFrom: against.from, againstTo: against.to }),
  }).toString()
}

/** Pairs that are mostly asked for: this quarter against the last, the last against the one before. */
export function usualPeriods(today: LocalDate): readonly (Pick<FlowQuery, 'period' | 'against'> & {
  readonly quarter: Quarter
})[] {
  const last = lastEndedQuarter(today)
  const current = quarterOf(today)
  if (parseQuarter(current) === null) return []
  const before = last === null ? null : lastEndedQuarter(quarterRange(last).from)
  return [
    { quarter: current, period: quarterRange(current), against: last === null ? null : quarterRange(last) },
    ...(last === null
      ? []
      : [
          {
            quarter: last,
            period: quarterRange(last),
            against: before === null ? null : quarterRange(before),
          },
        ]),
  ]
}
