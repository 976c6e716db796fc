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
