import type { Readable } from 'node:stream'
import { LEDGER_COLUMNS, ledgerColumnLabel } from '../casework/report/ledger-line.js'
import type { ExportedBy, NumberedLine, ReportPaper } from '../casework/report/paper.js'
import { text } from '../catalogue/index.js'
import { linesCsv, type LinesPaper, linesWorkbook, type LineValue, printedCell } from './lines-files.js'
import type { SheetColumn } from './spreadsheet-xml.js'

/** The 22 columns of the office in their order. */
const columns: readonly SheetColumn[] = [
  { label: ledgerColumnLabel('position'), kind: 'number', width: 7 },
  ...LEDGER_COLUMNS.map(({ key, kind, width }): SheetColumn => ({
    label: ledgerColumnLabel(key),
    kind,
    width,
  })),
]

/** The annexed ledger as a workbook: the 22 columns of the office in their order, dates as dates. */
export function ledgerWorkbook(paper: ReportPaper, by: ExportedBy): Readable {
  return linesWorkbook(linesOf(paper, by))
}

/** The same as plain text; who took it out stands in its last line. */
export function ledgerCsv(paper: ReportPaper, by: ExportedBy): Readable {
  return linesCsv(linesOf(paper, by))
}

/** 2026年第二季度台账，覃某于2026年7月1日导出，姓名、电话已隐去部分内容 */
export function exportedWords({ label, draft }: ReportPaper, { name, when }: ExportedBy): string {
  return text(draft ? 'reportFile.exported.draft' : 'reportFile.exported', { label, name, when })
}

function linesOf(paper: ReportPaper, by: ExportedBy): LinesPaper {
  return {
    name: text('reportFile.ledger'),
    columns,
    lines: valuesOf(paper),
    footer: exportedWords(paper, by),
    creator: by.name,
  }
}

async function* valuesOf({ ledger }: ReportPaper): AsyncGenerator<readonly LineValue[]> {
  for await (const line of ledger()) yield values(line)
}

function values({ position, line }: NumberedLine): readonly LineValue[] {
  return [position, ...LEDGER_COLUMNS.map(({ key }) => line[key])]
}

/** A line as it is printed: dates in words. */
export function printedCells(line: NumberedLine): readonly string[] {
  return values(line).map((value, index) => printedCell(value, columns[index]?.kind ?? 'text'))
}
