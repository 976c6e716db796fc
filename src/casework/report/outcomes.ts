import type { Outcome } from '../outcome.js'
import type { Quarter } from '../quarter.js'
import { isSatisfied } from '../satisfaction.js'
import type { ReportCase } from './input.js'
import { inQuarter } from './period.js'
import { type Rate, rateOf } from './rate.js'

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

/** 办成率 = 已办成 ÷ (已办成 + 仍未办成): who gave up or could not by law is in neither part. */
export function solvedRate(followUps: Cases): Rate {
  const done = withOutcome(followUps, 'done').length
  return rateOf(done, done + withOutcome(followUps, 'notDone').length)
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

/** 满意率: 非常满意, 满意 and 基本满意 ÷ rated; how many were asked stands beside it. */
export function satisfactionRate(visits: Cases): Rate {
  const grades = visits.flatMap(each => each.satisfaction ?? [])
  return rateOf(grades.filter(isSatisfied).length, grades.length)
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
