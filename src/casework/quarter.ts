import { addDays, type LocalDate } from '../calendar/local-date.js'
import { text } from '../catalogue/index.js'
import { toHalfWidth } from './plain-text.js'

/** A quarter of a year, `2026Q2`; sorts as text. */
export type Quarter = string

/** The scheme is in force from here (方案五（一）, R23): the first quarter is short. */
export const FIRST_DAY: LocalDate = '2021-05-01'
const FIRST_QUARTER: Quarter = '2021Q2'

/** The days of a quarter, both included. */
export interface QuarterRange {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Reads 2026Q2, 2026q2, ２０２６Ｑ２ or 2026年第二季度; null for anything else and for what lies before the scheme. */
export function parseQuarter(typed: string): Quarter | null {
  const plain = toHalfWidth(typed).replace(/\s/g, '').toUpperCase()
  const [, year, number, numeral] = /^(\d{4})(?:-?Q([1-4])|年第?([一二三四1-4])季度?)$/.exec(plain) ?? []
  if (year === undefined) return null
  const named = numeral === undefined ? number : (numerals.indexOf(numeral) + 1 || Number(numeral)).toString()
  const quarter = `${year}Q${named ?? ''}`
  return quarter < FIRST_QUARTER ? null : quarter
}

/** The quarter a day is in. */
export function quarterOf(date: LocalDate): Quarter {
  return quarterAt(Number(date.slice(0, 4)), Math.ceil(Number(date.slice(5, 7)) / 3))
}

/** Its days; the first quarter of the scheme begins on the 1st of May. */
export function quarterRange(quarter: Quarter): QuarterRange {
  const from = startOf(quarter)
  return { from: from < FIRST_DAY ? FIRST_DAY : from, to: addDays(startOf(nextQuarter(quarter)), -1) }
}

/** The quarter before; null before the first of the scheme. */
export function previousQuarter(quarter: Quarter): Quarter | null {
  return shift(quarter, -1)
}

export function nextQuarter(quarter: Quarter): Quarter {
  const { year, number } = partsOf(quarter)
  return number === 4 ? quarterAt(year + 1, 1) : quarterAt(year, number + 1)
}

/** The same quarter a year before; null before the first of the scheme. */
export function yearBefore(quarter: Quarter): Quarter | null {
  return shift(quarter, -4)
}

/** The quarter that ended last before a day: the one a report is due for. Null on days before the first has ended. */
export function lastEndedQuarter(date: LocalDate): Quarter | null {
  return previousQuarter(quarterOf(date))
}

export function isInQuarter(date: LocalDate | null, quarter: Quarter): boolean {
  if (date === null) return false
  const { from, to } = quarterRange(quarter)
  return from <= date && date <= to
}

/** 2026年第二季度; of the first one, that it is short. */
export function quarterLabel(quarter: Quarter): string {
  const { year, number } = partsOf(quarter)
  const key = quarter === FIRST_QUARTER ? 'casework.quarter.first' : 'casework.quarter.label'
  return text(key, { year, number: numerals.charAt(number - 1) })
}

const numerals = '一二三四'

function shift(quarter: Quarter, quarters: number): Quarter | null {
  const { year, number } = partsOf(quarter)
  const index = year * 4 + number - 1 + quarters
  const shifted = quarterAt(Math.floor(index / 4), (index % 4) + 1)
  return shifted < FIRST_QUARTER ? null : shifted
}

function startOf(quarter: Quarter): LocalDate {
  const { year, number } = partsOf(quarter)
  return `${year}-${String(3 * number - 2).padStart(2, '0')}-01`
}

function quarterAt(year: number, number: number): Quarter {
  return `${String(year).padStart(4, '0')}Q${number}`
}

/** @throws RangeError for what is no quarter: from outside comes only what `parseQuarter` let in */
function partsOf(quarter: Quarter): { year: number; number: number } {
  const [, year, number] = /^(\d{4})Q([1-4])$/.exec(quarter) ?? []
  if (year === undefined || number === undefined) throw new RangeError(`No quarter: ${quarter}`)
  return { year: Number(year), number: Number(number) }
}
