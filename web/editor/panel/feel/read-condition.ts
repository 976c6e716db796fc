import { parseExpression } from 'feelin'
import type { Comparison, Condition, Literal, Term } from './condition.js'

type Node = ReturnType<typeof parseExpression>['topNode']

/**
 * A FEEL text as sentences that people can choose; undefined for what they cannot show whole (calls, arithmetic,
 * deeper brackets), which is then left as the text it is.
 */
export function readCondition(feel: string): Condition | undefined {
  const tree = parseExpression(feel, {}, undefined)
  const whole = tree.topNode.firstChild
  if (!whole || whole.nextSibling || isBroken(tree.topNode)) return undefined
  const text = (node: Node) => feel.slice(node.from, node.to)
  return conditionOf(bare(whole), text, 0)
}

type Text = (node: Node) => string

const deepest = 1

function conditionOf(node: Node, text: Text, depth: number): Condition | undefined {
  const join = node.name === 'Conjunction' ? 'and' : node.name === 'Disjunction' ? 'or' : undefined
  if (!join) {
    const term = termOf(node, text)
    return term && { join: 'and', parts: [term] }
  }
  const parts = operands(node).map(operand => partOf(operand, text, depth))
  return parts.every(part => part !== undefined) ? { join, parts } : undefined
}

function partOf(node: Node, text: Text, depth: number): Term | Condition | undefined {
  const within = bare(node)
  if (within.name !== 'Conjunction' && within.name !== 'Disjunction') return termOf(within, text)
  return depth < deepest ? conditionOf(within, text, depth + 1) : undefined
}

/** `a and b and c` is read as two steps; they are one list. */
function operands(node: Node): Node[] {
  return children(node)
    .filter(({ name }) => name !== 'and' && name !== 'or')
    .flatMap(child => (child.name === node.name ? operands(child) : [child]))
}

function termOf(node: Node, text: Text): Term | undefined {
  if (node.name !== 'Comparison') return undefined
  const [left, operator, ...right] = children(node)
  if (!left || !operator || left.name !== 'VariableName' || children(left).length !== 1) return undefined
  const fact = text(left)
  if (!/^[A-Za-z_]\w*$/.test(fact)) return undefined
  if (operator.name === 'in') {
    const value = listOf(right, text)
    return value && { fact, is: 'in', value }
  }
  const [only, ...more] = right
  const value = only && more.length === 0 ? literalOf(only, text) : undefined
  return value === undefined || !isComparison(text(operator))
    ? undefined
    : { fact, is: text(operator) as Comparison, value }
}

function listOf(nodes: readonly Node[], text: Text): Literal[] | undefined {
  const tests = nodes.filter(({ name }) => name !== '(' && name !== ')')
  const [only, ...more] = tests
  if (!only || more.length > 0) return undefined
  // one value in brackets is a bracketed value to the grammar, several are tests
  const values = only.name === 'PositiveUnaryTests' ? children(only) : [only]
  const bracketed = nodes.length === 3 || inBrackets(only)
  const literals = values.map(test => literalOf(bare(firstWithin(test)), text))
  return bracketed && literals.every(value => value !== undefined) ? literals : undefined
}

function inBrackets(test: Node): boolean {
  return firstWithin(test).name === 'ParenthesizedExpression'
}

function firstWithin(test: Node): Node {
  return test.name === 'PositiveUnaryTest' && children(test).length === 1 ? (test.firstChild ?? test) : test
}

function literalOf(node: Node, text: Text): Literal | undefined {
  switch (node.name) {
    case 'StringLiteral':
      return stringOf(text(node))
    case 'NumericLiteral':
      return numberOf(text(node))
    case 'BooleanLiteral':
      return text(node) === 'true'
    case 'null':
      return null
    default:
      return undefined
  }
}

// FEEL’s escapes are JSON’s and a few more; with one of those the text stays as it is.
function stringOf(source: string): string | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

// What would be written back in other digits stays as it is.
function numberOf(source: string): number | undefined {
  const value = Number(source)
  return String(value) === source.replace(/\s/g, '') ? value : undefined
}

function bare(node: Node): Node {
  if (node.name !== 'ParenthesizedExpression') return node
  const inside = children(node).filter(({ name }) => name !== '(' && name !== ')')
  return inside.length === 1 && inside[0] ? bare(inside[0]) : node
}

function isBroken(node: Node): boolean {
  return node.type.isError || children(node).some(isBroken)
}

function children(node: Node): Node[] {
  const found: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

function isComparison(text: string): boolean {
  return ['=', '!=', '<', '<=', '>', '>='].includes(text)
}
