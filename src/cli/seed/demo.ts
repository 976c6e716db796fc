import { instantAt, localDateOf } from '../../calendar/index.js'
import { lastEndedQuarter } from '../../casework/quarter.js'
import { handClock } from '../../clock.js'
import type { Parts } from '../../runtime/index.js'
import { arrangeCalendar, install } from '../install.js'
import { readCases } from '../play/case-file.js'
import { shippedCases } from '../../play/shipped-cases.js'
import { play } from '../play/player.js'
import { turnClock } from '../play/turn-clock.js'
import { HalfSeededProblem } from '../problem.js'
import { shippedCalendar } from '../shipped.js'
import { addFinishingTouches } from './finishing-touches.js'
import { furnish } from './furnish.js'
import { demoPlans, lastDayOver } from './plans.js'

/** What the demonstration has. */
export interface Seeded {
  readonly cases: number
  readonly accounts: number
  readonly reports: number
}

/** Who has not acknowledged the newest report yet. */
const waitingLeader = 'leader'

/** The setting that says how far the seeding has come. */
const marker = 'demo'

/** Whether this office was filled with the demonstration, whose passwords everybody knows. */
export async function isDemonstration({ store }: Pick<Parts, 'store'>): Promise<boolean> {
  return (await store.read.settings.get(marker)) !== null
}

/**
 * Fills an office that has no accounts with the demonstration: people, and the twenty cases played through the real
 * runtime on a clock in the past, up to now. Null when there are accounts: that office is somebody’s.
 *
 * @throws HalfSeededProblem when an earlier try was cut off
 */
export async function seedDemo(parts: Parts, dataDir: string): Promise<Seeded | null> {
  const { store } = parts
  const begun = await store.read.settings.get(marker)
  if (begun === 'begun') throw new HalfSeededProblem(dataDir)
  if ((await store.read.accounts.all()).length > 0) return null
  await store.transaction(unit => unit.settings.put([{ key: marker, value: 'begun' }]))

  await arrangeCalendar(parts, await shippedCalendar())
  const now = parts.clock.now()
  const calendar = await parts.calendars.current(store.read)
  const cases = await readCases(shippedCases)
  const plans = demoPlans(calendar, cases, now)
  const [first = now] = plans
    .flatMap(({ arriving }) => (typeof arriving === 'string' ? [arriving] : []))
    .sort()
  const clock = handClock(instantAt(localDateOf(first), '00:00'))
  const past: Parts = { ...parts, clock }
  await furnish(past, cases)
  await install(past)

  // what is left is left when the last day ends; from there to now only time passes
  const leader = await store.read.accounts.byUsername(waitingLeader)
  const newest = lastEndedQuarter(localDateOf(now))
  await play(past, clock, {
    plans,
    until: instantAt(lastDayOver(calendar, now), '17:10'),
    leavesReport: (quarter, task) => quarter === newest && task.assigneeId === leader?.id,
  })
  await addFinishingTouches(past)
  while (clock.now() < now) await turnClock(past, clock, calendar, now)
  await store.transaction(unit => unit.settings.put([{ key: marker, value: 'done' }]))
  return {
    cases: cases.length,
    accounts: (await store.read.accounts.all()).length,
    reports: (await store.read.reports.all()).length,
  }
}
