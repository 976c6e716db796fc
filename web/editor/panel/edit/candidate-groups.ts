import type { BpmnUserTask } from '../../../../src/engine/schema/moddle-types.js'
import { wordsOf } from '../../../../src/engine/lint/words.js'
import type { Change } from './change.js'

/** The roles that may do a step, in the order the file lists them. */
export function candidateGroupsOf({ candidateGroups }: BpmnUserTask): readonly string[] {
  return wordsOf(candidateGroups, ',')
}

export function setCandidateGroups(of: BpmnUserTask, roles: readonly string[]): Change[] {
  return [{ of, set: { 'camunda:candidateGroups': roles.length > 0 ? roles.join(',') : undefined } }]
}
