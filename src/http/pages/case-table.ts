import { causeLabel } from '../../casework/cause.js'
import { verdictLabel } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { LedgerLine } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { dueOf, short, stateOf } from './case-ledger-cells.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'

/** Cases under the columns of a short list, or under some of them where there is less room. */
export function caseTable(rows: readonly LedgerLine[], only: readonly Column[] = allColumns): LedgerModel {
  return ledger(
    null,
    only.map(name => ({ label: text(`cases.column.${name}`) })),
    rows.map(row => only.map(name => cells[name](row))),
  )
}

const cells = {
  number: ({ number }) => ({ text: number, href: pathTo(paths.case, { number }) }),
  item: ({ itemName }) => itemName,
  state: row => ({ state: stateOf(row) }),
  registered: ({ registeredOn }) => short(registeredOn, registeredOn),
  place: ({ placeName, windowName }) => [placeName, windowName].filter(Boolean).join(' · '),
  reporter: ({ reporterName }) => (reporterName === '' ? text('case.anonymous') : reporterName),
  department: ({ departmentName }) => departmentName ?? text('case.department.unknown'),
  cause: ({ cause }) => (cause === null ? text('shell.none') : causeLabel(cause)),
  verdict: ({ verdict }) => (verdict === null ? text('shell.none') : verdictLabel(verdict)),
  due: dueOf,
} satisfies Readonly<Record<string, (row: LedgerLine) => LedgerValue>>

type Column = keyof typeof cells
const allColumns = Object.keys(cells) as Column[]
