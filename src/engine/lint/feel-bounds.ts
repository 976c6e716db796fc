import { parseExpression } from 'feelin'
import { patternProblem } from './pattern-problem.js'

/** Longest expression, in characters: a condition is a sentence, not a program. */
const longest = 2000
/** Longest expression that loops or filters: all of it may be gone through for each value. */
const longestLoop = 300
/** The same of two, each of whose pairs of values may go through a list once more for every few signs. */
const longestLoopOfTwo = 60
/** Deepest nesting of what an expression is made of; each `or` of a chain is one level. */
const deepest = 300
/** Most values that a loop may run through, and each of two loops, which multiply. */
const longestRange = 100
const longestRangeOfTwo = 30
/** Most texts that are held against patterns. */
const mostMatches = 3

/**
 * What a condition may ask. None of these makes much of little (`replace` and `concatenate` in each other do, without
 * end), keeps a value under another name, or asks the machine’s clock: the time is the fact `now`.
 */
const functions: ReadonlySet<string> = new Set([
  ...['not', 'number', 'string', 'date', 'time', 'duration', 'years and months duration'],
  ...['is', 'before', 'after', 'day of year', 'day of week', 'month of year', 'week of year'],
  ...['contains', 'starts with', 'ends with', 'matches', 'substring', 'substring before', 'substring after'],
  ...['string length', 'upper case', 'lower case'],
  ...['list contains', 'index of', 'count', 'min', 'max', 'sum', 'mean', 'median', 'all', 'any'],
  ...['abs', 'floor', 'ceiling', 'decimal', 'modulo', 'odd', 'even'],
  ...['round up', 'round down', 'round half up', 'round half down'],
])

type Tree = ReturnType<typeof parseExpression>
export type FeelNode = Tree['topNode']

/** What an expression may cost: nothing worth a word, something to be counted, or more than it may. */
export interface FeelCost {
  /** loops, filters or patterns: a diagram may have few of these */
  readonly isDear: boolean
  /** why it is not evaluated, in Chinese with the remedy and without a full stop */
  readonly problem: string | undefined
}

/** @returns what is wrong with the mere length; such a text is not even parsed */
export function lengthProblem(expression: string): string | undefined {
  return expression.length > longest ? `表达式超过 ${longest} 字，请简化` : undefined
}

/**
 * What evaluating an expression can cost, told by its form alone. With what is let through, time and memory are
 * bounded whatever the facts are: values are only ever taken apart, loops are two and short, patterns are harmless.
 */
export function feelCost(expression: string, tree?: Tree): FeelCost {
  const tooLong = lengthProblem(expression)
  if (tooLong) return { isDear: true, problem: tooLong }
  let problem: string | undefined
  let loops = 0
  let matches = 0
  let depth = 0
  const ranges: number[] = []
  const parsed = tree ?? parseExpression(expression, {}, undefined)
  parsed.iterate({
    enter({ node }) {
      depth += 1
      if (isLoop(node)) loops += 1
      if (isMatch(node, expression)) matches += 1
      if (depth > deepest) problem ??= `嵌套超过 ${deepest} 层，请简化`
      else problem ??= nodeProblem(node, expression, ranges)
    },
    leave() {
      depth -= 1
    },
  })
  problem ??= loopProblem(loops, ranges, expression)
  if (matches > mostMatches) problem ??= `用了 ${matches} 次 matches，请减到 ${mostMatches} 次以内`
  if (matches > 0 && loops > 0) problem ??= '循环里不能用 matches，请改用 contains 或 starts with'
  return { isDear: loops + matches > 0, problem }
}

/** A place in a list, `visits[1]`, is no loop. */
function isLoop(node: FeelNode): boolean {
  if (node.name === 'InExpression') return true
  const index = node.name === 'FilterExpression' ? node.getChild('[')?.nextSibling : null
  return index !== null && index !== undefined && index.name !== 'NumericLiteral'
}

function isMatch(node: FeelNode, expression: string): boolean {
  return node.name === 'FunctionInvocation' && calledBy(node, expression) === 'matches'
}

function loopProblem(loops: number, ranges: readonly number[], expression: string): string | undefined {
  if (loops === 0) return undefined
  if (loops > 2) return '循环超过两层，请简化'
  const bound = loops === 2 ? longestRangeOfTwo : longestRange
  if (ranges.some(range => range > bound)) return `循环范围不明或太大，请写成数字，且不超过 ${bound} 个`
  const length = loops === 2 ? longestLoopOfTwo : longestLoop
  return expression.length > length
    ? `有${loops === 2 ? '两层' : ''}循环的表达式超过 ${length} 字，请简化`
    : undefined
}

function nodeProblem(node: FeelNode, expression: string, ranges: number[]): string | undefined {
  const said = expression.slice(node.from, node.to)
  switch (node.name) {
    case 'IterationContext':
      return sourceProblem(node, said, ranges)
    case 'FilterExpression':
      return isLoop(node) && !isPlain(node.firstChild)
        ? '只能筛选一个名称所指的名单，请先由前面的环节写好名单'
        : undefined
    case 'VariableName':
      return said === 'partial' ? 'partial 会使结果成倍增长，请改写' : undefined
    case 'FunctionDefinition':
      return '不允许在表达式中定义函数，请直接写条件'
    case 'Context':
      return '不允许使用花括号，请直接写条件'
    case 'FunctionInvocation':
      return callProblem(node, expression)
    default:
      return undefined
  }
}

/** A loop goes over numbers that are written there, over a list that is, or over one that has a name. */
function sourceProblem(node: FeelNode, said: string, ranges: number[]): string | undefined {
  const range = /^\s*(-?\d{1,9})\s*\.\.\s*(-?\d{1,9})\s*$/.exec(said)
  if (range) {
    ranges.push(Math.abs(Number(range[1]) - Number(range[2])) + 1)
    return undefined
  }
  const source = node.firstChild
  const isKnown =
    source !== null && source.nextSibling === null && (source.name === 'List' || isPlain(source))
  return isKnown
    ? undefined
    : `循环范围不明或太大，请写成数字，如 1..9，且不超过 ${longestRange} 个，或写一个名单的名称`
}

function isPlain(node: FeelNode | null): boolean {
  if (node?.name === 'PathExpression') return isPlain(node.firstChild)
  return node?.name === 'VariableName'
}

function callProblem(node: FeelNode, expression: string): string | undefined {
  const called = calledBy(node, expression)
  if (called === undefined) return '不允许借别的写法调用函数，请直接写函数的名称'
  if (!functions.has(called)) return `函数“${called.slice(0, 40)}”不能使用，请改写`
  if (called !== 'matches') return undefined
  const [, pattern, ...flags] = childrenOf(node.getChild('PositionalParameters'))
  const written = pattern?.name === 'StringLiteral' && flags.every(({ name }) => name === 'StringLiteral')
  if (!pattern || !written) return 'matches 的匹配式不固定，请直接写成文字'
  return patternProblem(expression.slice(pattern.from + 1, pattern.to - 1), { isWhole: false })
}

function calledBy(node: FeelNode, expression: string): string | undefined {
  const name = node.firstChild
  return name?.name === 'VariableName'
    ? expression.slice(name.from, name.to).replaceAll(/\s+/g, ' ')
    : undefined
}

function childrenOf(parameters: FeelNode | null): FeelNode[] {
  const found: FeelNode[] = []
  for (let child = parameters?.firstChild ?? null; child; child = child.nextSibling) {
    if (child.name !== ',') found.push(child)
  }
  return found
}
