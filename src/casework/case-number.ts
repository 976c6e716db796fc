import { charactersOf, toHalfWidth } from './plain-text.js'

/** The parts of a case's public number, `2026-00017-7`: year of registration, sequence in it, check digit. */
export interface CaseNumber {
  readonly year: number
  readonly sequence: number
}

const sequenceWidth = 5

/** @throws RangeError for a year that is not of four digits or a sequence below one */
export function formatCaseNumber({ year, sequence }: CaseNumber): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`No year: ${year}`)
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`No sequence: ${sequence}`)
  const digits = String(sequence).padStart(sequenceWidth, '0')
  return `${year}-${digits}-${checkDigit(`${year}${digits}`)}`
}

/**
 * Reads a number as people type it from a slip: full-width digits, spaces, any dash or none.
 * Null when it is no case number or the check digit says that a digit is wrong or two were swapped.
 */
export function parseCaseNumber(typed: string): CaseNumber | null {
  const plain = toHalfWidth(typed).replace(/[—–‐‑−_\s-]/g, '')
  const [, year, digits] = /^(\d{4})(\d{5,15})\d$/.exec(plain) ?? []
  if (year === undefined || digits === undefined || checkDigit(plain) !== 0) return null
  const number = { year: Number(year), sequence: Number(digits) }
  if (number.year < 1000 || number.sequence < 1) return null
  // a padded six-digit sequence would be a second spelling of the same number
  return formatCaseNumber(number).replaceAll('-', '') === plain ? number : null
}

/** The number in its one spelling, or null: for the look-up and the search box. */
export function normaliseCaseNumber(typed: string): string | null {
  const number = parseCaseNumber(typed)
  return number === null ? null : formatCaseNumber(number)
}

// H. M. Damm's quasigroup of order ten: finds every single wrong digit and every swap of neighbours
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

/** The digit that brings the sum to zero; over a number with its check digit it is zero itself. */
function checkDigit(digits: string): number {
  return charactersOf(digits).reduce((interim, digit) => quasigroup[interim]?.[Number(digit)] ?? 0, 0)
}
