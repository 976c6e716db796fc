import { evaluate } from 'feelin'
import { ExpressionError } from './errors.js'

/** Longest expression that is evaluated, in characters: a condition is a sentence, not a program. */
const longest = 2000

/**
 * Evaluates a FEEL expression (DMN 1.4, chapter 10) over a flat context. feelin is the interpreter bpmn.io uses; it
 * has no access to the host.
 *
 * @throws ExpressionError when the text is too long, is not FEEL, or cannot be evaluated
 */
export function evaluateFeel(expression: string, context: Readonly<Record<string, unknown>>): unknown {
  if (expression.length > longest) throw new ExpressionError(expression.slice(0, 40) + '…', 'too long')
  try {
    return evaluate(expression, { ...context }).value
  } catch (error) {
    throw new ExpressionError(expression, error instanceof Error ? error.message : String(error), error)
  }
}
