import type { Readable } from 'node:stream'
import { formatDate, type LocalDate, localDateOf, localTimeOf } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import { LEDGER_COLUMNS, ledgerColumnLabel } from '../casework/report/ledger-line.js'
import type { ExportedBy, NumberedLine, ReportPaper } from '../casework/report/paper.js'
import { text } from '../catalogue/index.js'
import { csv } from './csv.js'
import type { CellValue, SheetColumn } from './spreadsheet-xml.js'
import { workbook } from './workbook.js'

/** The annexed ledger as a workbook: the 22 columns of the office in their order, dates as dates. */
export function ledgerWorkbook(paper: ReportPaper, by: ExportedBy): Readable {
  return workbook({
    name: text('reportFile.ledger'),
    columns: [
      { label: ledgerColumnLabel('position'), kind: 'number', width: 7 },
      ...LEDGER_COLUMNS.map(({ key, kind, width }): SheetColumn => ({
        label: ledgerColumnLabel(key),
        kind,
        width,
      })),
    ],
    rows: rowsOf(paper, typedCells),
    footer: exportedWords(paper, by),
    creator: by.name,
  })
}

/** The same as plain text; who took it out stands in its last line. */
export function ledgerCsv(paper: ReportPaper, by: ExportedBy): Readable {
  return csv(csvRows(paper, by))
}

/** 2026年第二季度台账，覃某于2026年7月1日导出，姓名、电话已隐去部分内容 */
export function exportedWords({ label, draft }: ReportPaper, { name, when }: ExportedBy): string {
  return text(draft ? 'reportFile.exported.draft' : 'reportFile.exported', { label, name, when })
}

async function* csvRows(paper: ReportPaper, by: ExportedBy): AsyncGenerator<readonly string[]> {
  yield [ledgerColumnLabel('position'), ...LEDGER_COLUMNS.map(({ key }) => ledgerColumnLabel(key))]
  yield* rowsOf(paper, printedCells)
  yield [exportedWords(paper, by)]
}

async function* rowsOf<Row>(
  { ledger }: ReportPaper,
  cells: (line: NumberedLine) => Row,
): AsyncGenerator<Row> {
  for await (const line of ledger()) yield cells(line)
}

function typedCells({ position, line }: NumberedLine): readonly CellValue[] {
  return [
    position,
    ...LEDGER_COLUMNS.map(({ key, kind }) => {
      const value = line[key]
      if (value === null) return null
      if (kind === 'day') return daySerial(value)
      return kind === 'instant' ? instantSerial(value) : value
    }),
  ]
}

/** A line as it is printed: dates in words. */
export function printedCells({ position, line }: NumberedLine): readonly string[] {
  return [String(position), ...LEDGER_COLUMNS.map(({ key, kind }) => printed(line[key], kind))]
}

function printed(value: string | null, kind: 'text' | 'day' | 'instant'): string {
  if (value === null) return ''
  if (kind === 'day') return printedDay(value)
  if (kind === 'text') return value
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
