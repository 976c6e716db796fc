import { evaluate } from 'feelin'
import { ExpressionError } from './errors.js'
import { feelCost } from './lint/feel-bounds.js'

/**
 * Evaluates a FEEL expression (DMN 1.4, chapter 10) over a flat context. feelin is the interpreter bpmn.io uses; it
 * has no access to the host. What could take long is not begun, whoever let the diagram in.
 *
 * @throws ExpressionError when the text may cost too much, is not FEEL, or cannot be evaluated
 */
export function evaluateFeel(expression: string, context: Readonly<Record<string, unknown>>): unknown {
  const refused = refusalOf(expression)
  if (refused !== undefined) throw new ExpressionError(shortened(expression), refused)
  try {
    return evaluate(expression, { ...context }).value
  } catch (error) {
    throw new ExpressionError(expression, error instanceof Error ? error.message : String(error), error)
  }
}

/** An office evaluates the same few dozen sentences day after day; a flood of others is forgotten again. */
const known = new Map<string, string | undefined>()
const mostKnown = 1000
const longestKnown = 2000

function refusalOf(expression: string): string | undefined {
  if (known.has(expression)) return known.get(expression)
  const { problem } = feelCost(expression)
  if (known.size >= mostKnown) known.clear()
  if (expression.length <= longestKnown) known.set(expression, problem)
  return problem
}

function shortened(expression: string): string {
  return expression.length > 40 ? `${expression.slice(0, 40)}…` : expression
}
