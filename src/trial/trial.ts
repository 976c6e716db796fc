import type { FieldError } from '../casework/intake.js'
import type { Instant } from '../clock.js'
import { learningAdvance } from '../engine/index.js'
import type { Script } from '../play/fill-task.js'
import type { Learnt } from '../runtime/index.js'
import { playOn } from './autoplay.js'
import { openHouse, type Beginning, type House } from './house.js'
import { TrialMovedOnProblem, TrialTooLongProblem } from './problem.js'
import { take, type TrialStep } from './step.js'

/** What is tried, and with which case. */
export interface TrialPlan extends Beginning {
  /** The diagram as an address names it: `7`, `draft-banbuchengshi`. */
  readonly ref: string
  /** The id of its process, and its name. */
  readonly key: string
  readonly name: string
  /** Its version's number; null for a draft. */
  readonly version: number | null
  /** How the people of the case answer when nobody types. */
  readonly script: Script
}

/** A step that was taken, with what the diagram itself noted in it. */
export interface Taken {
  readonly step: TrialStep
  /** Where the clock stood when it was done. */
  readonly at: Instant
  /** Facts that changed and were no answer of the form: what timers and events wrote. */
  readonly noted: Readonly<Record<string, unknown>>
}

/** A case on its way through a diagram that need not be in force. */
export interface Trial {
  readonly plan: TrialPlan
  readonly house: House
  readonly taken: readonly Taken[]
  /** What the first turn noted, before any step. */
  readonly noted: Taken['noted']
  /**
   * Each of these names how many steps the page saw, so that a button pressed twice is one press.
   * @throws TrialMovedOnProblem, TrialTooLongProblem; what the use case throws, and then the trial stands where it stood
   */
  take(step: TrialStep, seen: number): Promise<void>
  /** Goes on by itself until the case ends or nobody can go on; answers what stood in the way. */
  playOut(seen: number): Promise<readonly string[]>
  /** Takes the last step back. */
  back(seen: number): Promise<void>
  /** Begins the same case again. */
  again(seen: number): Promise<void>
  close(): Promise<void>
}

export type Begun =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** More steps than any real case takes; each is kept, and played again when one is taken back. */
export const mostSteps = 200

/**
 * Begins a trial.
 *
 * @throws what {@link openHouse} throws
 * @param learnt what is known of the diagram; what is learnt of a draft is nobody else's business, and goes with the trial
 */
export async function beginTrial(
  plan: TrialPlan,
  learnt: Learnt = { advance: learningAdvance(), texts: new Map() },
): Promise<Begun> {
  const opened = await openHouse(plan, learnt)
  if (!opened.ok) return opened
  return { ok: true, trial: await onHouse(plan, opened.house, learnt) }
}

async function onHouse(plan: TrialPlan, opened: House, learnt: Learnt): Promise<Trial> {
  let house = opened
  let taken: Taken[] = []
  let queue: Promise<unknown> = Promise.resolve()

  /** One after the other, each on what the one before has left. */
  const inTurn = <T>(seen: number, work: () => Promise<T>): Promise<T> => {
    const done = queue.then(() => {
      if (seen !== taken.length) throw new TrialMovedOnProblem()
      return work()
    })
    queue = done.catch(() => undefined)
    return done
  }

  const record = async (act: () => Promise<TrialStep | null>): Promise<boolean> => {
    if (taken.length >= mostSteps) throw new TrialTooLongProblem(mostSteps)
    const before = await factsOf(house)
    const step = await act()
    if (step === null) return false
    const noted = changesOf(before, await factsOf(house), step)
    taken = [...taken, { step, at: house.clock.now(), noted }]
    return true
  }

  /** Plays the first so many steps on a new house; the old one is kept until that has worked. */
  const replay = async (count: number) => {
    const again = await openHouse(plan, learnt)
    if (!again.ok) throw new TrialMovedOnProblem()
    try {
      for (const { step } of taken.slice(0, count)) await take(again.house, step)
    } catch (error) {
      await again.house.parts.store.close()
      throw error
    }
    const old = house
    house = again.house
    taken = taken.slice(0, count)
    await old.parts.store.close()
  }

  return {
    plan,
    get house() {
      return house
    },
    get taken() {
      return taken
    },
    noted: changesOf(registered(plan.at), await factsOf(house), null),
    take: (step, seen) =>
      inTurn(seen, async () => {
        await record(async () => {
          await take(house, step)
          return step
        })
      }),
    playOut: seen =>
      inTurn(seen, async () => {
        for (;;) {
          let troubles: readonly string[] = []
          const went = await record(async () => {
            const next = await playOn(house, plan.script)
            if (next.step === null) troubles = next.troubles
            return next.step
          })
          if (!went) return troubles
        }
      }),
    back: seen => inTurn(seen, () => replay(Math.max(0, taken.length - 1))),
    again: seen => inTurn(seen, () => replay(0)),
    close: () => {
      const closed = queue.then(() => house.parts.store.close())
      queue = closed.catch(() => undefined)
      return closed
    },
  }
}

/** What every case begins with: the intake notes it, not the diagram. */
function registered(registeredAt: Instant) {
  return { registeredAt, recurrence: 'no', reviewCount: 0 }
}

async function factsOf({ parts, number }: House): Promise<Readonly<Record<string, unknown>>> {
  return (await parts.store.read.cases.byNumber(number))?.facts ?? {}
}

function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  step: TrialStep | null,
): Taken['noted'] {
  const answered = step?.kind === 'complete' && typeof step.body === 'object' ? step.body : null
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) =>
        JSON.stringify(before[name]) !== JSON.stringify(value) &&
        !(answered !== null && Object.hasOwn(answered, name)) &&
        value !== null,
    ),
  )
}
