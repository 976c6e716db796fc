import { cleanText, lengthOf } from '../../casework/plain-text.js'
import { satisfactionOf, type Satisfaction } from '../../casework/satisfaction.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

/** 评价: a grade, why, whether a review is asked for; or what is wrong with the form. */
export type RatingForm =
  | { readonly ok: true; readonly grade: Satisfaction; readonly words: string; readonly review: boolean }
  | {
      readonly ok: false
      readonly values: Readonly<Record<string, string>>
      readonly errors: Readonly<Record<string, string>>
    }

export const longestRating = 500

export function readRating(body: unknown): RatingForm {
  const grade = satisfactionOf(typed(body, 'satisfaction'))
  const words = cleanText(typed(body, 'dissatisfaction'))
  const review = typed(body, 'review') === 'true'
  const over = lengthOf(words) - longestRating
  const errors = {
    ...(grade === null && { satisfaction: text('track.rating.missing') }),
    ...(grade !== null && grade <= 2 && words === '' && { dissatisfaction: text('runtime.rating.why') }),
    ...(over > 0 && {
      dissatisfaction: text('casework.answer.tooLong', {
        length: lengthOf(words),
        limit: longestRating,
        over,
      }),
    }),
  }
  if (grade === null || Object.keys(errors).length > 0)
    return {
      ok: false,
      values: { satisfaction: String(grade ?? ''), dissatisfaction: words, review: typed(body, 'review') },
      errors,
    }
  return { ok: true, grade, words, review }
}
