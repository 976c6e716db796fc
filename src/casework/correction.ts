import { text } from '../catalogue/index.js'
import { parseContact } from './contact.js'
import { INTAKE_LIMITS } from './intake-schema.js'
import { cleanLine, lengthOf } from './plain-text.js'

/** What of a person stands in a case and can be put right. */
export interface PersonInCase {
  readonly reporterName: string
  readonly agentName: string | null
  readonly contact: string
}

export const CORRECTED_FIELDS = ['reporterName', 'agentName', 'contact'] as const
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]

/** What is to stand there instead; null where it stays. */
export type Correction = Readonly<Record<CorrectedField, string | null>>

export type ReadCorrection =
  | { readonly ok: true; readonly value: Correction }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/**
 * Reads a correction as it was typed. A field left blank stays as it is; something must change (PIPL art. 46).
 * @param known what stands there now; null for who has not shown that they know it: that something typed is the same
 *   would tell them
 */
export function readCorrection(
  typed: Readonly<Partial<Record<CorrectedField, string>>>,
  known: PersonInCase | null,
): ReadCorrection {
  const errors: Partial<Record<CorrectedField, string>> = {}
  const value: Record<CorrectedField, string | null> = { reporterName: null, agentName: null, contact: null }
  for (const name of CORRECTED_FIELDS) {
    const written = cleanLine(typed[name] ?? '')
    if (written === '') continue
    const length = lengthOf(written)
    const limit = INTAKE_LIMITS[name]
    const read = name === 'contact' ? parseContact(written) : { number: written }
    if (length > limit)
      errors[name] = text('casework.answer.tooLong', { length, limit, over: length - limit })
    else if (typeof read === 'string') errors[name] = text(`casework.contact.${read}`)
    else if (read.number !== known?.[name]) value[name] = read.number
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  if (CORRECTED_FIELDS.every(name => value[name] === null))
    return { ok: false, errors: { [CORRECTED_FIELDS[0]]: text('casework.correction.nothing') } }
  return { ok: true, value }
}
