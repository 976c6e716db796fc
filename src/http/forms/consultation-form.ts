import { cleanText, lengthOf } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

export const consultationLimits = { question: 500, itemName: 200, answer: 1000 } as const
type Field = keyof typeof consultationLimits

/** 咨询登记: what was asked, about what, and the answer; with a sentence for each field that is wrong. */
export interface ConsultationForm {
  readonly values: Readonly<Record<Field, string>>
  readonly errors: Readonly<Partial<Record<Field, string>>>
}

export function readConsultation(body: unknown): ConsultationForm {
  const values = {
    question: cleanText(typed(body, 'question')),
    itemName: cleanText(typed(body, 'itemName')),
    answer: cleanText(typed(body, 'answer')),
  }
  return {
    values,
    errors: {
      ...tooLong('itemName', values.itemName),
      ...tooLong('answer', values.answer),
      ...tooLong('question', values.question),
      ...(values.question === '' && { question: text('consultations.question.missing') }),
    },
  }
}

function tooLong(field: Field, words: string): Partial<Record<Field, string>> {
  const length = lengthOf(words)
  const limit = consultationLimits[field]
  return length > limit
    ? { [field]: text('casework.answer.tooLong', { length, limit, over: length - limit }) }
    : {}
}
