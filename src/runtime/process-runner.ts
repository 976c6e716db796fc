import type { Instant } from '../clock.js'
import type { ProcessDefinition, Stimulus, Turn } from '../engine/index.js'
import type { StoredInstance, Unit } from '../store/index.js'
import { evaluating } from './evaluating.js'
import { LostRaceError } from './lost-race.js'
import type { Mover } from './mover.js'
import type { Parts } from './parts.js'
import type { Subject } from './subject.js'
import { openWork, reconcileWork } from './work.js'
import type { Made } from './work.js'

/** What a step came to. */
export interface Stepped {
  readonly instanceId: number
  readonly turn: Turn
  /** Rows of the tasks that opened. */
  readonly openedTasks: readonly number[]
}

type RunnerParts = Pick<Parts, 'advance' | 'definitions' | 'calendars'>

/** Begins a process for a subject. Part of the caller’s transaction; the subject is saved with it. */
export async function startProcess(
  parts: RunnerParts,
  unit: Unit,
  { key, subject, mover }: { key: string; subject: Subject; mover: Mover },
): Promise<Stepped> {
  const stored = await unit.definitions.latest(key)
  if (!stored) throw new Error(`No version of the process “${key}” is deployed`)
  const definition = await parts.definitions.of(stored)
  const turn = await parts.advance(
    definition,
    null,
    { kind: 'start' },
    evaluating(definition, subject, mover.at),
  )
  const [instanceId = 0] = await unit.instances.start([
    {
      definitionId: stored.id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      stateId: await stateOf(unit, stored.id, turn),
      startedAt: mover.at,
      ...ending(turn, [], mover.at),
    },
  ])
  const made = { definition, instanceId, subject, turn, mover, from: null }
  const openedTasks = await openWork(parts, unit, made)
  await finish(unit, [made])
  return { instanceId, turn, openedTasks }
}

/** What moves an instance, and on whose behalf. */
export interface Move {
  readonly instance: StoredInstance
  readonly subject: Subject
  readonly stimulus: Stimulus
  readonly mover: Mover
}

/**
 * One step of an instance, in the caller’s transaction: state, tasks, deadlines, jobs, facts and history together or
 * not at all.
 *
 * @throws LostRaceError when someone else moved the instance since it was read; the command may be tried again
 */
export async function step(parts: RunnerParts, unit: Unit, move: Move): Promise<Stepped> {
  const [stepped] = await steps(parts, unit, [move])
  if (!stepped) throw new Error(`Instance ${move.instance.id} was not moved`)
  return stepped
}

/**
 * One step of each of several instances, no two of them the same, with as few statements as one step takes. All of them
 * or none: what fails takes the others with it, and the caller's transaction too.
 *
 * @throws LostRaceError as {@link step} does
 */
export async function steps(parts: RunnerParts, unit: Unit, moves: readonly Move[]): Promise<Stepped[]> {
  const turns = await turnsOf(parts, unit, moves)
  const lost = await unit.instances.advance(
    turns.map(({ instance, stateId, turn, mover }) => ({
      id: instance.id,
      expectedRevision: instance.revision,
      stateId,
      ...ending(turn, instance.endEvents, mover.at),
    })),
  )
  if (lost.length > 0) throw new LostRaceError(`instance ${lost.join()}`)
  const opened = await reconcileWork(parts, unit, turns)
  await finish(unit, turns)
  return turns.map(({ instanceId, turn }, index) => ({
    instanceId,
    turn,
    openedTasks: opened[index] ?? [],
  }))
}

async function turnsOf(parts: RunnerParts, unit: Unit, moves: readonly Move[]) {
  const turns = []
  for (const move of moves) {
    const { instance, subject, stimulus, mover } = move
    const definition = await parts.definitions.byId(instance.definitionId)
    const state = await unit.engineStates.byId(instance.stateId)
    const turn = await parts.advance(definition, state, stimulus, evaluating(definition, subject, mover.at))
    const stateId = await stateOf(unit, instance.definitionId, turn)
    turns.push({ ...move, instanceId: instance.id, definition, turn, stateId, from: instance.stateId })
  }
  return turns
}

async function stateOf(unit: Unit, definitionId: number, turn: Turn): Promise<number> {
  const [id = 0] = await unit.engineStates.intern(definitionId, [
    { ...turn.state, waits: turn.waiting, ended: turn.ended },
  ])
  return id
}

function ending(turn: Turn, before: readonly string[], at: Instant) {
  return { endEvents: [...before, ...turn.endEvents], ...(turn.ended ? { endedAt: at } : {}) }
}

/** A turn, and the state it was made from: whoever takes it back knows where to. */
type Done = Made & { readonly from: number | null }

async function finish(unit: Unit, turns: readonly Done[]) {
  await unit.history.append(turns.flatMap(entriesOf))
  for (const { subject, turn, mover } of turns) {
    await subject.save(unit, turn.ended ? { at: mover.at, endEvent: turn.endEvents.at(-1) ?? '' } : null)
  }
}

// One entry a turn keeps the path: which elements were passed, in order. The diagram on the case page draws it.
function entriesOf({ instanceId, definition, subject, turn, mover, from }: Done) {
  const entry = {
    caseId: subject.kind === 'case' ? subject.id : null,
    instanceId,
    at: mover.at,
    actorId: mover.by,
    actorName: mover.byName,
  }
  return [
    {
      ...entry,
      kind: 'process.moved',
      activityId: null,
      activityName: null,
      data: { from, passed: turn.passed.map(({ kind, elementId }) => `${kind} ${elementId}`) },
    },
    ...turn.passed
      .filter(({ kind, elementId }) => kind === 'completed' && isMilestone(definition, elementId))
      .map(({ elementId }) => ({
        ...entry,
        kind: 'process.milestone',
        activityId: elementId,
        activityName: definition.nodes.get(elementId)?.name ?? elementId,
        data: null,
      })),
  ]
}

// What a reader of the timeline would call an event: named events that were thrown or reached.
function isMilestone(definition: ProcessDefinition, elementId: string): boolean {
  const node = definition.nodes.get(elementId)
  if (!node || node.name === node.id) return false
  return [
    'bpmn:IntermediateThrowEvent',
    'bpmn:EndEvent',
    'bpmn:IntermediateCatchEvent',
    'bpmn:BoundaryEvent',
  ].includes(node.type)
}
