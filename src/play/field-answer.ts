import type { LocalDate } from '../calendar/index.js'
import { text } from '../catalogue/index.js'
import type { FormField } from '../engine/index.js'

/** What an answer may lean on when nothing is known but the field. */
export interface Surroundings {
  /** How often this form is being filled in: 1 the first time. */
  readonly round: number
  readonly today: LocalDate
  /** The departments of the case; not empty. */
  readonly departments: readonly number[]
  readonly cause: string
}

/**
 * An answer that fits a field’s own definition, for a field of which nothing is known. Yes and no, and the choices of a
 * list, take turns from round to round: a loop that one answer never leaves is left with another.
 */
export function fieldAnswer(
  field: FormField,
  { round, today, departments, cause }: Surroundings,
): string | string[] {
  switch (field.type) {
    case 'boolean':
      return field.required ? String(round % 2 === 1) : ''
    case 'enum':
      return field.required ? (field.choices[(round - 1) % field.choices.length]?.id ?? '') : ''
    case 'long':
      return field.required ? String(Math.max(field.min ?? 1, Math.min(1, field.max ?? 1))) : ''
    case 'date':
      return today
    case 'department':
      return field.required ? String(departments[0] ?? '') : ''
    case 'departments':
      return departments.map(String)
    case 'cause':
      return field.required ? cause : ''
    case 'string':
    case 'text':
      return field.required ? words(field) : ''
  }
}

/** A sentence of the length and the pattern that is asked for. */
function words({ label, pattern, minLength = 0, maxLength = 200 }: FormField): string {
  const sentence = text('demo.words', { label })
  const long = sentence.repeat(Math.ceil(Math.max(1, minLength) / sentence.length)).slice(0, maxLength)
  if (pattern === undefined) return long
  const fits = new RegExp(`^(?:${pattern})$`, 'u')
  return [long, ...samples].find(one => fits.test(one)) ?? long
}

/** What patterns usually want. */
const samples = [
  '10000000101',
  '0772-2000106',
  '1',
  '100',
  '2026-04-15',
  '545000',
  '09:00',
  'A1',
  '柳政〔2026〕1号',
]
