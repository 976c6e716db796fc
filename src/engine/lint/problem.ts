/** Errors keep a definition from being deployed, warnings do not. */
export type Severity = 'error' | 'warning'

/** One thing that is wrong with a model. */
export interface LintProblem {
  /** The rule’s file name, `default-flow`. */
  readonly rule: string
  readonly severity: Severity
  readonly elementId?: string
  readonly elementName?: string
  /** Chinese: names the element and the remedy. */
  readonly message: string
}
