import { Problem, StepFailedProblem } from '../casework/problem.js'

/**
 * What went wrong in a trial, as a problem: a diagram that nobody has run yet may make any part of the house stumble, and
 * that is what a trial is to show; it is no fault of the server that plays it.
 */
export function asProblem(error: unknown, number: string): Problem {
  return error instanceof Problem ? error : new StepFailedProblem(number, { cause: error })
}
