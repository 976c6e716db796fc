/**
 * 试运行: a made-up case played through a diagram that need not be in force, with the real use cases, the real engine and
 * the office's own people and calendar, in an office of its own: a database in memory and a clock turned by hand. What
 * was done is a list of steps; to take one back, the others are played again on a new house. The real store is read once,
 * at the beginning, and never written.
 */
export { readOffice } from './copy-office.js'
export { exampleNames, exampleOf, isExampleName } from './examples.js'
export type { ExampleName } from './examples.js'
export { NotForCasesProblem, TrialGoneProblem, TrialMovedOnProblem, TrialTooLongProblem } from './problem.js'
export { edited, reportForm } from './report-form.js'
export { exampleAnswers, peopleFor, standingOf, trialTask } from './standing.js'
export type { TrialStanding, TrialTask } from './standing.js'
export type { TrialStep } from './step.js'
export { beginTrial, mostSteps } from './trial.js'
export type { Taken, Trial, TrialPlan } from './trial.js'
export { createTrials } from './trials.js'
export type { Trials } from './trials.js'
