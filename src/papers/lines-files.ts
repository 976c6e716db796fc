import type { Readable } from 'node:stream'
import { formatDate, type LocalDate, localDateOf, localTimeOf } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import { csv } from './csv.js'
import type { CellValue, SheetColumn } from './spreadsheet-xml.js'
import { workbook } from './workbook.js'

/** A value of a line: words, a number, an instant in UTC or a day, as its column has it; null is left empty. */
export type LineValue = string | number | null

/** Lines that go out of the house, with who took them out. */
export interface LinesPaper {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** read as they are written */
  readonly lines: AsyncIterable<readonly LineValue[]>
  /** who took it out and when: at the foot of each printed page, and in the last line */
  readonly footer: string
  readonly creator: string
}

/** The lines as a workbook, dates as dates. The words of who took them out stand beneath as well when `signed`. */
export function linesWorkbook(
  { name, columns, lines, footer, creator }: LinesPaper,
  signed = false,
): Readable {
  return workbook({
    name,
    columns,
    footer,
    creator,
    rows: typedLines(columns, lines, signed ? footer : null),
  })
}

/** The lines as plain text; who took them out stands in the last. */
export function linesCsv({ columns, lines, footer }: LinesPaper): Readable {
  return csv(printedLines(columns, lines, footer))
}

async function* typedLines(
  columns: readonly SheetColumn[],
  lines: LinesPaper['lines'],
  last: string | null,
): AsyncGenerator<readonly CellValue[]> {
  for await (const line of lines) yield columns.map(({ kind }, index) => typedCell(line[index] ?? null, kind))
  if (last !== null) yield [last]
}

async function* printedLines(
  columns: readonly SheetColumn[],
  lines: LinesPaper['lines'],
  last: string,
): AsyncGenerator<readonly string[]> {
  yield columns.map(({ label }) => label)
  for await (const line of lines)
    yield columns.map(({ kind }, index) => printedCell(line[index] ?? null, kind))
  yield [last]
}

/** A value as a spreadsheet keeps it. */
function typedCell(value: LineValue, kind: SheetColumn['kind']): CellValue {
  if (typeof value !== 'string') return value
  if (kind === 'day') return daySerial(value)
  return kind === 'instant' ? instantSerial(value) : value
}

/** A value as it is printed: dates in words. */
export function printedCell(value: LineValue, kind: SheetColumn['kind']): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  if (kind === 'day') return shortDay(value)
  return kind === 'instant' ? `${shortDay(localDateOf(value))} ${localTimeOf(value)}` : value
}

function shortDay(day: LocalDate): string {
  return formatDate(day).replace(/（.*$/, '')
}

/** Days since the end of 1899, as spreadsheets count them. */
function daySerial(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
}

/** The office's clock is whole hours ahead of UTC, so the instants of an hour differ by their minutes alone. */
function instantSerial(instant: Instant): number {
  const hour = instant.slice(0, 'YYYY-MM-DDTHH'.length)
  let begins = hours.get(hour)
  if (begins === undefined) {
    const at = `${hour}:00:00.000Z`
    begins = daySerial(localDateOf(at)) + Number(localTimeOf(at).slice(0, 2)) / 24
    if (hours.size > 10_000) hours.clear()
    hours.set(hour, begins)
  }
  return begins + Number(instant.slice(14, 16)) / 1440
}

const hours = new Map<string, number>()
