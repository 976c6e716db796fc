/**
 * What is wrong with a regular expression that people’s input will be tested against, in Chinese with the remedy;
 * undefined when it may be used. A repeated group that repeats or chooses inside, `(a+)+`, can take longer than the
 * age of the world on a text of forty characters; only lists with a separator, `\d+(,\d+)*`, are known to be harmless.
 */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > 500) return '匹配式超过 500 字，请简化'
  try {
    new RegExp(pattern, 'u')
  } catch {
    return '匹配式不是有效的正则表达式，请改正'
  }
  return repeatsARepetition(pattern)
    ? '匹配式中有重复套重复（如 (a+)+ 或 (a|b)+），可能拖垮系统，请改写（如 a+ 或 [ab]+）'
    : undefined
}

const token = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[()]|[*+]|\{\d+(?:,\d*)?\}|[\s\S]/gu

function repeatsARepetition(pattern: string): boolean {
  const tokens = pattern.match(token) ?? []
  const starts: number[] = []
  for (const [at, text] of tokens.entries()) {
    if (text.startsWith('(')) starts.push(at)
    if (text !== ')') continue
    const body = tokens.slice((starts.pop() ?? 0) + 1, at)
    if (isOpenEnded(tokens[at + 1]) && body.some(isVariable) && !isSeparated(body)) return true
  }
  return false
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
  const ends = [body[0], body.at(-1)]
  return ends.some(end => {
    if (end === undefined || !/^\\?[-,;:/ _#，；、]$/u.test(end)) return false
    return (
      body.every(text => text !== '|' && !/^(?:\.|\\[DWSs]|\[)/.test(text)) &&
      body.filter(text => text === end).length === 1
    )
  })
}
