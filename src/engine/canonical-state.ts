import { createHash } from 'node:crypto'
import type { EngineState } from './bpmn.js'

/** Where an instance stands, without a trace of who, when or which run: equal situations are equal texts. */
export interface CanonicalState {
  /** SHA-256 of `body`, hex. */
  readonly hash: string
  /** JSON from which the engine recovers. Empty when the instance has ended. */
  readonly body: string
}

/** The state of every instance that has ended, however it came there. */
export const endedState: CanonicalState = { hash: hashOf(''), body: '' }

/** Keys under which the engine keeps its random execution ids. */
const idKeys = new Set(['executionId', 'sequenceId', 'evaluationId'])

/** What says when and through whom, or counts runs, and is not needed to recover. */
const forgotten = new Set([
  'counters',
  'environment',
  'output',
  'source',
  'engineVersion',
  'name',
  'messageId',
  'timestamp',
  'correlationId',
  'consumerTag',
  'startedAt',
  'stoppedAt',
  'runningTime',
  'expireAt',
  'timeout',
  'message',
  // Said of a message when it is recovered, and said anew whenever it is.
  'redelivered',
  'isRecovered',
  'isResumed',
])

const randomSuffix = /^(.+)_([0-9a-f]{1,10})$/

/**
 * Takes the engine’s state apart from chance: random execution ids are renamed by their order of appearance per
 * element, everything about time and data is dropped.
 *
 * @returns the canonical state and the renaming, from an id in this engine to its slot in the state, if it is still there
 */
export function canonical(state: EngineState): {
  state: CanonicalState
  rename: (id: string) => string | undefined
} {
  const found = new Set<string>()
  const kept = JSON.stringify({ ...state, name: undefined }, (key: string, value: unknown) => {
    if (key === 'stopped' && value === false) return undefined
    if (forgotten.has(key) && !(key === 'name' && isQueue(value))) return undefined
    if (Array.isArray(value)) return (value as unknown[]).filter(key === 'inbound' ? isAttachment : isKept)
    if (idKeys.has(key) && typeof value === 'string') found.add(value)
    return value
  })
  const names = slotsOf(found)
  const body = found.size === 0 ? kept : kept.replace(anyOf(names.keys()), id => names.get(id) ?? id)
  return { state: { hash: hashOf(body), body }, rename: id => names.get(id) }
}

/** The engine’s own form of a canonical state. */
export function toEngineState(state: CanonicalState): EngineState {
  return JSON.parse(state.body) as EngineState
}

// The engine itself passes over these when it recovers: they tell only that it did so before.
function isKept(item: unknown): boolean {
  const properties = (item as { properties?: { persistent?: boolean } } | null)?.properties
  return properties?.persistent !== false
}

// By which flow a waiting activity was entered is the past; to what a boundary event is attached is not.
function isAttachment(inbound: unknown): boolean {
  return (inbound as { isSequenceFlow?: boolean } | null)?.isSequenceFlow !== true
}

// Queues are found again by name, and a name that holds an execution id is renamed with it.
function isQueue(value: unknown): boolean {
  return typeof value === 'string' && (value.endsWith('-q') || value === 'message')
}

// `task_a1b2c3d4e5`, or derived from it `task_a1b2c3d4e5_0` (an iteration, an event definition).
function slotsOf(ids: Iterable<string>): Map<string, string> {
  const all = [...ids]
  const names = new Map<string, string>()
  const counters = new Map<string, number>()
  for (const id of all) {
    const derived = derivedFrom(id, names)
    if (derived !== undefined) {
      names.set(id, derived)
      continue
    }
    const element = randomSuffix.exec(id)?.[1] ?? id
    const count = (counters.get(element) ?? 0) + 1
    counters.set(element, count)
    names.set(id, `${element}_${String(count).padStart(10, '0')}`)
  }
  return names
}

function derivedFrom(id: string, names: ReadonlyMap<string, string>): string | undefined {
  for (let cut = id.lastIndexOf('_'); cut > 0; cut = id.lastIndexOf('_', cut - 1)) {
    const root = names.get(id.slice(0, cut))
    if (root !== undefined && /^_\d+$/.test(id.slice(cut))) return root + id.slice(cut)
  }
  return undefined
}

function anyOf(ids: Iterable<string>): RegExp {
  const longestFirst = [...ids].sort((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map(id => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
