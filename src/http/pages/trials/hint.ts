import { InvalidAnswersProblem, StepFailedProblem } from '../../../casework/problem.js'
import { hasText, text } from '../../../catalogue/index.js'

/** What an administrator may make of an error that people would be shown; null where it speaks for itself. */
export function hintOf(error: unknown): string | null {
  if (error instanceof InvalidAnswersProblem) return text('trial.hint.invalidAnswers')
  if (!(error instanceof StepFailedProblem)) return null
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null
  return stepHint(code, cause instanceof Error ? cause.message : '')
}

/** Why a step could not be done, in plain words, with what the engine said. */
export function stepHint(code: string | null, said: string): string {
  const key = `trial.hint.${code ?? ''}`
  return text('trial.hint.said', { hint: text(hasText(key) ? key : 'trial.hint.other'), said })
}
