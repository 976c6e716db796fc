import type { ProcessDefinition } from '../engine/index.js'
import type {
  StateWait,
  StoredHistoryEntry,
  StoredInstance,
  StoredState,
  Unit,
  Readers,
} from '../store/index.js'
import { LostRaceError } from './lost-race.js'
import type { Mover } from './mover.js'
import type { Parts } from './parts.js'
import type { Subject } from './subject.js'
import { reconcileWork } from './work.js'

/** The last turn of an instance, and the state it was made from. */
export interface LastTurn {
  /** The entry of the history that tells of the turn. */
  readonly entry: StoredHistoryEntry
  readonly passed: readonly string[]
  readonly from: StoredState
}

/**
 * The turn that brought an instance to where it stands. Null when it has just begun, and for a turn that was made
 * before the history kept the state it came from.
 */
export async function lastTurn(
  unit: Pick<Readers, 'history' | 'engineStates'>,
  instanceId: number,
): Promise<LastTurn | null> {
  const history = await unit.history.ofInstance(instanceId)
  const entry = history.findLast(({ kind }) => kind === 'process.moved')
  const from = typeof entry?.data?.from === 'number' ? await unit.engineStates.byId(entry.data.from) : null
  return entry && from
    ? { entry, from, passed: (entry.data?.passed as readonly string[] | undefined) ?? [] }
    : null
}

/** The way back over a turn. */
export interface WayBack {
  readonly instance: StoredInstance
  readonly definition: ProcessDefinition
  readonly subject: Subject
  readonly turn: LastTurn
  readonly mover: Mover
  /** The slot of the row that stands for this wait of the state before; null when it needs a new one. */
  readonly rowOf: (wait: StateWait) => string | null
}

/**
 * Puts an instance back where it stood before its last turn, in the caller’s transaction. A state is a value (decision
 * 0001) and is never thrown away, so the way back is one row: the instance refers to the earlier state again, and what
 * is open is reconciled with it as after every turn. Answers the tasks that opened.
 * @throws LostRaceError when someone else moved the instance since it was read
 */
export async function standAgain(
  parts: Pick<Parts, 'calendars'>,
  unit: Unit,
  { instance, definition, subject, turn, mover, rowOf }: WayBack,
): Promise<readonly number[]> {
  const { from, entry } = turn
  const ended = instance.endedAt === null ? [] : instance.endEvents.slice(-1)
  const lost = await unit.instances.advance([
    {
      id: instance.id,
      expectedRevision: instance.revision,
      stateId: from.id,
      endedAt: null,
      endEvents: instance.endEvents.slice(0, instance.endEvents.length - ended.length),
    },
  ])
  if (lost.length > 0) throw new LostRaceError(`instance ${instance.id}`)
  const waiting = from.waits.map(wait => ({ ...wait, was: rowOf(wait) }))
  const stood = { state: from, waiting, passed: [], ended: false, endEvents: [] }
  const [opened = []] = await reconcileWork(parts, unit, [
    { definition, instanceId: instance.id, subject, turn: stood, mover },
  ])
  await unit.history.append([
    {
      caseId: subject.kind === 'case' ? subject.id : null,
      instanceId: instance.id,
      at: mover.at,
      actorId: mover.by,
      actorName: mover.byName,
      kind: 'process.moved',
      activityId: null,
      activityName: null,
      data: { from: instance.stateId, undoes: entry.id, passed: [] },
    },
  ])
  return opened
}
