import { z } from 'zod'
import { type Choice, valuesOf } from './choice.js'

/** Where the citizen's matter got stuck, in the notice's words (方案一, R3). */
export const FAILED_STAGES = [
  { value: 'notAccepted', label: '未受理' },
  { value: 'notApproved', label: '受理后未批准' },
  { value: 'manyVisits', label: '多次跑动' },
  { value: 'other', label: '其他' },
] as const satisfies readonly Choice[]

export type FailedStage = (typeof FAILED_STAGES)[number]['value']
export const failedStageSchema = z.enum(valuesOf(FAILED_STAGES))

/** The notice says 多次 without a number; two visits or more is the office's reading (R3). */
export function cameManyTimes(visits: number | null): boolean {
  return visits !== null && visits >= 2
}
