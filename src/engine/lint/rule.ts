import type { ModdleElement } from '../schema/moddle-types.js'
import type { Demands } from './demands.js'

/** Takes what a rule finds. bpmnlint’s own; an element without an id is reported by another rule. */
export interface Reporter {
  report(id: string | undefined, message: string): void
}

/** A rule in bpmnlint’s shape: asked for every element of the model, parents first. */
export interface Rule {
  check(element: ModdleElement, reporter: Reporter): void
}

/** Makes a rule for one run. */
export type RuleFactory = (options: LintOptions) => Rule

/** What the rules are told about the house the model is for. */
export interface LintOptions {
  /** The roles that a task may be given to. */
  readonly roles: readonly string[]
  /** What is asked of some of its processes beyond that they run. */
  readonly demands: readonly Demands[]
  /** The values of facts that no form asks for, because they are known before the process begins. */
  readonly given: Readonly<Record<string, readonly string[]>>
}
