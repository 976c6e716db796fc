import type { ProcessDefinition } from '../../engine/index.js'
import type { StoredHistoryEntry, StateWait } from '../../store/index.js'

/** What the diagram on a page marks. */
export interface ProcessState {
  /** Where it stands: tasks, jobs and messages that are waited for, and the sub-processes around them. */
  readonly active: readonly string[]
  /** Nodes that were done, in the order of their first completion. */
  readonly completed: readonly string[]
  /** Sequence flows that were taken. */
  readonly taken: readonly string[]
}

/** The path taken, from the history’s entries of each turn, and the place where the instance stands. */
export function processState(
  definition: ProcessDefinition,
  history: readonly StoredHistoryEntry[],
  waits: readonly StateWait[],
): ProcessState {
  const passed = history
    .filter(entry => entry.kind === 'process.moved')
    .flatMap(entry => (entry.data?.passed as readonly string[] | undefined) ?? [])
    .map(step => step.split(' '))
  const of = (kind: string) => [...new Set(passed.flatMap(([each, id]) => (each === kind && id ? [id] : [])))]
  const active = waits
    .filter(wait => wait.kind !== 'timer' && !isStandby(definition, wait))
    .map(wait => wait.activityId)
  return { active: [...new Set(active)], completed: of('completed'), taken: of('taken') }
}

// What may happen at any time, such as a withdrawal, is always waited for and is nowhere the case stands.
function isStandby(definition: ProcessDefinition, wait: StateWait): boolean {
  return (
    wait.kind === 'message' && definition.nodes.get(wait.activityId)?.type === 'bpmn:IntermediateCatchEvent'
  )
}
