import type { Ask } from '../../src/engine/index.js'

/** The way every case of the bench takes: the longest one without a loop, ten completions. */
export const way = [
  'Task_HandOver',
  'Task_ScopeCheck',
  'Task_Analyse',
  'Task_ConfirmCause',
  'Task_Verdict',
  'Task_Rectify',
  'Task_Verify',
  'Task_Feedback',
  'Task_FollowUp',
  'Task_ReturnVisit',
] as const

/** How the diagram’s conditions are answered along it. */
export function isTaken({ flowId }: Pick<Extract<Ask, { kind: 'condition' }>, 'flowId'>): boolean {
  return flowId === 'Flow_FromWindow'
}
