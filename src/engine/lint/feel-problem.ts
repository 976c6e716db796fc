import { parseExpression } from 'feelin'
import { feelCost, lengthProblem, type FeelNode } from './feel-bounds.js'

type Tree = ReturnType<typeof parseExpression>

/**
 * What is wrong with a FEEL expression (DMN 1.4, chapter 10), in Chinese with the remedy and without a full stop;
 * undefined when it may run. Besides what is not FEEL, this finds what FEEL takes without a word and nobody means
 * (`not a`, `a == 1`), and what could keep the server busy for ever.
 */
export function feelProblem(expression: string): string | undefined {
  if (expression.trim() === '') return '表达式是空的，请写明'
  const tooLong = lengthProblem(expression)
  if (tooLong) return tooLong
  if (/[$#]\{/.test(expression)) return '用了 ${…} 写法，请改为 FEEL，如 verdict = "citizen"'
  if (/^\s*=/.test(expression)) return '开头多了等号，请删除'
  const tree = parseExpression(expression, {}, undefined)
  return (
    syntaxProblem(tree, expression) ?? feelCost(expression, tree).problem ?? meaningProblem(tree, expression)
  )
}

function syntaxProblem(tree: Tree, expression: string): string | undefined {
  let found: string | undefined
  tree.iterate({
    enter(node) {
      if (!node.type.isError || found !== undefined) return
      const rest = expression.slice(node.from).trim()
      found =
        rest === ''
          ? '不是完整的 FEEL 表达式，请补全结尾'
          : `从“${Array.from(rest).slice(0, 20).join('')}”起不是 FEEL，请改正`
    },
  })
  return found
}

function meaningProblem(tree: Tree, expression: string): string | undefined {
  let found: string | undefined
  tree.iterate({
    enter({ node }) {
      found ??= nodeProblem(node, expression)
    },
  })
  return found
}

function nodeProblem(node: FeelNode, expression: string): string | undefined {
  const said = expression.slice(node.from, node.to)
  switch (node.name) {
    case 'VariableName':
      if (node.getChildren('Identifier').length < 2 || node.parent?.name === 'FunctionInvocation')
        return undefined
      return said.startsWith('not ')
        ? `“${said}”会被当作一个名称，请写成 not(${said.slice(4).trim()})`
        : `名称“${said}”中有空格，请检查是否漏写了 and、or 或引号`
    case 'SimplePositiveUnaryTest':
      return node.parent?.name === 'Comparison' &&
        node.parent.getChild('in') === null &&
        node.getChild('CompareOp')
        ? `比较“${expression.slice(node.parent.from, node.parent.to)}”不成立，相等请只写一个等号`
        : undefined
    case 'PositiveUnaryTest':
      // in ("a") and b = 1 is read as in (("a") and b = 1), and is then never true
      return /^(?:Con|Dis)junction$/.test(node.firstChild?.name ?? '')
        ? `“in”后面的“${said}”会连成一体，括号里只有一个值时请改用等号，如 verdict = "citizen"`
        : undefined
    default:
      return undefined
  }
}
