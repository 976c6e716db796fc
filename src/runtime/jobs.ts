import type { Instant } from '../clock.js'
import type { StoredJob } from '../store/index.js'
import { applyCalendarChange, changeIdOf } from './apply-calendar-change.js'
import { command } from './command.js'
import { nextStart, startJob } from './deployments.js'
import { loadSubject } from './load-subject.js'
import type { Parts } from './parts.js'
import { step } from './process-runner.js'
import { beginPrepared, prepareReport } from './reports.js'
import { topics } from './topics.js'

/** How long a job may take before another worker may take it over, in milliseconds. */
const lease = 60_000

/** Waits before the second, third, … attempt, in milliseconds; after the last one it is an incident. */
const backoff = [5_000, 30_000, 300_000, 1_800_000]

/** Jobs at once. */
const batch = 20

/**
 * Does what is to be done outside a turn: requests of service tasks, starts of timed processes, changes of the calendar.
 * A job is locked first and done afterwards, so it happens at least once, and its outcome is written with the step it
 * leads to.
 */
export async function workOff(parts: Parts): Promise<{ readonly done: number; readonly failed: number }> {
  const now = parts.clock.now()
  const next = await parts.store.read.jobs.nextDueAt()
  // most of the time there is nothing to do, and to find that out nobody need wait for the writer
  if (next === null || next > now) return { done: 0, failed: 0 }
  const until = new Date(Date.parse(now) + lease).toISOString()
  const jobs = await command(parts, unit => unit.jobs.takeDue(now, batch, until))
  let done = 0
  for (const job of jobs) {
    try {
      await doOne(parts, job)
      done++
    } catch (error) {
      await giveBack(parts, job, error instanceof Error ? error : new Error(String(error)))
    }
  }
  return { done, failed: jobs.length - done }
}

function doOne(parts: Parts, job: StoredJob): Promise<void> {
  switch (job.kind) {
    case 'service':
      return serve(parts, job)
    case 'startTimer':
      return startTimed(parts, job)
    case 'calendarChange':
      return applyCalendarChange(parts, changeIdOf(job.payload))
  }
}

/** A service task’s request: the topic’s work and the process’s next step in one transaction. */
async function serve(parts: Parts, job: StoredJob): Promise<void> {
  const topic = topics[job.topic ?? '']
  if (!topic) throw new Error(`Nobody works on the topic “${job.topic ?? ''}”`)
  const known = job.instanceId === null ? null : await parts.store.read.instances.byId(job.instanceId)
  if (!known) return
  const write = await topic(parts, known)
  await command(parts, async (unit, now) => {
    const instance = await unit.instances.byId(known.id)
    const current = await unit.jobs.byId(job.id)
    if (instance?.endedAt !== null || current?.state !== 'pending') return
    await write({ unit, subject: await loadSubject(unit, instance, now), at: now })
    // Closed first: the turn reconciles what is still open. Loaded anew: the work may have changed the row.
    await unit.jobs.done([job.id], now)
    await step(parts, unit, {
      instance,
      subject: await loadSubject(unit, instance, now),
      stimulus: { kind: 'completeJob', slot: current.slot ?? '' },
      mover: { at: now, by: null, byName: null },
    })
  })
}

/** A timed process begins, and its next start is planned with it. */
async function startTimed(parts: Parts, job: StoredJob): Promise<void> {
  const stored = job.definitionId === null ? null : await parts.store.read.definitions.byId(job.definitionId)
  if (!stored) return
  const definition = await parts.definitions.of(stored)
  const timer = definition.nodes.get(job.activityId)?.timer
  const prepared = await prepareReport(parts, job.dueAt)
  await command(parts, async (unit, now) => {
    const lost = await unit.jobs.done([job.id], now)
    if (lost.length > 0) return // a newer version of the diagram has taken it over, or another worker
    // a person may have begun it by hand while it was prepared
    if (prepared && !(await unit.reports.latest(prepared.quarter)))
      await beginPrepared(parts, unit, { ...prepared, key: definition.key, now, by: null, byName: null })
    const inForce = await unit.definitions.latest(definition.key)
    if (inForce?.id !== stored.id) return
    const next = timer && nextStart(await parts.calendars.current(unit), timer, job.dueAt)
    if (next) await unit.jobs.enqueue([startJob(stored.id, job.activityId, next)])
  })
}

function giveBack(parts: Parts, job: StoredJob, error: Error): Promise<void> {
  return command(parts, async (unit, now) => {
    const retryAt = retryAfter(job.attempts, now)
    const lost = await unit.jobs.fail([{ id: job.id, error: error.message, retryAt }])
    if (retryAt !== null || lost.length > 0) return // what nobody wants any more is nobody’s incident
    const instance = job.instanceId === null ? null : await unit.instances.byId(job.instanceId)
    await unit.incidents.open([
      {
        kind: 'job',
        instanceId: job.instanceId,
        caseId: instance?.subjectKind === 'case' ? instance.subjectId : null,
        jobId: job.id,
        message: error.message,
        detail: { topic: job.topic, attempts: job.attempts },
        openedAt: now,
      },
    ])
  })
}

function retryAfter(attempts: number, now: Instant): Instant | null {
  const wait = backoff[attempts - 1]
  return wait === undefined ? null : new Date(Date.parse(now) + wait).toISOString()
}
