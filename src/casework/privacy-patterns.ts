import { charactersOf, toHalfWidth } from './plain-text.js'

/** What was found in a free text that nobody asked for. */
export interface PrivateNumber {
  readonly kind: 'idNumber' | 'bankCard'
  /** Positions in the text as it was typed. */
  readonly start: number
  readonly end: number
}

/** Runs shaped like an ID number (18 or the old 15 digits) or a bank card (16 to 19), also with spaces or dashes. */
const shapes = [
  { kind: 'idNumber', pattern: /(?<!\d)\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dXx])/g },
  { kind: 'idNumber', pattern: /(?<!\d)\d{15}(?!\d)/g },
  { kind: 'bankCard', pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g },
] as const

/**
 * ID and bank card numbers in a text, told from case, document and order numbers by their check digits:
 * for a warning to the writer (product.md, personal data), which must not cry wolf.
 */
export function findPrivateNumbers(text: string): PrivateNumber[] {
  const half = toHalfWidth(text)
  const found: PrivateNumber[] = []
  for (const { kind, pattern } of shapes) {
    for (const match of half.matchAll(pattern)) {
      const digits = match[0].replace(/[ -]/g, '').toUpperCase()
      const end = match.index + match[0].length
      const known = found.some(other => match.index < other.end && other.start < end)
      const real = kind === 'idNumber' ? isIdNumber(digits) : isLuhn(digits)
      if (real && !known) found.push({ kind, start: match.index, end })
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The text with these numbers made unreadable: 110****2X. Who wrote one and does not want it there is offered this. */
export function withoutPrivateNumbers(text: string): string {
  return findPrivateNumbers(text).reduceRight((words, { start, end }) => {
    const number = words.slice(start, end)
    return `${words.slice(0, start)}${number.slice(0, 3)}****${number.slice(-2)}${words.slice(end)}`
  }, text)
}

/** A resident identity number: 18 with its check digit (GB 11643-1999), or the old 15, which has a birthday only. */
export function isIdNumber(digits: string): boolean {
  if (/^\d{15}$/.test(digits)) return isRegion(digits) && isDay(`19${digits.slice(6, 12)}`)
  if (!/^\d{17}[\dX]$/.test(digits)) return false
  return isRegion(digits) && isDay(digits.slice(6, 14)) && idCheckDigit(digits) === digits.charAt(17)
}

/** The check digit of bank cards (ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  const sum = charactersOf(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return /^\d+$/.test(digits) && sum > 0 && sum % 10 === 0
}

/** ISO 7064 MOD 11-2 over the first seventeen digits. */
function idCheckDigit(digits: string): string {
  const sum = charactersOf(digits.slice(0, 17)).reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  )
  return '10X98765432'.charAt(sum % 11)
}

/** Provinces are numbered from 11 to 83 (with 91 for foreigners). */
function isRegion(digits: string): boolean {
  return /^[1-689]/.test(digits)
}

/** yyyymmdd between 1850 and 2099. */
function isDay(digits: string): boolean {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  const day = new Date(`${iso}T00:00:00Z`)
  return /^(18[5-9]|19|20)/.test(digits) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso)
}
