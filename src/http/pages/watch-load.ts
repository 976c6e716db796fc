import { text } from '../../catalogue/index.js'
import type { Board } from '../../runtime/index.js'
import { paths } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'

/** Open cases by department or place, each leading to them in the ledger. */
export function loadTable(by: 'department' | 'place', lines: Board['byDepartment']): LedgerModel {
  const columns = [
    { label: text(`watch.load.${by}`) },
    { label: text('watch.load.open'), numeric: true },
    { label: text('watch.load.yellow'), numeric: true },
    { label: text('watch.load.red'), numeric: true },
  ]
  const rows = lines.map(({ id, name, open, yellow, red }) => [
    {
      text: name ?? text('case.department.unknown'),
      href: id === null ? `${paths.cases}?status=open` : `${paths.cases}?status=open&${by}=${id}`,
    },
    String(open),
    String(yellow),
    String(red),
  ])
  return ledger(null, columns, rows)
}
