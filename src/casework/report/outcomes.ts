import type { Outcome } from '../outcome.js'
import type { Quarter } from '../quarter.js'
import type { ReportCase } from './input.js'
import { inQuarter } from './period.js'

type Cases = readonly ReportCase[]

/** Follow-ups ended in the quarter: those with an outcome, by the day it was noted. */
export function followUpsEnded(cases: Cases, quarter: Quarter): Cases {
  const isIn = inQuarter(quarter)
  return cases.filter(each => isIn(each.followedUpOn))
}

/** Of follow-ups those with one outcome. */
export function withOutcome(followUps: Cases, outcome: Outcome): Cases {
  return followUps.filter(each => each.outcome === outcome)
}

/** Return visits made in the quarter: all of these were asked. */
export function visited(cases: Cases, quarter: Quarter): Cases {
  const isIn = inQuarter(quarter)
  return cases.filter(each => isIn(each.visitedOn))
}

/** Of those asked, who gave a grade. */
export function rated(visits: Cases): Cases {
  return visits.filter(each => each.satisfaction !== null)
}

/** Something counted before and after (R7), over the follow-ups that know both. */
export interface Effort {
  readonly cases: number
  readonly before: number
  readonly after: number
}

export function visitsEffort(followUps: Cases): Effort {
  return effort(followUps.map(each => [each.visits, each.visitsAfter]))
}

export function materialsEffort(followUps: Cases): Effort {
  return effort(followUps.map(each => [each.materialsBefore, each.materialsAfter]))
}

function effort(pairs: readonly (readonly [number | null, number | null])[]): Effort {
  const known = pairs.flatMap(([before, after]) =>
    before === null || after === null ? [] : [{ before, after }],
  )
  return {
    cases: known.length,
    before: known.reduce((sum, each) => sum + each.before, 0),
    after: known.reduce((sum, each) => sum + each.after, 0),
  }
}
