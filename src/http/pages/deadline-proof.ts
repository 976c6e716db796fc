import { formatDate, formatInstant, localDateOf } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { DeadlineProof } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { changesOf, kindOf, ruleOf, versionOf } from './deadline-card.js'
import { dayRows, sameReason, type DayRow } from './deadline-days.js'
import { deadlineLedger, type DeadlineLedgerRow, type LedgerReader } from './deadline-ledger.js'
import type { LinkModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'deadlines/proof': DeadlineProofModel
  }
}

/** 期限计算说明, on one side of A4: all that a third person needs to come to the same day. */
export interface DeadlineProofModel {
  readonly back: LinkModel
  readonly officeName: string
  readonly number: string
  readonly printedOn: string
  readonly item: string
  readonly limit: string
  readonly kind: string
  readonly rule: string
  readonly start: string
  readonly due: string
  /** the day first promised, where another was given in its place */
  readonly promised: string | null
  readonly provisional: string | null
  readonly changes: readonly string[]
  /** in two columns, read down the first and then the second */
  readonly columns: readonly (readonly DayRow[])[]
  readonly ledger: readonly DeadlineLedgerRow[]
  readonly version: string | null
}

export function proofPage(
  { number, itemName, now, deadline }: DeadlineProof,
  { officeName, reader }: { readonly officeName: string; readonly reader: LedgerReader },
): DeadlineProofModel {
  const { explanation, name, kind, paragraph, standing, closedAt, calendarVersion, ledger } = deadline
  const { anchorAt, startOn, closesAt, promisedAt, extendedTo, provisionalYears } = explanation
  const rows = dayRows(explanation, sameReason)
  const half = Math.ceil(rows.length / 2)
  const back = reader === 'staff' ? paths.case : paths.trackCase
  return {
    back: { href: pathTo(back, { number }), label: text(`proof.back.${reader}`) },
    officeName,
    number,
    printedOn: formatDate(localDateOf(now)),
    item: itemName,
    limit: name,
    kind: kindOf({ kind, paragraph }),
    rule: ruleOf(explanation),
    start: anchorAt === null ? formatDate(startOn) : formatInstant(anchorAt),
    due: formatInstant(closesAt),
    promised: extendedTo === null ? null : formatInstant(promisedAt),
    provisional:
      provisionalYears.length === 0
        ? null
        : text('shell.deadline.provisional', { years: provisionalYears.join('、') }),
    changes: changesOf({ explanation, standing, closedAt, today: localDateOf(now) }),
    columns: rows.length > 12 ? [rows.slice(0, half), rows.slice(half)] : [rows],
    ledger: deadlineLedger(ledger, reader),
    version: versionOf({ calendarVersion }),
  }
}
