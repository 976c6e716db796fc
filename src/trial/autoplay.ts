import type { Instant } from '../clock.js'
import { text } from '../catalogue/index.js'
import { candidatesFor } from '../play/cast.js'
import { doTask } from '../play/do-task.js'
import { fillingOf, type Script } from '../play/fill-task.js'
import { paceOf } from '../play/pace.js'
import { afterWork } from '../play/working-time.js'
import type { StoredUserTask } from '../store/index.js'
import { asProblem } from './failure.js'
import type { House } from './house.js'
import { openTasks, roundOf } from './open-tasks.js'
import { take, later, type TrialStep } from './step.js'

/** What was done of itself; nothing when there is nothing left to do or to wait for, with what stood in the way. */
export type Automatic =
  { readonly step: TrialStep } | { readonly step: null; readonly troubles: readonly string[] }

/** How often somebody does the same task before giving up. */
const patience = 12

/**
 * Takes the next step as a decent office would: the task that would be done first is done, with the answers of the
 * script; until then time passes, but never beyond the end of a limit, which may open something for somebody to do.
 */
export async function playOn(house: House, script: Script): Promise<Automatic> {
  try {
    return await next(house, script)
  } catch (error) {
    throw asProblem(error, house.number)
  }
}

async function next(house: House, script: Script): Promise<Automatic> {
  const { parts, clock } = house
  const troubles: string[] = []
  for (const { task, round, at } of await agenda(house, script)) {
    if (round > patience) {
      troubles.push(text('demo.trouble.again', { task: task.name, times: patience }))
      continue
    }
    if (at > clock.now()) return { step: await pass(house, earliest(at, await nextEnd(house))) }
    await take(house, { kind: 'pass', to: later(clock.now(), 1) })
    const done = await doTask(parts, task, {
      candidates: candidatesFor(house.cast, task, 0),
      ...(await fillingOf(parts, house.cast, { task, plan: script, round })),
    })
    if ('by' in done)
      return { step: { kind: 'complete', taskId: task.id, by: done.by.accountId, body: done.sheet } }
    if ('trouble' in done) troubles.push(done.trouble)
  }
  const row = await parts.store.read.cases.byNumber(house.number)
  const end = row?.closedAt === null ? await nextEnd(house) : null
  return end === null ? { step: null, troubles } : { step: await pass(house, end) }
}

/** What is open, in the order in which it would be done. */
async function agenda(house: House, { manners }: Script) {
  const { parts } = house
  const calendar = await parts.calendars.current(parts.store.read)
  const items: { task: StoredUserTask; round: number; at: Instant }[] = []
  for (const task of await openTasks(house)) {
    const round = await roundOf(house, task)
    const pace = paceOf(task.activityId, task.candidateGroup, manners, round)
    items.push({ task, round, at: afterWork(calendar, task.openedAt, pace) })
  }
  return items.sort((one, other) => one.at.localeCompare(other.at))
}

/** When the next limit ends or the next job is due; null when time brings nothing more. */
async function nextEnd({ parts, clock }: House): Promise<Instant | null> {
  const { deadlines, jobs } = parts.store.read
  const now = clock.now()
  const ends = [await deadlines.nextDueAt(), await jobs.nextDueAt()]
  return ends.filter(at => at !== null && at > now).sort()[0] ?? null
}

async function pass(house: House, to: Instant): Promise<TrialStep> {
  const step: TrialStep = { kind: 'pass', to }
  await take(house, step)
  return step
}

function earliest(one: Instant, other: Instant | null): Instant {
  return other !== null && other < one ? other : one
}
