import type { Instant } from '../clock.js'
import { StepFailedProblem } from '../casework/problem.js'
import { EngineError } from '../engine/index.js'
import { TransactionConflictError } from '../store/index.js'
import type { NewIncident, Unit } from '../store/index.js'
import { LostRaceError } from './lost-race.js'
import type { Parts } from './parts.js'

/** What a failed step would be an incident of. */
export interface AtStake {
  readonly kind: NewIncident['kind']
  readonly instanceId?: number | null
  readonly caseId?: number | null
  readonly jobId?: number | null
  /** The case’s number or the report’s quarter, for the sentence. */
  readonly number?: string
}

/** How often a command that lost a race is tried on what is there now, before the person is told. */
const tries = 4

/**
 * One command, one transaction. Whoever loses a race tries again on what is there now; a step that cannot be done is
 * rolled back whole and then, in a transaction of its own, becomes an incident: nothing is ever half done.
 *
 * @param work may set `stake` as soon as it knows what it is about
 */
export async function command<T>(
  parts: Pick<Parts, 'store' | 'clock'>,
  work: (unit: Unit, now: Instant, stake: (atStake: AtStake) => void) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let atStake: AtStake | undefined
    try {
      return await parts.store.transaction(unit =>
        work(unit, parts.clock.now(), known => {
          atStake = known
        }),
      )
    } catch (error) {
      const wasFaster = isLostRace(error)
      if (wasFaster && attempt < tries) continue
      // What a person asked for and did not get, they see; what nobody asked for, an incident must show.
      if (
        atStake &&
        error instanceof Error &&
        (error instanceof EngineError || (atStake.kind === 'timer' && !wasFaster))
      ) {
        await openIncident(parts, atStake, error)
        throw new StepFailedProblem(atStake.number ?? '', { cause: error })
      }
      throw error
    }
  }
}

function isLostRace(error: unknown): boolean {
  return error instanceof LostRaceError || error instanceof TransactionConflictError
}

/** Opens an incident, unless the same one is open already: a retry that fails again adds nothing. */
async function openIncident(parts: Pick<Parts, 'store' | 'clock'>, atStake: AtStake, error: Error) {
  await parts.store.transaction(async unit => {
    const open = atStake.instanceId ? await unit.incidents.openOfInstance(atStake.instanceId) : []
    if (open.some(incident => incident.kind === atStake.kind && incident.message === error.message)) return
    await unit.incidents.open([
      {
        kind: atStake.kind,
        instanceId: atStake.instanceId ?? null,
        caseId: atStake.caseId ?? null,
        jobId: atStake.jobId ?? null,
        message: error.message,
        detail: error instanceof EngineError ? { code: error.code, ...error.details } : { name: error.name },
        openedAt: parts.clock.now(),
      },
    ])
  })
}
