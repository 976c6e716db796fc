import { createHash } from 'node:crypto'
import { parseCycle, startAfter } from './cycle.js'
import { localDateOf, startOfBusiness, workingDayOnOrAfter } from '../calendar/index.js'
import type { WorkCalendar } from '../calendar/index.js'
import { DefinitionRefusedProblem } from '../casework/diagram-problem.js'
import type { Instant } from '../clock.js'
import { DefinitionRefusedError } from '../engine/index.js'
import type { LintProblem, ProcessDefinition, TimerSpec } from '../engine/index.js'
import type { StoredDefinition, Unit } from '../store/index.js'
import { command } from './command.js'
import { examineDiagram } from './examine.js'
import type { Parts } from './parts.js'

/** Who puts a diagram into force, and why. */
export interface Deployment {
  readonly xml: string
  readonly reason: string
  /** The account; null for what ships with the program. */
  readonly by: number | null
}

/**
 * 发布: puts a diagram into force as the next version of its key. Running cases stay on their version. A diagram that
 * is in force already is not deployed again.
 *
 * @throws DefinitionRefusedProblem with every problem
 */
export async function deploy(parts: Parts, { xml, reason, by }: Deployment): Promise<StoredDefinition> {
  const definition = await compiled(parts, xml)
  return command(parts, (unit, now) =>
    putInForce(parts, { unit, now }, { definition, reason, by, kind: 'process.deployed' }),
  )
}

/** Deploys within a transaction that does more: closes a draft, answers a proposal. */
export async function putInForce(
  parts: Parts,
  { unit, now }: { readonly unit: Unit; readonly now: Instant },
  {
    definition,
    reason,
    by,
    byName = null,
    kind,
  }: {
    readonly definition: ProcessDefinition
    readonly reason: string
    readonly by: number | null
    readonly byName?: string | null
    readonly kind: 'process.deployed' | 'process.restored'
  },
): Promise<StoredDefinition> {
  const sha256 = sha256Of(definition.xml)
  const inForce = await unit.definitions.latest(definition.key)
  if (inForce?.sha256 === sha256) return inForce
  const { key, name, xml } = definition
  const [stored] = await unit.definitions.deploy([{ key, name, xml, sha256, reason, deployedBy: by }], now)
  if (!stored) throw new Error('The definition was not stored')
  const calendar = await parts.calendars.current(unit)
  await rescheduleStarts(unit, { definition, stored, replaced: inForce, calendar, now })
  const data = { key: stored.key, version: stored.version, reason }
  await record(unit, { at: now, by, byName, kind, data })
  return stored
}

/** What happens to a diagram is history as what happens to a case is. */
export async function record(
  unit: Unit,
  entry: {
    readonly at: Instant
    readonly by: number | null
    readonly byName: string | null
    readonly kind: string
    readonly data: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  const { at, by: actorId, byName: actorName, kind, data } = entry
  const nowhere = { caseId: null, instanceId: null, activityId: null, activityName: null }
  await unit.history.append([{ ...nowhere, at, actorId, actorName, kind, data }])
}

/** Equal texts, equal sums: by it two versions are known to be the same. */
export function sha256Of(xml: string): string {
  return createHash('sha256').update(xml).digest('hex')
}

/** A diagram that this house can run, and that does what it must. @throws DefinitionRefusedProblem with every problem */
export async function compiled(parts: Parts, xml: string): Promise<ProcessDefinition> {
  const definition = await parts.definitions.compile(xml).catch((error: unknown) => {
    if (error instanceof DefinitionRefusedError) return error
    throw error
  })
  if (definition instanceof DefinitionRefusedError) {
    throw new DefinitionRefusedProblem('', await refusals(xml), { cause: definition })
  }
  const wrong = await refusals(xml)
  if (wrong.length > 0) throw new DefinitionRefusedProblem(definition.name, wrong)
  return definition
}

async function refusals(xml: string): Promise<readonly LintProblem[]> {
  return (await examineDiagram(xml)).filter(({ severity }) => severity === 'error')
}

/**
 * A timed process starts itself by a job; only the version in force has one. A start that has fallen due and is not done
 * yet passes to the new version: an office that was closed on that day, and opens with a newer diagram, still begins it.
 */
async function rescheduleStarts(
  unit: Unit,
  {
    definition,
    stored,
    replaced,
    calendar,
    now,
  }: {
    definition: ProcessDefinition
    stored: StoredDefinition
    replaced: StoredDefinition | null
    calendar: WorkCalendar
    now: Instant
  },
) {
  const old = replaced ? await unit.jobs.startsOf(replaced.id) : []
  await unit.jobs.done(
    old.map(job => job.id),
    now,
  )
  await unit.jobs.enqueue(
    definition.startTimers.flatMap(node => {
      const missed = old.find(job => job.activityId === node.id && (job.dueAt <= now || job.attempts > 0))
      const dueAt = missed?.dueAt ?? (node.timer && nextStart(calendar, node.timer, now))
      return dueAt ? [startJob(stored.id, node.id, dueAt)] : []
    }),
  )
}

/** The job that starts a timed process the next time. */
export function startJob(definitionId: number, activityId: string, dueAt: Instant) {
  return {
    kind: 'startTimer' as const,
    instanceId: null,
    definitionId,
    activityId,
    slot: null,
    topic: null,
    payload: null,
    dueAt,
  }
}

/**
 * When a timer start event is next due, strictly after `after`. By working days a start that falls on a day off rolls
 * to the opening of the next working day: the first working day after the quarter (R20).
 */
export function nextStart(calendar: WorkCalendar, timer: TimerSpec, after: Instant): Instant | null {
  const cycle = timer.type === 'timeCycle' ? parseCycle(timer.value) : null
  const plain = cycle ? startAfter(cycle, after) : new Date(timer.value).toISOString()
  if (plain === null || plain <= after) return null
  if (timer.calendar !== 'workdays') return plain
  const day = localDateOf(plain)
  const working = workingDayOnOrAfter(calendar, day)
  return working === day ? plain : startOfBusiness(working, calendar.hours.opensAt)
}
