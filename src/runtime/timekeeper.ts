import { StepFailedProblem } from '../casework/problem.js'
import type { Instant } from '../clock.js'
import type { Moment } from '../store/index.js'
import { command } from './command.js'
import { keepMoments } from './keep-moments.js'
import type { Parts } from './parts.js'

/** What one round of timekeeping did. */
export interface Round {
  readonly warned: number
  readonly fired: number
  /** Steps that could not be done and are incidents now. */
  readonly failed: number
  /** As much has passed as one round takes: come back at once. */
  readonly more: boolean
  /** When time will bring the next thing, as far as this round saw. */
  readonly nextAt: Instant | null
}

/**
 * Moments at once. Whoever completes a task in a burst waits for one round; in larger ones little more is fired in a
 * second, and people wait longer by as much as they are larger (`npm run bench burst`).
 */
const batch = 10

/**
 * Keeps what has passed by now, warnings and ends of limits in one order, oldest first, in one transaction. After a stop
 * of days everything missed comes in the order in which it would have come, each once: what was kept is marked on its
 * own row in the same transaction, and never comes again, whatever the clock does.
 *
 * A step that fails takes nothing else with it: the moments are then kept one by one, and what cannot be kept becomes an
 * incident.
 *
 * @throws what no incident can be made of, the database being gone for instance; what was not kept comes again
 */
export async function keepTime(parts: Parts, atOnce = batch): Promise<Round> {
  const now = parts.clock.now()
  const stream = await parts.store.read.moments.first(atOnce)
  const passed = stream.filter(({ at }) => at <= now)
  const nextAt = stream[passed.length]?.at ?? null
  if (passed.length === 0) return { warned: 0, fired: 0, failed: 0, more: false, nextAt }
  const kept = await keepAll(parts, passed)
  const progress = kept.warned + kept.fired + kept.failed > 0
  return { ...kept, more: progress && passed.length === atOnce, nextAt }
}

async function keepAll(parts: Parts, moments: readonly Moment[]) {
  try {
    return { ...(await command(parts, (unit, now) => keepMoments(parts, unit, moments, now))), failed: 0 }
  } catch {
    // whichever of them it was, by itself it says so again
    return keepOneByOne(parts, moments)
  }
}

async function keepOneByOne(parts: Parts, moments: readonly Moment[]) {
  const sum = { warned: 0, fired: 0, failed: 0 }
  for (const moment of moments) {
    try {
      const { warned, fired } = await keepOne(parts, moment)
      sum.warned += warned
      sum.fired += fired
    } catch (error) {
      // an incident keeps it, and the others must not wait for it
      if (!(error instanceof StepFailedProblem)) throw error
      sum.failed++
    }
  }
  return sum
}

function keepOne(parts: Parts, moment: Moment) {
  return command(parts, async (unit, now, stake) => {
    const deadline = await unit.deadlines.byId(moment.deadlineId)
    stake({
      kind: 'timer',
      instanceId: moment.instanceId,
      caseId: deadline?.caseId ?? null,
      number: deadline?.name ?? '',
    })
    return keepMoments(parts, unit, [moment], now)
  })
}
