import { localDateOf, localTimeOf } from '../../calendar/index.js'
import { LEDGER_COLUMNS } from '../../casework/report/ledger-line.js'
import { text } from '../../catalogue/index.js'
import type { LedgerLine } from '../../runtime/index.js'
import type { LedgerPageColumn } from '../forms/ledger-columns.js'
import { paths, pathTo } from '../paths.js'
import { dueOf, short, stateOf } from './case-ledger-cells.js'
import type { LedgerValue } from './ledger.js'

/** What a case says under a column of the ledger's page. @param position its 序号 among what was asked for */
export function ledgerCell(row: LedgerLine, column: LedgerPageColumn, position: number): LedgerValue {
  switch (column) {
    case 'position':
      return String(position)
    case 'number':
      return { text: row.number, href: pathTo(paths.case, { number: row.number }) }
    case 'state':
      return { state: stateOf(row) }
    case 'dueOn':
      return dueOf(row)
    default:
      return written(row, column)
  }
}

function written({ line, registeredOn }: LedgerLine, column: keyof LedgerLine['line']): string {
  const value = line[column]
  if (value === null) return text('shell.none')
  switch (LEDGER_COLUMNS.find(({ key }) => key === column)?.kind) {
    case 'instant':
      return `${short(localDateOf(value), registeredOn)} ${localTimeOf(value)}`
    case 'day':
      return short(value, registeredOn)
    default:
      return value
  }
}
