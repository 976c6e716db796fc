/** Longest pattern, in characters. */
const longest = 500
/** Most single signs that a pattern stands for when its counted repetitions are written out. */
const mostSigns = 5000
/** Most ways through choices and optional parts, which are all tried where the end does not fit. */
const mostWays = 4096

/**
 * What is wrong with a regular expression that people’s input will be tested against, in Chinese with the remedy;
 * undefined when it may be used. A repeated group that repeats or chooses inside, `(a+)+`, can take longer than the
 * age of the world on a text of forty characters; only lists with a separator, `\d+(,\d+)*`, are known to be harmless.
 * Repetitions that can take signs from each other, `\d*\d*\d*`, take the length of the text to the power of their
 * number.
 *
 * @param isWhole whether it must fit a whole text, as that of a field must; otherwise it is tried from each sign on
 */
export function patternProblem(pattern: string, { isWhole = true } = {}): string | undefined {
  if (pattern.length > longest) return `匹配式超过 ${longest} 字，请简化`
  try {
    new RegExp(pattern, 'u')
  } catch {
    return '匹配式不是有效的正则表达式，请改正'
  }
  const tokens = pattern.match(token) ?? []
  const { signs, ways, repeatsARepetition } = weigh(tokens)
  if (repeatsARepetition)
    return '匹配式中有重复套重复（如 (a+)+ 或 (a|b)+），可能拖垮系统，请改写（如 a+ 或 [ab]+）'
  if (signs > mostSigns) return `匹配式展开后超过 ${mostSigns} 字，请减少重复的次数`
  if (ways > mostWays) return '匹配式中的选择和可有可无的部分太多，可能拖垮系统，请简化'
  const anchored = isWhole || pattern.startsWith('^')
  return mostInARow(tokens) > (isWhole ? 3 : anchored ? 2 : 1)
    ? '匹配式中有几处重复会争同样的字（如 \\d*\\d*），可能拖垮系统，请用分隔的字隔开'
    : undefined
}

const token =
  /\\[pPu]\{[^}]*\}|\\k<\w+>|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[()]|[*+]|\{\d+(?:,\d*)?\}|[\s\S]/gu

/** What a group, or the whole, comes to. */
interface Group {
  readonly start: number
  signs: number
  ways: number
  alternatives: number
}

function weigh(tokens: readonly string[]): { signs: number; ways: number; repeatsARepetition: boolean } {
  let group: Group = { start: -1, signs: 0, ways: 1, alternatives: 1 }
  const around: Group[] = []
  let last = { signs: 0, ways: 1 }
  let repeatsARepetition = false
  const add = (weight: typeof last) => {
    last = weight
    group.signs += weight.signs
    group.ways *= weight.ways
  }
  for (const [at, text] of tokens.entries()) {
    if (text.startsWith('(')) {
      around.push(group)
      group = { start: at, signs: 0, ways: 1, alternatives: 1 }
    } else if (text === ')') {
      const { start, signs, ways, alternatives } = group
      repeatsARepetition ||= repeatsBadly(tokens.slice(start + 1, at), tokens[at + 1])
      group = around.pop() ?? group
      add({ signs, ways: ways * alternatives })
    } else if (text === '|') group.alternatives += 1
    // a question mark behind another quantifier makes it lazy, and is no choice
    else if (text === '?') group.ways *= isQuantifier(tokens[at - 1]) ? 1 : 2
    else if (isQuantifier(text)) {
      group.signs += last.signs * (timesOf(text) - 1)
      group.ways *= last.ways ** (timesOf(text) - 1)
    } else add({ signs: 1, ways: 1 })
  }
  // choices of the whole are tried one after the other
  return { signs: group.signs, ways: group.ways, repeatsARepetition }
}

function repeatsBadly(body: readonly string[], quantifier: string | undefined): boolean {
  if (isOpenEnded(quantifier)) return body.some(isVariable) && !isSeparated(body)
  return timesOf(quantifier) > 1 && body.some(isOpenEnded) && !isSeparated(body)
}

function isQuantifier(text: string | undefined): boolean {
  return text !== undefined && /^(?:[*+?]|\{\d+(?:,\d*)?\})$/.test(text)
}

/** How often at most; what has no bound counts as often as it must. */
function timesOf(quantifier: string | undefined): number {
  const [, least, most] = /^\{(\d+)(?:,(\d*))?\}$/.exec(quantifier ?? '') ?? []
  return least === undefined ? 1 : Math.max(1, Number(least), Number(most ?? 0))
}

// “*”, “+”, “{2,}” and “{2,30}”; “{18}” and “?” cannot multiply what is inside.
function isOpenEnded(text: string | undefined): boolean {
  return text !== undefined && /^[*+]$|^\{\d+,/.test(text)
}

function isVariable(text: string): boolean {
  return isOpenEnded(text) || text === '|' || text === '?'
}

// A separator at one end that nothing else in the group can match makes every repetition begin where it must.
function isSeparated(body: readonly string[]): boolean {
  // where it may be left out, or come twice, it separates nothing
  const ends = [isQuantifier(body[1]) ? undefined : body[0], body.at(-1)]
  return ends.some(end => {
    if (end === undefined || !/^(?:\\?[-,;:/ _#，；、]|\\\.)$/u.test(end)) return false
    return (
      body.every(text => text !== '|' && !/^(?:\.|\\[DWSsPpk\d]|\[)/.test(text)) &&
      body.filter(text => text === end).length === 1
    )
  })
}

/** The most open-ended repetitions in a row with nothing between them that none of them could take as well. */
function mostInARow(tokens: readonly string[]): number {
  let row: string[] = []
  let most = 0
  const mustBe: boolean[] = []
  for (const [at, text] of tokens.entries()) {
    const next = tokens[at + 1]
    if (text.startsWith('(')) mustBe.push(isPlainGroup(tokens, at))
    else if (text === ')') mustBe.pop()
    else if (text === '|' && mustBe.length === 0) row = []
    else if (!isSign(text)) continue
    else if (isOpenEnded(next)) most = Math.max(most, row.push(text))
    else if (next !== '?' && mustBe.every(Boolean) && row.every(other => !canBeBoth(text, other))) row = []
  }
  return most
}

/** Whether what stands in the group that begins here must be there: once, without a choice. */
function isPlainGroup(tokens: readonly string[], start: number): boolean {
  if (/^\(\?(?:[=!]|<[=!])/.test(tokens[start] ?? '')) return false
  let depth = 0
  for (let at = start; at < tokens.length; at += 1) {
    if (tokens[at]?.startsWith('(')) depth += 1
    if (tokens[at] === '|' && depth === 1) return false
    if (tokens[at] === ')' && --depth === 0) return !isQuantifier(tokens[at + 1])
  }
  return false
}

function isSign(text: string): boolean {
  return !isQuantifier(text) && !/^(?:\\[bB]|[\^$|])$/.test(text)
}

const samples = [
  ...Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)),
  ...['\n', '\t', '　', '，', '。', '中', '０', 'é', 'я', '😀'],
]

function canBeBoth(one: string, other: string): boolean {
  if ([one, other].some(sign => /^\\[\dk]/.test(sign))) return true // what stood before, whatever it was
  const [first, second] = [one, other].map(sign => new RegExp(`^${sign}$`, 'su'))
  return [...samples, ...Array.from(one + other)].some(sign => first?.test(sign) && second?.test(sign))
}
