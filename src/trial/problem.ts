import { Problem } from '../casework/problem.js'

/** The trial is no longer there: left, too old, or put aside for a newer one. */
export class TrialGoneProblem extends Problem {
  constructor() {
    super('trialGone')
  }
}

/** The page shows an earlier step than the trial has come to: another tab, or a button pressed twice. */
export class TrialMovedOnProblem extends Problem {
  constructor() {
    super('trialMovedOn')
  }
}

/** A trial takes no more than so many steps. */
export class TrialTooLongProblem extends Problem {
  constructor(steps: number) {
    super('trialTooLong', { steps })
  }
}

/** Passing time brings more than any office would have: a limit that comes again and again without an end. */
export class TooMuchHappenedProblem extends Problem {
  constructor(count: number) {
    super('trialTooMuch', { count })
  }
}

/** No case walks this process, so none can be played through it. `key`: the process of the cases. */
export class NotForCasesProblem extends Problem {
  constructor(name: string, key: string) {
    super('trialNotForCases', { name, key })
  }
}
