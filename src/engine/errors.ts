import type { LintProblem } from './lint/problem.js'

/** What the engine says when it cannot do as asked. `code` is stable; `details` fill the sentence in the catalogue. */
export class EngineError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
    this.details = details
  }
}

/** The definition has errors that keep it from running; they are all named. */
export class DefinitionRefusedError extends EngineError {
  readonly problems: readonly LintProblem[]

  constructor(problems: readonly LintProblem[]) {
    const said = problems.map(problem => problem.message).join('\n')
    super('definition-refused', `The definition is refused:\n${said}`, { problems: said })
    this.problems = problems
  }
}

/** The text is no BPMN: it cannot even be looked at. `reason` in Chinese where the file was refused before it was read. */
export class UnreadableDiagramError extends EngineError {
  constructor(reason: string, options?: ErrorOptions) {
    super('unreadable-diagram', reason, { reason }, options)
  }
}

/** The wait that the stimulus addresses is not open in this state: done already, or never there. */
export class NothingWaitsError extends EngineError {
  constructor(kind: string, slot: string) {
    super('nothing-waits', `Nothing waits for ${kind} at ${slot}`, { kind, slot })
  }
}

/** The stimulus was taken and changed nothing: that is never what the caller meant. */
export class NothingHappenedError extends EngineError {
  constructor(kind: string, slot: string) {
    super('nothing-happened', `${kind} at ${slot} changed nothing`, { kind, slot })
  }
}

/** A stimulus came to an instance that has ended. */
export class InstanceEndedError extends EngineError {
  constructor(kind: string) {
    super('instance-ended', `${kind} came to an instance that has ended`, { kind })
  }
}

/** The step could not be carried out: no flow could be taken, an error nobody catches. The state is as before. */
export class StepFailedError extends EngineError {
  constructor(message: string, cause: unknown) {
    super('step-failed', message, { reason: message }, { cause })
  }
}

/** More automatic steps in one turn than a sane diagram takes: an endless loop. */
export class TooManyStepsError extends EngineError {
  constructor(limit: number) {
    super('too-many-steps', `More than ${limit} automatic steps in one turn`, { limit })
  }
}

/** An expression that is not FEEL, or that could not be evaluated. */
export class ExpressionError extends EngineError {
  constructor(expression: string, reason: string, cause?: unknown) {
    super(
      'expression-failed',
      `The expression “${expression}” failed: ${reason}`,
      { expression, reason },
      { cause },
    )
  }
}
