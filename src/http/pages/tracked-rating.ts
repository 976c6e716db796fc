import { SATISFACTION_GRADES, satisfactionLabel } from '../../casework/satisfaction.js'
import { text } from '../../catalogue/index.js'
import type { Tracked } from '../../runtime/index.js'
import { longestRating, type RatingForm } from '../forms/rating-form.js'
import { paths, pathTo } from '../paths.js'
import { field, type FieldModel } from './field.js'

/** 评价 on the page of a case: what was said, and the form while something can be said. */
export interface RatingModel {
  readonly given: string | null
  readonly form: { readonly action: string; readonly fields: readonly FieldModel[] } | null
}

/** @param wrong the form that came back */
export function ratingModel(
  { number, rating }: Pick<Tracked, 'number' | 'rating'>,
  wrong: Extract<RatingForm, { ok: false }> | null,
): RatingModel | null {
  const { given, mayRate, mayAskReview } = rating
  if (!given && !mayRate) return null
  const values = wrong?.values ?? {
    satisfaction: given ? String(given.grade) : '',
    dissatisfaction: given?.words ?? '',
    review: given?.review ? 'true' : '',
  }
  const errors = wrong?.errors ?? {}
  const grade = { id: 'satisfaction', label: text('track.rating.grade'), type: 'enum', required: true }
  const why = { id: 'dissatisfaction', label: text('track.rating.why'), type: 'text', required: false }
  const review = { id: 'review', label: text('track.rating.review'), type: 'boolean', required: false }
  const fields = [
    field(
      { ...grade, choices: SATISFACTION_GRADES.map(one => ({ id: String(one.grade), name: one.label })) },
      { values, errors },
    ),
    field(
      { ...why, help: text('track.rating.why.help'), maxLength: longestRating, rows: 3, choices: [] },
      { values, errors },
    ),
    ...(mayAskReview
      ? [field({ ...review, help: text('track.rating.review.help'), choices: [] }, { values, errors })]
      : []),
  ]
  return {
    given: given && wordsOf(given),
    form: mayRate ? { action: pathTo(paths.trackRating, { number }), fields } : null,
  }
}

function wordsOf({ grade, words, review }: NonNullable<Tracked['rating']['given']>): string {
  return [satisfactionLabel(grade), words, review ? text('track.rating.reviewAsked') : null]
    .filter(one => one !== null)
    .join('；')
}
