import type { ReportCase } from './input.js'

type Cases = readonly ReportCase[]

/** Who answered whether they had read the guide (R6). */
export function guideAnswered(cases: Cases): Cases {
  return cases.filter(each => each.guideRead !== null)
}

/** Who had read it, on the web or on paper. 窗口告知 has heard of it, not read it. */
export function guideReaders(cases: Cases): Cases {
  return cases.filter(each => each.guideRead === 'web' || each.guideRead === 'paper')
}
