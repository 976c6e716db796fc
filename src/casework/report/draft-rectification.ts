import { text } from '../../catalogue/index.js'
import type { DraftInput } from './draft-input.js'
import { percent } from './rate.js'
import type { TypicalCase } from './typical-cases.js'

/** 整改与复发: what was accepted, and what came back. */
export function rectificationSection({ figures }: DraftInput): string[] {
  const { counts, rates } = figures
  const paragraphs = [
    counts.rectificationsAccepted === 0
      ? text('draft.rectification.none')
      : text('draft.rectification.accepted', counts),
    rates.recurrence.denominator === 0
      ? text('draft.rectification.noneWatched')
      : text('draft.rectification.recurrence', {
          confirmed: rates.recurrence.numerator,
          watched: rates.recurrence.denominator,
          rate: percent(rates.recurrence),
        }),
  ]
  if (counts.recurrencesSuspected > 0) paragraphs.push(text('draft.rectification.suspected', counts))
  return paragraphs
}

/** 典型案例: each in one paragraph, without names. */
export function typicalSection({ typical }: DraftInput): string[] {
  if (typical.length === 0) return [text('draft.typical.none')]
  return typical.map((each, index) => `${index + 1}．${tell(each)}`)
}

/** 存在问题与建议: what the figures themselves suggest; the office writes the rest. */
export function suggestionSection({ figures, patterns }: DraftInput): string[] {
  const { counts, rates } = figures
  const late = counts.phoneReplyLate + counts.feedbackLate
  const suggestions = patterns.map(each =>
    text('draft.suggestions.pattern', {
      item: each.item,
      count: each.cases.length,
      cause: each.cause,
      department: each.department ?? text('draft.someDepartment'),
    }),
  )
  if (counts.guideProblems > 0) suggestions.push(text('draft.suggestions.guide', counts))
  if (counts.hiddenBarriers > 0) suggestions.push(text('draft.suggestions.barriers', counts))
  if (late > 0) suggestions.push(text('draft.suggestions.late', { late }))
  if (rates.recurrence.numerator > 0) {
    suggestions.push(text('draft.suggestions.recurrence', { confirmed: rates.recurrence.numerator }))
  }
  if (rates.awareness.rate !== null && rates.awareness.rate < poorAwareness) {
    suggestions.push(text('draft.suggestions.awareness', { rate: percent(rates.awareness) }))
  }
  return suggestions.length === 0 ? [text('draft.suggestions.none')] : suggestions
}

/** Below this half of the people come without having seen a guide. */
const poorAwareness = 0.5

function tell(each: TypicalCase): string {
  const department = each.department ?? text('draft.someDepartment')
  const parts = [
    text('draft.typical.matter', { item: each.item, department, said: saidIn(each.description) }),
  ]
  if (each.cause !== null) parts.push(text('draft.typical.cause', { cause: each.cause }))
  if (each.before !== null && each.after !== null) {
    parts.push(text('draft.typical.rectified', { before: bare(each.before), after: bare(each.after) }))
  }
  if (each.prevention !== null) parts.push(text('draft.typical.prevention', { words: bare(each.prevention) }))
  if (each.outcome !== null) parts.push(text('draft.typical.outcome', { outcome: each.outcome }))
  return parts.join('')
}

/** What the draft tells of the citizen's own words. @param description masked */
export function saidIn(description: string): string {
  return text('draft.typical.said', { words: ended(description) })
}

/** The words of others joined into our sentences: on one line, closed by one full stop, or by none. */
function ended(words: string): string {
  return /[。！？]$/.test(words.trim()) ? bare(words) + words.trim().slice(-1) : `${bare(words)}。`
}

function bare(words: string): string {
  return words
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('，')
    .replace(/[。；，！？.]$/, '')
}
