import type { Paragraph, Table } from 'docx'
import { LEDGER_COLUMNS, ledgerColumnLabel, type LedgerColumnKey } from '../../casework/report/ledger-line.js'
import type { ReportPaper } from '../../casework/report/paper.js'
import { text } from '../../catalogue/index.js'
import { printedCells } from '../ledger-files.js'
import { table, widths } from './table.js'
import { note } from './words.js'

/** What of the 22 columns can be read on a sheet of paper, with their shares of its width. */
const onPaper: readonly (readonly [LedgerColumnKey, number])[] = [
  ['number', 2.6],
  ['registeredAt', 2.6],
  ['place', 3],
  ['reporter', 1.8],
  ['item', 3.4],
  ['department', 3],
  ['cause', 3],
  ['verdict', 2],
  ['dueOn', 2.4],
  ['onTime', 1.5],
  ['outcome', 1.8],
  ['satisfaction', 1.8],
  ['remark', 2.6],
]

/** Beyond this nobody reads a ledger on paper, and the file would grow without end. */
const most = 200

/** The masked ledger as far as it is printed; whole it goes with the report as a workbook. */
export async function ledgerAnnex({ ledger, ledgerCount }: ReportPaper): Promise<(Paragraph | Table)[]> {
  if (ledgerCount === 0) return [note(text('reportFile.ledger.none'))]
  const places = onPaper.map(([key]) => 1 + LEDGER_COLUMNS.findIndex(column => column.key === key))
  const rows: string[][] = []
  for await (const line of ledger()) {
    if (rows.length === most) break
    const cells = printedCells(line)
    rows.push([String(line.position), ...places.map(place => cells[place] ?? '')])
  }
  const key = rows.length < ledgerCount ? 'reportFile.ledger.part' : 'reportFile.ledger.all'
  return [
    note(text(key, { count: ledgerCount, shown: rows.length })),
    table(
      {
        head: [ledgerColumnLabel('position'), ...onPaper.map(([column]) => ledgerColumnLabel(column))],
        rows,
        shares: [1, ...onPaper.map(([, share]) => share)],
      },
      { width: widths.lying, size: '六号' },
    ),
  ]
}
