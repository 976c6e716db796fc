import type { LedgerEvent } from '../../calendar/index.js'
import { maskText } from '../../casework/masking.js'
import type { Instant } from '../../clock.js'
import type { Store } from '../../store/index.js'

/** One entry of a deadline's ledger as people read it; what somebody typed is masked. */
export interface DeadlineEntry {
  readonly at: Instant
  readonly kind: LedgerEvent['kind']
  /** null for the arming */
  readonly fromDueAt: Instant | null
  readonly toDueAt: Instant
  readonly reason: string | null
  readonly data: Readonly<Record<string, unknown>>
  /** who did it; null when the clock or the calendar did */
  readonly byName: string | null
  readonly calendarVersion: number
}

/** The ledgers of these deadlines, by deadline, each from its arming on. */
export async function deadlineLedgers(
  { read }: Pick<Store, 'read'>,
  deadlineIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DeadlineEntry[]>> {
  const entries = await read.deadlines.ledger(deadlineIds)
  const accounts = await read.accounts.byIds([...new Set(entries.flatMap(({ by }) => by ?? []))])
  const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]))
  const ledgers = new Map<number, DeadlineEntry[]>(deadlineIds.map(id => [id, []]))
  for (const { deadlineId, by, reason, data, ...entry } of entries) {
    ledgers.get(deadlineId)?.push({
      at: entry.at,
      kind: entry.kind,
      fromDueAt: entry.fromDueAt,
      toDueAt: entry.toDueAt,
      reason: reason === null ? null : maskText(reason),
      data: maskedWords(data ?? {}),
      byName: by === null ? null : (names.get(by) ?? ''),
      calendarVersion: entry.calendarVersion,
    })
  }
  return ledgers
}

/** Days, grounds and channels are the machine's words; only what somebody typed can hide a number. */
function maskedWords(data: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => [
      name,
      typed.has(name) && typeof value === 'string' ? maskText(value) : value,
    ]),
  )
}

const typed = new Set(['document', 'told'])
