import { isGuideCause } from '../cause.js'
import type { Ending } from '../ending.js'
import { cameManyTimes } from '../failed-stage.js'
import { type Quarter, quarterRange } from '../quarter.js'
import type { ReportCase } from './input.js'
import { inQuarter } from './period.js'

type Cases = readonly ReportCase[]

/** 收到: by the day of registration, whatever became of it. */
export function received(cases: Cases, quarter: Quarter): Cases {
  const isIn = inQuarter(quarter)
  return cases.filter(each => isIn(each.registeredOn))
}

/** Of some cases those that ended so: 转咨询, 不属受理范围, 并单 and 撤回 are counted apart. */
export function endedAs(cases: Cases, ending: Ending): Cases {
  return cases.filter(each => each.ending === ending)
}

/** 进入办理: neither turned away nor merged nor withdrawn. */
export function handled(cases: Cases): Cases {
  return cases.filter(each => each.ending === null || each.ending === 'archived')
}

/** 上季度结转: registered before the quarter and still open when it began. */
export function carriedIn(cases: Cases, quarter: Quarter): Cases {
  const { from } = quarterRange(quarter)
  return cases.filter(each => each.registeredOn < from && (each.closedOn === null || each.closedOn >= from))
}

/** 结转下季度: registered by the quarter's last day and still open at its end. */
export function carriedOut(cases: Cases, quarter: Quarter): Cases {
  const { to } = quarterRange(quarter)
  return cases.filter(each => each.registeredOn <= to && (each.closedOn === null || each.closedOn > to))
}

/** 办结: ended in the quarter, in any way. */
export function closed(cases: Cases, quarter: Quarter): Cases {
  const isIn = inQuarter(quarter)
  return cases.filter(each => isIn(each.closedOn))
}

/** 多次跑动: two visits or more (R3). */
export function manyVisits(cases: Cases): Cases {
  return cases.filter(each => cameManyTimes(each.visits))
}

/** 隐形壁垒 (R8): goes into the report by itself. */
export function hiddenBarriers(cases: Cases): Cases {
  return cases.filter(each => each.hiddenBarrier)
}

/** 精准问题件: the cause is the guide itself (R6). */
export function guideProblems(cases: Cases): Cases {
  return cases.filter(each => isGuideCause(each.cause))
}
