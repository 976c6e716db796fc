import { randomBytes } from 'node:crypto'
import type { Clock, Instant } from '../clock.js'
import { TrialGoneProblem } from './problem.js'
import { beginTrial, type Begun, type Trial, type TrialPlan } from './trial.js'

/** A trial under an address of its own. */
export interface KeptTrial {
  readonly id: string
  readonly trial: Trial
}

/** The trials that administrators have open: in memory, few, and not for long. */
export interface Trials {
  /** Begins one; who has as many as they may have loses the one that was left alone longest. */
  begin(
    owner: number,
    plan: TrialPlan,
  ): Promise<({ readonly ok: true } & KeptTrial) | Extract<Begun, { ok: false }>>
  /** Only its owner's. @throws TrialGoneProblem */
  find(owner: number, id: string): Promise<Trial>
  leave(owner: number, id: string): Promise<void>
  /** How many are open. */
  count(): number
  /** Closes all of them, with the house. */
  close(): Promise<void>
}

/** How many, and how long one is kept that nobody looks at. */
export interface TrialBounds {
  readonly each: number
  readonly all: number
  readonly idleMinutes: number
}

const usual: TrialBounds = { each: 2, all: 12, idleMinutes: 60 }

interface Open extends KeptTrial {
  readonly owner: number
  usedAt: Instant
}

export function createTrials(clock: Clock, bounds: TrialBounds = usual): Trials {
  const open = new Map<string, Open>()

  const drop = async (id: string) => {
    const one = open.get(id)
    open.delete(id)
    await one?.trial.close()
  }

  const dropIdle = async () => {
    const since = Date.parse(clock.now()) - bounds.idleMinutes * 60_000
    for (const { id, usedAt } of [...open.values()]) if (Date.parse(usedAt) < since) await drop(id)
  }

  /** Puts aside the one that was left alone longest, until one more may come. */
  const makeRoom = async (among: (one: Open) => boolean, most: number) => {
    for (;;) {
      const known = [...open.values()].filter(among)
      const [oldest] = known.sort((one, other) => one.usedAt.localeCompare(other.usedAt))
      if (!oldest || known.length < most) return
      await drop(oldest.id)
    }
  }

  return {
    async begin(owner, plan) {
      await dropIdle()
      await makeRoom(one => one.owner === owner, bounds.each)
      await makeRoom(() => true, bounds.all)
      const begun = await beginTrial(plan)
      if (!begun.ok) return begun
      const kept = { id: randomBytes(12).toString('base64url'), trial: begun.trial }
      open.set(kept.id, { ...kept, owner, usedAt: clock.now() })
      return { ok: true, ...kept }
    },
    async find(owner, id) {
      await dropIdle()
      const one = open.get(id)
      if (one?.owner !== owner) throw new TrialGoneProblem()
      one.usedAt = clock.now()
      return one.trial
    },
    async leave(owner, id) {
      if (open.get(id)?.owner === owner) await drop(id)
    },
    count: () => open.size,
    close: async () => {
      for (const id of [...open.keys()]) await drop(id)
    },
  }
}
