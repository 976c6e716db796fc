import { text } from '../catalogue/index.js'
import { isCauseCode } from './cause.js'
import { cleanLine, cleanText, lengthOf, toHalfWidth } from './plain-text.js'

/** A field of a task's form, as the diagram gives it. */
export interface FormField {
  readonly id: string
  readonly label: string
  readonly type:
    'string' | 'text' | 'long' | 'boolean' | 'date' | 'enum' | 'department' | 'departments' | 'cause'
  readonly required: boolean
  readonly min?: number
  readonly max?: number
  readonly minLength?: number
  readonly maxLength?: number
  /** A regular expression for the whole text. */
  readonly pattern?: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly showWhen?: string
}

/** The value of a field, null when blank, or the sentence that says why it cannot be taken. */
export type AnswerReading = { readonly value: unknown } | { readonly error: string }

/** The longest texts where the diagram does not say: a line, and a text like the citizen's own. */
const ANSWER_LIMITS = { string: 200, text: 2000 } as const

/** Reads what was sent for one field; whether it is required is not asked here. */
export function readAnswer(
  field: FormField,
  sent: readonly string[],
  context: { readonly departmentIds: ReadonlySet<number> },
): AnswerReading {
  const last = sent.at(-1)?.trim() ?? ''
  switch (field.type) {
    case 'string':
      return readText(field, cleanLine(last), ANSWER_LIMITS.string)
    case 'text':
      return readText(field, cleanText(last), ANSWER_LIMITS.text)
    case 'long':
      return readNumber(field, toHalfWidth(last))
    case 'boolean':
      return readBoolean(field, last)
    case 'date':
      return readDate(toHalfWidth(last))
    case 'enum':
      return readChoice(
        last,
        field.choices.some(choice => choice.id === last),
      )
    case 'cause':
      return readChoice(last, isCauseCode(last))
    case 'department': {
      const id = Number(last)
      return last === ''
        ? { value: null }
        : context.departmentIds.has(id)
          ? { value: id }
          : refuse('department')
    }
    case 'departments':
      return readDepartments(sent, context.departmentIds)
  }
}

function readText(field: FormField, written: string, usual: number): AnswerReading {
  if (written === '') return { value: null }
  const length = lengthOf(written)
  const limit = field.maxLength ?? usual
  if (length > limit) return refuse('tooLong', { length, limit, over: length - limit })
  if (length < (field.minLength ?? 0)) return refuse('tooShort', { length, limit: field.minLength })
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(written)) {
    return refuse('pattern', field)
  }
  return { value: written }
}

function readNumber(field: FormField, written: string): AnswerReading {
  if (written === '') return { value: null }
  const value = /^[+-]?\d{1,15}$/.test(written) ? Number(written) : Number.NaN
  if (Number.isNaN(value)) return refuse('number')
  if (field.min !== undefined && value < field.min) return refuse('tooSmall', { limit: field.min })
  if (field.max !== undefined && value > field.max) return refuse('tooBig', { limit: field.max })
  return { value }
}

/** A box that is not ticked sends nothing: that is no, unless an answer is required, which asks for yes or no. */
function readBoolean(field: FormField, sent: string): AnswerReading {
  if (['true', 'on', '1', 'yes'].includes(sent)) return { value: true }
  if (['false', 'off', '0', 'no'].includes(sent)) return { value: false }
  return sent === '' ? { value: field.required ? null : false } : refuse('choice')
}

/** 2026-04-15 as a date input sends it, also 2026/4/15 and 2026年4月15日 as people write it. */
function readDate(written: string): AnswerReading {
  if (written === '') return { value: null }
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written) ?? []
  if (year === undefined) return refuse('date')
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${date}T00:00:00Z`)
  // the 30th of February reads as the 2nd of March
  const real = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date)
  return real ? { value: date } : refuse('noSuchDay')
}

function readChoice(sent: string, known: boolean): AnswerReading {
  if (sent === '') return { value: null }
  return known ? { value: sent } : refuse('choice')
}

/** Each once, in the order they were sent: the first one leads. */
function readDepartments(sent: readonly string[], known: ReadonlySet<number>): AnswerReading {
  const ids = sent.flatMap(one => one.split(',')).map(one => one.trim())
  const chosen = [...new Set(ids.filter(one => one !== '').map(Number))]
  return chosen.every(id => known.has(id)) ? { value: chosen } : refuse('department')
}

function refuse(why: string, values: object = {}): AnswerReading {
  return { error: text(`casework.answer.${why}`, { ...values }) }
}
