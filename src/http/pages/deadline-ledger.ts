import { formatDate, formatInstant, groundLabel, pauseGrounds } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { DeadlineEntry } from '../../runtime/index.js'

/** One line of a deadline's ledger: what happened, from which day to which, why, and by whom. */
export interface DeadlineLedgerRow {
  readonly at: Instant
  readonly when: string
  readonly what: string
  readonly moved: string
  readonly why: string | null
  readonly who: string
  readonly version: string | null
}

/** For whom the ledger is shown: to staff with the name of who did it, to the citizen as the office's. */
export type LedgerReader = 'staff' | 'citizen'

/** The ledger of a deadline as a table, from its arming on. */
export function deadlineLedger(
  entries: readonly DeadlineEntry[],
  reader: LedgerReader,
): readonly DeadlineLedgerRow[] {
  return entries.map(entry => ({
    at: entry.at,
    when: formatInstant(entry.at),
    what: text(`deadline.ledger.${entry.kind}`),
    moved: movedOf(entry),
    why: whyOf(entry),
    who: whoOf(entry, reader),
    version:
      entry.calendarVersion === 0
        ? null
        : text('deadline.ledger.version', { version: entry.calendarVersion }),
  }))
}

function movedOf({ fromDueAt, toDueAt }: DeadlineEntry): string {
  const to = formatInstant(toDueAt)
  if (fromDueAt === null) return text('deadline.ledger.to', { to })
  if (fromDueAt === toDueAt) return text('deadline.ledger.same', { to })
  return text('deadline.ledger.fromTo', { from: formatInstant(fromDueAt), to })
}

function whyOf({ kind, reason, data }: DeadlineEntry): string | null {
  const said = (name: string) => (typeof data[name] === 'string' && data[name] !== '' ? data[name] : null)
  const day = (name: string) => {
    const value = said(name)
    return value === null ? null : formatDate(value)
  }
  const ground = pauseGrounds.find(known => known === data.ground)
  const parts =
    kind === 'paused'
      ? [
          text('deadline.ledger.why.paused', {
            ground: groundLabel(ground),
            from: day('from') ?? '',
            until: day('until') ?? '',
          }),
        ]
      : kind === 'resumed' || kind === 'prolonged'
        ? [text(`deadline.ledger.why.${kind}`, { until: day('until') ?? '' })]
        : []
  const document = said('document')
  if (document !== null) parts.push(text('deadline.ledger.why.document', { document }))
  if (reason !== null) parts.push(text('deadline.ledger.why.reason', { reason }))
  const told = said('told')
  if (told !== null) parts.push(text('deadline.ledger.why.told', { told, channel: said('channel') ?? '' }))
  return parts.length === 0 ? null : parts.join('')
}

function whoOf({ byName }: DeadlineEntry, reader: LedgerReader): string {
  if (byName === null) return text('deadline.ledger.system')
  return reader === 'citizen' ? text('deadline.ledger.office') : byName
}
