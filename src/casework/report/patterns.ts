import { causeLabel, type CauseCode } from '../cause.js'
import type { Quarter } from '../quarter.js'
import type { ReportCase } from './input.js'
import { received } from './received.js'

/** What came more than once in a quarter: the same item, department and cause. */
export interface Pattern {
  readonly item: string
  readonly department: string | null
  readonly cause: string
  readonly cases: readonly number[]
}

/** Problems of the quarter that came at least twice, the most frequent first. */
export function patterns(cases: readonly ReportCase[], quarter: Quarter): Pattern[] {
  const groups = new Map<string, { first: ReportCase; cause: CauseCode; cases: number[] }>()
  for (const each of received(cases, quarter)) {
    if (each.cause === null) continue
    const key = JSON.stringify([each.itemKey, each.departmentId, each.cause])
    const group = groups.get(key) ?? { first: each, cause: each.cause, cases: [] }
    group.cases.push(each.id)
    groups.set(key, group)
  }
  return [...groups.values()]
    .filter(group => group.cases.length >= 2)
    .sort((one, other) => other.cases.length - one.cases.length || one.first.id - other.first.id)
    .map(({ first, cause, cases: found }) => ({
      item: first.itemName,
      department: first.departmentName,
      cause: causeLabel(cause),
      cases: found,
    }))
}
