import { extendWords, pauseWords } from '../limit-words.js'
import type { BpmnTimerEventDefinition } from '../schema/moddle-types.js'
import { quoted } from './called.js'
import { parseDuration } from './iso8601.js'
import { wordsOf } from './words.js'

/** What is wrong with how a limit may be stopped or given another day: unknown words, or a limit that has no days. */
export function timeChangeProblems({
  mayPause,
  mayExtend,
  timeDuration,
}: BpmnTimerEventDefinition): string[] {
  const problems: string[] = []
  const unknown = wordsOf(mayPause, /\s+/).filter(word => !pauseWords.some(known => known === word))
  if (unknown.length > 0) {
    const all = pauseWords.join('、')
    problems.push(
      `暂停事由（bdc:mayPause）${unknown.map(quoted).join('、')}不是法定事由；请从行政许可法第四十五条所列中选（${all}），用空格分开`,
    )
  }
  if (mayExtend !== undefined && !extendWords.some(known => known === mayExtend)) {
    problems.push(
      `改期方式（bdc:mayExtend）${quoted(mayExtend)}不正确；请改为阶段性答复（${extendWords.join()}），或去掉这一项`,
    )
  }
  const asks = mayPause !== undefined || mayExtend !== undefined
  if (asks && !isInDays(timeDuration?.body?.trim())) {
    problems.push(
      '时限不是按天计算的，不能暂停或改期；请改成 P10D 的样式，或去掉 bdc:mayPause、bdc:mayExtend',
    )
  }
  return problems
}

/** A limit in FEEL is known only when it is armed: the calendar refuses then. */
function isInDays(limit: string | undefined): boolean {
  if (limit?.startsWith('=')) return true
  const duration = limit === undefined ? undefined : parseDuration(limit)
  return duration !== undefined && !duration.hasTime
}
