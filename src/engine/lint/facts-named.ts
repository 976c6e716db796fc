import { parseExpression } from 'feelin'

/** The names of facts that a FEEL expression asks for; none where it cannot be read. */
export function factsNamed(expression: string): ReadonlySet<string> {
  const names = new Set<string>()
  parseExpression(expression, {}, undefined).iterate({
    enter({ name, from, to }) {
      if (name === 'VariableName') names.add(expression.slice(from, to))
    },
  })
  return names
}

/** That a fact is one of some texts: `verdict = "citizen"`, `verdict in ("citizen", "mixed")`. */
export interface Membership {
  readonly fact: string
  readonly values: readonly string[]
}

/**
 * The plain comparisons of facts with texts in an expression, and whether they are all of it, joined by `or`: then the
 * expression is true whenever one of them is.
 */
export function membershipsIn(expression: string): {
  readonly found: readonly Membership[]
  readonly areAll: boolean
} {
  const found: Membership[] = []
  let others = 0
  parseExpression(expression, {}, undefined).iterate({
    enter({ name, type, node }) {
      if (name === 'Expression' || name === 'Disjunction' || name === 'or') return true
      const membership = name === 'Comparison' ? membershipOf(node, expression) : undefined
      if (membership) found.push(membership)
      else if (type.isError || !/^(?:ParenthesizedExpression|[()])$/.test(name)) others += 1
      return membership === undefined
    },
  })
  return { found, areAll: others === 0 && found.length > 0 }
}

type Node = ReturnType<typeof parseExpression>['topNode']

function membershipOf(comparison: Node, expression: string): Membership | undefined {
  const said = (node: Node) => expression.slice(node.from, node.to)
  const fact = comparison.getChild('VariableName')
  const operator = comparison.getChild('CompareOp')
  const tests = comparison.getChild('PositiveUnaryTests')?.getChildren('PositiveUnaryTest')
  const literals =
    operator && said(operator) === '='
      ? [comparison.getChild('StringLiteral')]
      : comparison.getChild('in') && tests?.map(test => test.getChild('StringLiteral'))
  if (!fact || !literals || literals.length === 0) return undefined
  const values = literals.flatMap(literal => (literal ? [said(literal).slice(1, -1)] : []))
  return values.length === literals.length ? { fact: said(fact), values } : undefined
}
