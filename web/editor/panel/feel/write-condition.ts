import { isList, isTerm, type Condition, type Literal, type Term } from './condition.js'

/** The condition in FEEL: `verdict = "citizen" and (tries > 2 or reached = true)`. */
export function writeCondition({ join, parts }: Condition): string {
  return parts.map(part => (isTerm(part) ? writeTerm(part) : inner(part))).join(` ${join} `)
}

function inner(condition: Condition): string {
  return `(${writeCondition(condition)})`
}

// One value in brackets is written with an equals sign: “a in ("x") and b = 1” is read by the engine’s FEEL as
// “a in (("x") and b = 1)”.
function writeTerm({ fact, is, value }: Term): string {
  if (!isList(value)) return `${fact} ${is} ${literal(value)}`
  const [only, ...more] = value
  if (only !== undefined && more.length === 0) return `${fact} = ${literal(only)}`
  return `${fact} in (${value.map(literal).join(', ')})`
}

function literal(value: Literal): string {
  return JSON.stringify(value)
}
