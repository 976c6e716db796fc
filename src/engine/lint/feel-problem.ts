import { parseExpression } from 'feelin'
import { patternProblem } from './pattern-problem.js'

/** Longest expression, in characters: a condition is a sentence, not a program. */
const longest = 2000
/** Deepest nesting of what an expression is made of; each `or` of a chain is one level. */
const deepest = 300
/** Most values that a loop may run through. */
const longestRange = 100

type Tree = ReturnType<typeof parseExpression>
type Node = Tree['topNode']

/**
 * What is wrong with a FEEL expression (DMN 1.4, chapter 10), in Chinese with the remedy and without a full stop;
 * undefined when it may run. Besides what is not FEEL, this finds what FEEL takes without a word and nobody means
 * (`not a`, `a == 1`), and what could keep the server busy for ever.
 */
export function feelProblem(expression: string): string | undefined {
  if (expression.trim() === '') return '表达式是空的，请写明'
  if (expression.length > longest) return `表达式超过 ${longest} 字，请简化`
  if (/[$#]\{/.test(expression)) return '用了 ${…} 写法，请改为 FEEL，如 verdict = "citizen"'
  if (/^\s*=/.test(expression)) return '开头多了等号，请删除'
  const tree = parseExpression(expression, {}, undefined)
  return syntaxProblem(tree, expression) ?? meaningProblem(tree, expression)
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
  let loops = 0
  let depth = 0
  tree.iterate({
    enter({ node }) {
      depth += 1
      if (node.name === 'InExpression') loops += 1
      if (depth > deepest) found ??= `嵌套超过 ${deepest} 层，请简化`
      else found ??= loops > 2 ? '循环超过两层，请简化' : nodeProblem(node, expression)
    },
    leave() {
      depth -= 1
    },
  })
  return found
}

function nodeProblem(node: Node, expression: string): string | undefined {
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
    case 'IterationContext':
      return rangeProblem(node, expression)
    case 'FunctionDefinition':
      return '不允许在表达式中定义函数，请直接写条件'
    case 'FunctionInvocation':
      return callProblem(node, expression)
    default:
      return undefined
  }
}

function rangeProblem(node: Node, expression: string): string | undefined {
  const range = /^\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*$/.exec(expression.slice(node.from, node.to))
  if (!range && node.getChildren('..').length === 0) return undefined
  if (range && Math.abs(Number(range[1]) - Number(range[2])) <= longestRange) return undefined
  return `循环范围不明或太大，请写成数字，且不超过 ${longestRange} 个`
}

function callProblem(node: Node, expression: string): string | undefined {
  const name = node.getChild('VariableName')
  const called = name ? expression.slice(name.from, name.to) : ''
  if (called !== 'matches' && called !== 'replace' && called !== 'split') return undefined
  const pattern = node
    .getChild('PositionalParameters')
    ?.getChildren('StringLiteral')
    .map(literal => expression.slice(literal.from + 1, literal.to - 1))
  if (!pattern || pattern.length === 0) return `${called} 的匹配式不固定，请直接写成文字`
  return pattern.map(patternProblem).find(problem => problem !== undefined)
}
