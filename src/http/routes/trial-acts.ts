import { instantAt, localDateOf, localTimeOf, nextWorkingDay } from '../../calendar/index.js'
import type { Instant } from '../../clock.js'
import { standingOf, type Trial, type TrialStep } from '../../trial/index.js'
import { readNote } from '../forms/note-form.js'
import { readLaterTime } from '../forms/trial-form.js'
import { typed, typedNumber } from '../forms/typed.js'
import { readWithdrawal } from '../forms/withdrawal-form.js'
import type { TrialReturned } from '../pages/trials/trial.js'

/** What came of a press of a button: the sentence that says it is done, or what is to be shown again. */
export type Acted = { readonly done: string } | { readonly again: TrialReturned }

/** Does what the button says. @throws what the trial throws */
export async function act(trial: Trial, body: unknown): Promise<Acted> {
  const seen = typedNumber(body, 'seen')
  const take = async (step: TrialStep, done: string): Promise<Acted> => {
    await trial.take(step, seen)
    return { done: `trial.done.${done}` }
  }
  switch (typed(body, 'act')) {
    case 'nextMoment': {
      const { next } = await standingOf(trial)
      return next ? take({ kind: 'pass', to: next.at }, 'pass') : { done: 'trial.noMoment' }
    }
    case 'workingDay':
      return take({ kind: 'pass', to: await aWorkingDayLater(trial) }, 'pass')
    case 'toTime': {
      const time = readLaterTime(
        { on: typed(body, 'clockOn'), at: typed(body, 'clockAt') },
        trial.house.clock.now(),
      )
      return time.instant === null ? { again: { time } } : take({ kind: 'pass', to: time.instant }, 'pass')
    }
    case 'withdraw': {
      const form = readWithdrawal({ reason: typed(body, 'citizenReason') })
      if (form.ok) return take({ kind: 'withdraw', reason: form.reason }, 'withdraw')
      return { again: { citizen: { values: {}, errors: { citizenReason: form.errors.reason ?? '' } } } }
    }
    case 'supplement': {
      const form = readNote({ words: typed(body, 'citizenWords') })
      if (form.ok) return take({ kind: 'supplement', words: form.words }, 'supplement')
      const { typed: citizenWords, error } = form
      return { again: { citizen: { values: { citizenWords }, errors: { citizenWords: error } } } }
    }
    case 'playOut': {
      const troubles = await trial.playOut(seen)
      return troubles.length > 0 ? { again: { troubles } } : { done: 'trial.done.playOut' }
    }
    case 'back':
      await trial.back(seen)
      return { done: 'trial.done.back' }
    case 'again':
      await trial.again(seen)
      return { done: 'trial.done.again' }
    default:
      return { again: {} }
  }
}

/** The same time of day, on the next day that is worked. */
async function aWorkingDayLater({ house: { parts, clock } }: Trial): Promise<Instant> {
  const now = clock.now()
  const calendar = await parts.calendars.current(parts.store.read)
  return instantAt(nextWorkingDay(calendar, localDateOf(now)), localTimeOf(now))
}
