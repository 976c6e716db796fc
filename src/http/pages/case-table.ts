import { causeLabel } from '../../casework/cause.js'
import { verdictLabel } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { LedgerLine } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { dueOf, short, stateOf } from './case-ledger-cells.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'

/** Lines of the ledger under its columns, for every page that lists cases. */
export function caseTable(rows: readonly LedgerLine[]): LedgerModel {
  return ledger(null, columns(), rows.map(cells))
}

function columns() {
  return [
    'number',
    'item',
    'state',
    'registered',
    'place',
    'reporter',
    'department',
    'cause',
    'verdict',
    'due',
  ].map(name => ({ label: text(`cases.column.${name}`) }))
}

function cells(row: LedgerLine): readonly LedgerValue[] {
  const { number, cause, verdict, departmentName } = row
  return [
    { text: number, href: pathTo(paths.case, { number }) },
    row.itemName,
    { state: stateOf(row) },
    short(row.registeredOn, row.registeredOn),
    [row.placeName, row.windowName].filter(Boolean).join(' · '),
    row.reporterName === '' ? text('case.anonymous') : row.reporterName,
    departmentName ?? text('case.department.unknown'),
    cause === null ? text('shell.none') : causeLabel(cause),
    verdict === null ? text('shell.none') : verdictLabel(verdict),
    dueOf(row),
  ]
}
