import type { HandClock, Instant } from '../clock.js'
import { keepTime, workOff, type Parts } from '../runtime/index.js'
import { TooMuchHappenedProblem } from './problem.js'

/** Nothing sane brings more than this within one turn of the clock. */
const most = 500

/**
 * Turns the clock to `to`, and does what falls due on the way at its instant, as a running office would: a limit armed on
 * the way may fall due on the way too.
 *
 * @throws TooMuchHappenedProblem when time brings more than any office would have
 */
export async function passTime(parts: Parts, clock: HandClock, to: Instant): Promise<void> {
  for (let count = 0; ; count++) {
    if (count > most) throw new TooMuchHappenedProblem(most)
    const now = clock.now()
    const next = [await nextMoment(parts), await parts.store.read.jobs.nextDueAt()]
      .filter(at => at !== null && at > now && at <= to)
      .sort()[0]
    clock.set(next ?? (to > now ? to : now))
    for (let rounds = 0; (await keepTime(parts)).more; rounds++)
      if (rounds > most) throw new TooMuchHappenedProblem(most)
    await workOff(parts)
    if (!next) return
  }
}

async function nextMoment({ store }: Pick<Parts, 'store'>): Promise<Instant | null> {
  const [first] = await store.read.moments.first(1)
  return first?.at ?? null
}
