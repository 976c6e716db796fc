import { type Choice, labelOf } from './choice.js'

/** Whose responsibility it is (方案三（三）, R14, R16), and what the notice leaves open. */
export const VERDICTS = [
  { value: 'citizen', label: 'A 责任在群众' },
  { value: 'department', label: 'B 责任在部门' },
  { value: 'objective', label: 'C 客观原因' },
  { value: 'mixed', label: '混合（双方都有责任）' },
  { value: 'notPermitted', label: '依法不能办' },
] as const satisfies readonly Choice[]

export type Verdict = (typeof VERDICTS)[number]['value']

export function verdictLabel(verdict: Verdict): string {
  return labelOf(VERDICTS, verdict)
}

/** What the citizen is promised: a phone reply in 3 working days, the result in 10 (方案三（三）). */
export const PROMISES = [
  { value: 'phoneReply', label: '3个工作日电话答复' },
  { value: 'feedback', label: '10个工作日反馈结果' },
] as const satisfies readonly Choice[]

export type Promised = (typeof PROMISES)[number]['value']

/**
 * Which promises a verdict carries. Mixed carries both: the citizen's part is explained within three days while the
 * department's ten run; what the law forbids is explained within three and is nobody's fault.
 */
export function promisesOf(verdict: Verdict): readonly Promised[] {
  switch (verdict) {
    case 'citizen':
    case 'notPermitted':
      return ['phoneReply']
    case 'department':
    case 'objective':
      return ['feedback']
    case 'mixed':
      return ['phoneReply', 'feedback']
  }
}
