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
  const moves = history.filter(entry => entry.kind === 'process.moved')
  // a turn that was taken back (并单撤销, 退回) is no part of the way
  const undone = new Set(moves.map(entry => entry.data?.undoes))
  const passed = moves
    .filter(entry => !undone.has(entry.id))
    .flatMap(entry => (entry.data?.passed as readonly string[] | undefined) ?? [])
    .map(step => step.split(' '))
  const of = (kind: string) => [...new Set(passed.flatMap(([each, id]) => (each === kind && id ? [id] : [])))]
  return { active: standingAt(definition, waits), completed: of('completed'), taken: of('taken') }
}

/** Where an instance stands: what it waits for and somebody or something has to do. */
export function standingAt(
  { nodes }: Pick<ProcessDefinition, 'nodes'>,
  waits: readonly StateWait[],
): readonly string[] {
  const active = waits.filter(wait => wait.kind !== 'timer' && !isStandby(nodes, wait))
  return [...new Set(active.map(wait => wait.activityId))]
}

// What may happen at any time, such as a withdrawal, is always waited for and is nowhere the case stands.
function isStandby(nodes: ProcessDefinition['nodes'], wait: StateWait): boolean {
  return wait.kind === 'message' && nodes.get(wait.activityId)?.type === 'bpmn:IntermediateCatchEvent'
}
