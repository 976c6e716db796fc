import { text } from '../../catalogue/index.js'
import { CAUSE_GROUPS, causeGroupOf, isCauseCode } from '../cause.js'
import type { DraftInput } from './draft-input.js'
import { listed } from './draft-overview.js'
import { percent } from './rate.js'

const causesNamed = 5

/** 原因分析: whose side, which causes, what the guides did. */
export function causeSection({ figures }: DraftInput): string[] {
  const { by, counts, rates } = figures
  const known = by.cause.filter(row => row.key !== null && row.received > 0)
  if (known.length === 0) return [text('draft.causes.none')]
  const inGroup = (group: string) =>
    known
      .filter(row => isCauseCode(row.key) && causeGroupOf(row.key) === group)
      .reduce((sum, row) => sum + row.received, 0)
  const groups = CAUSE_GROUPS.map(({ group, label }) =>
    text('draft.counted', { label, count: inGroup(group) }),
  ).join('、')
  const count = known.reduce((sum, row) => sum + row.received, 0)
  const paragraphs = [text('draft.causes.groups', { count, groups, causes: listed(known, causesNamed) })]
  const verdicts = by.verdict.filter(row => row.key !== null && row.received > 0)
  if (verdicts.length > 0) paragraphs.push(text('draft.causes.verdicts', { verdicts: listed(verdicts) }))
  if (rates.awareness.denominator > 0) {
    paragraphs.push(text('draft.causes.awareness', { ...rates.awareness, rate: percent(rates.awareness) }))
  }
  if (counts.guideProblems + counts.hiddenBarriers > 0) paragraphs.push(text('draft.causes.guide', counts))
  return paragraphs
}
