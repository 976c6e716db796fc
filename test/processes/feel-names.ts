import { parseExpression } from 'feelin'

/** The names a FEEL expression reads. Fails on what is not FEEL. */
export function namesIn(expression: string): string[] {
  const names = new Set<string>()
  parseExpression(expression, {}, undefined).iterate({
    enter({ type, name, from, to }) {
      if (type.isError) throw new Error(`not FEEL at ${from}: ${expression}`)
      if (name === 'VariableName' && !builtIn.has(expression.slice(from, to)))
        names.add(expression.slice(from, to))
    },
  })
  return [...names]
}

const builtIn = new Set(['string'])
