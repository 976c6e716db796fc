import type { Instant } from '../clock.js'
import type { ProcessDefinition, Stimulus, Turn } from '../engine/index.js'
import type { StoredInstance, Unit } from '../store/index.js'
import { evaluating } from './evaluating.js'
import { LostRaceError } from './lost-race.js'
import type { Mover } from './mover.js'
import type { Parts } from './parts.js'
import type { Subject } from './subject.js'
import { openWork, reconcileWork } from './work.js'

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
  const openedTasks = await openWork(parts, unit, { definition, instanceId, subject, turn, mover })
  await finish(unit, { instanceId, definition, subject, turn, mover })
  return { instanceId, turn, openedTasks }
}

/**
 * One step of an instance, in the caller’s transaction: state, tasks, deadlines, jobs, facts and history together or
 * not at all.
 *
 * @throws LostRaceError when someone else moved the instance since it was read; the command may be tried again
 */
export async function step(
  parts: RunnerParts,
  unit: Unit,
  {
    instance,
    subject,
    stimulus,
    mover,
  }: { instance: StoredInstance; subject: Subject; stimulus: Stimulus; mover: Mover },
): Promise<Stepped> {
  const definition = await parts.definitions.byId(instance.definitionId)
  const state = await unit.engineStates.byId(instance.stateId)
  const turn = await parts.advance(definition, state, stimulus, evaluating(definition, subject, mover.at))
  const lost = await unit.instances.advance([
    {
      id: instance.id,
      expectedRevision: instance.revision,
      stateId: await stateOf(unit, instance.definitionId, turn),
      ...ending(turn, instance.endEvents, mover.at),
    },
  ])
  if (lost.length > 0) throw new LostRaceError(`instance ${instance.id}`)
  const openedTasks = await reconcileWork(parts, unit, {
    definition,
    instanceId: instance.id,
    subject,
    turn,
    mover,
  })
  await finish(unit, { instanceId: instance.id, definition, subject, turn, mover })
  return { instanceId: instance.id, turn, openedTasks }
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

async function finish(
  unit: Unit,
  {
    instanceId,
    definition,
    subject,
    turn,
    mover,
  }: { instanceId: number; definition: ProcessDefinition; subject: Subject; turn: Turn; mover: Mover },
) {
  // One entry a turn keeps the path: which elements were passed, in order. The diagram on the case page draws it.
  await unit.history.append([
    {
      caseId: subject.kind === 'case' ? subject.id : null,
      instanceId,
      at: mover.at,
      actorId: mover.by,
      actorName: mover.byName,
      kind: 'process.moved',
      activityId: null,
      activityName: null,
      data: { passed: turn.passed.map(({ kind, elementId }) => `${kind} ${elementId}`) },
    },
    ...turn.passed
      .filter(({ kind, elementId }) => kind === 'completed' && isMilestone(definition, elementId))
      .map(({ elementId }) => ({
        caseId: subject.kind === 'case' ? subject.id : null,
        instanceId,
        at: mover.at,
        actorId: mover.by,
        actorName: mover.byName,
        kind: 'process.milestone',
        activityId: elementId,
        activityName: definition.nodes.get(elementId)?.name ?? elementId,
        data: null,
      })),
  ])
  const endEvent = turn.endEvents.at(-1) ?? ''
  await subject.save(unit, turn.ended ? { at: mover.at, endEvent } : null)
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
