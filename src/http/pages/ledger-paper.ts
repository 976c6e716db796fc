import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { LEDGER_COLUMNS } from '../../casework/report/ledger-line.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { LinesPaper, LineValue, SheetColumn } from '../../papers/index.js'
import type { LedgerLine } from '../../runtime/index.js'
import { columnLabel, firstColumns, type LedgerPageColumn } from '../forms/ledger-columns.js'
import type { LedgerQuery } from '../forms/ledger-query.js'
import { stateOf } from './case-ledger-cells.js'

/** What a page of the ledger shows as a file has it: the same columns in the same order, masked in the same way. */
export function ledgerPaper(
  { columns: asked }: LedgerQuery,
  {
    actor,
    now,
    lines,
  }: {
    readonly actor: Actor
    readonly now: Instant
    readonly lines: AsyncIterable<{ readonly position: number; readonly row: LedgerLine }>
  },
): LinesPaper {
  const columns = asked ?? firstColumns
  const when = formatInstant(now)
  return {
    name: text('cases.title'),
    columns: columns.map(columnOf),
    lines: valuesOf(columns, lines),
    footer: text('cases.export.footer', { name: actor.name, when }),
    creator: actor.name,
  }
}

async function* valuesOf(
  columns: readonly LedgerPageColumn[],
  lines: AsyncIterable<{ readonly position: number; readonly row: LedgerLine }>,
): AsyncGenerator<readonly LineValue[]> {
  for await (const { position, row } of lines)
    yield columns.map(column => {
      if (column === 'position') return position
      return column === 'state' ? stateOf(row).label : row.line[column]
    })
}

function columnOf(column: LedgerPageColumn): SheetColumn {
  const label = columnLabel(column)
  const known = LEDGER_COLUMNS.find(({ key }) => key === column)
  if (known) return { label, kind: known.kind, width: known.width }
  return column === 'position' ? { label, kind: 'number', width: 7 } : { label, kind: 'text', width: 22 }
}
