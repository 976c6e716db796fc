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
  if (kind === 'day') return printedDay(value)
  if (kind !== 'instant') return value
  const { day, hour } = hourOf(value)
  return `${printedDay(day)} ${hour}:${minutesOf(value)}`
}

/** 2026年4月15日 */
const printedDay = remembered((day: LocalDate) => formatDate(day).replace(/（.*$/, ''))

/** Days since the end of 1899, as spreadsheets count them. */
const daySerial = remembered((day: LocalDate) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569)

function instantSerial(instant: Instant): number {
  const { day, hour } = hourOf(instant)
  return daySerial(day) + (Number(hour) * 60 + Number(minutesOf(instant))) / 1440
}

/** The office's clock is whole hours ahead of UTC: the instants of an hour differ by their minutes alone. */
function hourOf(instant: Instant): { readonly day: LocalDate; readonly hour: string } {
  return officeHour(instant.slice(0, 'YYYY-MM-DDTHH'.length))
}

const officeHour = remembered((hour: string) => {
  const at = `${hour}:00:00.000Z`
  return { day: localDateOf(at), hour: localTimeOf(at).slice(0, 2) }
})

function minutesOf(instant: Instant): string {
  return instant.slice('YYYY-MM-DDTHH:'.length, 'YYYY-MM-DDTHH:MM'.length)
}

/** A long ledger names few days and hours, each many times. Kept are so many answers at most. */
function remembered<Answer>(answerOf: (asked: string) => Answer, most = 5000): (asked: string) => Answer {
  const known = new Map<string, Answer>()
  return asked => {
    const answer = known.get(asked) ?? answerOf(asked)
    if (known.size >= most) known.clear()
    known.set(asked, answer)
    return answer
  }
}
