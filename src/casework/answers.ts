import { text } from '../catalogue/index.js'
import { type FormField, readAnswer } from './answer-field.js'

/** A form's answers as they go into the case's facts: null for a field that was shown and left blank. */
export type Answers = Readonly<Record<string, unknown>>

/** What a form's answers are checked against. */
export interface AnswerContext {
  /** The departments that may be chosen. */
  readonly departmentIds: ReadonlySet<number>
  /** Whether a field is shown beside these answers; evaluates the field's `showWhen`, which is FEEL. */
  readonly shown: (field: FormField, answers: Answers) => boolean
}

export type ParsedAnswers =
  | { readonly ok: true; readonly answers: Answers; readonly hidden: readonly string[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/**
 * Reads the answers of a task's form from a request's body. Hidden fields are neither required nor kept (`hidden`
 * names them, so that an answer of an earlier round can be cleared); what the form does not have is ignored.
 */
export function parseAnswers(
  fields: readonly FormField[],
  body: unknown,
  context: AnswerContext,
): ParsedAnswers {
  const readings = new Map(fields.map(field => [field, readAnswer(field, sentFor(field, body), context)]))
  const values = new Map(
    [...readings].map(([field, reading]) => [field, 'value' in reading ? reading.value : null]),
  )
  const shown = shownFields(fields, values, context)
  const errors = new Map<string, string>()
  for (const field of shown) {
    const reading = readings.get(field)
    if (reading !== undefined && 'error' in reading) errors.set(field.id, reading.error)
    else if (field.required && isBlank(values.get(field))) {
      errors.set(
        field.id,
        text(`casework.answer.required.${isChosen(field) ? 'choose' : 'write'}`, { label: field.label }),
      )
    }
  }
  if (errors.size > 0) return { ok: false, errors: Object.fromEntries(errors) }
  const hidden = fields.filter(field => !shown.has(field)).map(field => field.id)
  return { ok: true, answers: Object.fromEntries([...shown].map(f => [f.id, values.get(f)])), hidden }
}

const mostRounds = 10

/**
 * A field may be shown by the answer to another that is itself hidden: then that answer is none. Asked again until
 * nothing changes, but no oftener than anybody's questions hang on each other: two fields may hide each other for ever.
 */
function shownFields(
  fields: readonly FormField[],
  values: ReadonlyMap<FormField, unknown>,
  context: AnswerContext,
): ReadonlySet<FormField> {
  let shown = new Set(fields)
  for (const _round of fields.slice(0, mostRounds)) {
    const answers = Object.fromEntries(fields.map(f => [f.id, shown.has(f) ? values.get(f) : null]))
    const next = new Set(fields.filter(field => context.shown(field, answers)))
    const settled = next.size === shown.size && [...next].every(field => shown.has(field))
    shown = next
    if (settled) break
  }
  return shown
}

/** All that was sent for a field, as texts: one for most, several for a choice of many, none for what is blank. */
function sentFor(field: FormField, body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, field.id)) return []
  const sent = (body as Record<string, unknown>)[field.id]
  return (Array.isArray(sent) ? sent : [sent]).flatMap((one: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof one) ? [String(one)] : [],
  )
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function isChosen(field: FormField): boolean {
  return !['string', 'text', 'long'].includes(field.type)
}
