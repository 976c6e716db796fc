import { text } from '../../catalogue/index.js'
import type { DraftInput } from './draft-input.js'
import { percent, type Rate } from './rate.js'

/** 办理时效: the two promises, those that could not be reached, and what is 暂定. */
export function timelinessSection({ figures }: DraftInput): string[] {
  const { counts, rates } = figures
  const paragraphs = [
    promise('phoneReply', rates.phoneReplyOnTime, counts.phoneReplyLate),
    promise('feedback', rates.feedbackOnTime, counts.feedbackLate),
  ]
  if (counts.unreachable > 0) paragraphs.push(text('draft.timeliness.unreachable', counts))
  const pending = counts.phoneReplyPending + counts.feedbackPending
  if (pending > 0) paragraphs.push(text('draft.timeliness.pending', { pending }))
  if (counts.provisional > 0) paragraphs.push(text('draft.timeliness.provisional', counts))
  return paragraphs
}

/** 办成情况: replied is not solved; and whether people were satisfied. */
export function outcomeSection({ figures }: DraftInput): string[] {
  const { counts, rates, visits, materials } = figures
  const ended = counts.done + counts.notDone + counts.givenUp + counts.impossible
  const paragraphs = [
    ended === 0
      ? text('draft.outcomes.none')
      : text('draft.outcomes.ended', { ...counts, ended, rate: percent(rates.solved) }),
  ]
  if (visits.cases > 0) paragraphs.push(text('draft.outcomes.visits', { ...visits }))
  if (materials.cases > 0) paragraphs.push(text('draft.outcomes.materials', { ...materials }))
  if (counts.asked > 0) {
    const satisfied = rates.satisfaction.numerator
    paragraphs.push(
      text('draft.outcomes.satisfaction', { ...counts, satisfied, rate: percent(rates.satisfaction) }),
    )
  }
  return paragraphs
}

function promise(kind: 'phoneReply' | 'feedback', rate: Rate, late: number): string {
  if (rate.denominator === 0) return text(`draft.timeliness.${kind}.none`)
  const values = { due: rate.denominator, onTime: rate.numerator, rate: percent(rate), late }
  return text(`draft.timeliness.${kind}.${late === 0 ? 'all' : 'some'}`, values)
}
