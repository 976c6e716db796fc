import type { LintProblem } from '../../../src/engine/lint/problem'
import type { Fixing } from './fixing'

/** One obvious remedy: a button, and what it does; each can be undone. */
export interface Fix {
  readonly label: string
  readonly apply: () => void
}

/** Makes the fix of one rule for one element; undefined where nothing is obvious. */
export type FixMaker = (
  problem: LintProblem & { readonly elementId: string },
  fixing: Fixing,
) => Fix | undefined
