import { formatDate } from '../../calendar/index.js'
import { causeLabel } from '../../casework/cause.js'
import { maskText } from '../../casework/masking.js'
import { text } from '../../catalogue/index.js'
import type { FormField } from '../../engine/index.js'

/** One answer of a form that was handed in, in the form’s own words. */
export interface AnswerInWords {
  readonly label: string
  readonly value: string
}

/** The answers of a completed form as its diagram labels them; blanks are left out, what looks like a number is masked. */
export function answersInWords(
  fields: readonly FormField[],
  answers: Readonly<Record<string, unknown>>,
  departmentNames: ReadonlyMap<number, string>,
): readonly AnswerInWords[] {
  return fields.flatMap(field => {
    const value = inWords(field, answers[field.id], departmentNames)
    return value === '' ? [] : [{ label: field.label, value }]
  })
}

function inWords(
  { type, choices }: FormField,
  value: unknown,
  departmentNames: ReadonlyMap<number, string>,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return text(value ? 'runtime.yes' : 'runtime.no')
  if (Array.isArray(value)) {
    const names = value.map(id => departmentNames.get(Number(id)) ?? String(id))
    return names.length < 2
      ? names.join('')
      : names.map((name, index) => (index === 0 ? text('runtime.lead', { name }) : name)).join('、')
  }
  const plain = typeof value === 'string' ? value : JSON.stringify(value)
  if (type === 'department') return departmentNames.get(Number(plain)) ?? plain
  if (type === 'cause') return causeLabel(plain)
  if (type === 'date') return formatDate(plain)
  if (type === 'enum') return choices.find(choice => choice.id === plain)?.name ?? plain
  return maskText(plain)
}
