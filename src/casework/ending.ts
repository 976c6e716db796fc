import { text } from '../catalogue/index.js'
import { type Choice } from './choice.js'

/** How a case ended. The procedure's end events are the office's words too; their ids are kept stable (rule of the models). */
export const ENDINGS = [
  { value: 'archived', label: '已归档', endEvent: 'End_Archived' },
  { value: 'withdrawn', label: '群众撤回', endEvent: 'End_Withdrawn' },
  { value: 'merged', label: '已并单', endEvent: 'End_Merged' },
  { value: 'consultation', label: '转咨询', endEvent: 'End_Consultation' },
  { value: 'outOfScope', label: '不属受理范围', endEvent: 'End_OutOfScope' },
] as const satisfies readonly (Choice & { readonly endEvent: string })[]

export type Ending = (typeof ENDINGS)[number]['value']

/** The ending that an end event stands for; null while there is none, and for one that a diagram added of its own. */
export function endingOf(endEvent: string | null): Ending | null {
  return ENDINGS.find(ending => ending.endEvent === endEvent)?.value ?? null
}

/** 已归档, 群众撤回, …; 已办结 for an end event that a diagram added of its own. */
export function endingLabel(endEvent: string | null): string {
  return ENDINGS.find(ending => ending.endEvent === endEvent)?.label ?? text('runtime.ended')
}
