import type { Actor } from '../casework/actor.js'
import { NotFoundProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { CaseCursor, LedgerExportLine, StoredLedgerExport } from '../store/index.js'
import { noteAccess } from './accesses.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import type { ProgressMade } from './progress.js'
import { ledger, ledgerCount, type LedgerLine } from './queries/ledger.js'
import type { LedgerChoice } from './queries/ledger-choice.js'

export type LedgerExportKind = StoredLedgerExport['kind']

/** How an export stands; one that nobody writes any more was broken off by a stop of the house. */
export type ExportStanding = StoredLedgerExport['state'] | 'brokenOff'

/** What is taken out: which cases, and the address that asked for them. */
export interface LedgerExport {
  readonly kind: LedgerExportKind
  readonly choice: LedgerChoice
  readonly query: string
}

/** Lines that are read at once. */
const piece = 400

/**
 * Notes that somebody takes this out, before its first line leaves: who, when, which question, how many lines.
 * @param atOnce lines that are sent at once; more are written to a file first
 * @returns whether it is so much that it is written to a file first
 */
export async function beginLedgerExport(
  parts: Parts,
  actor: Actor,
  { kind, choice, query }: LedgerExport,
  atOnce: number,
): Promise<{ readonly id: number; readonly total: number; readonly large: boolean }> {
  const total = await ledgerCount(parts, actor, choice)
  const large = total > atOnce
  await noteAccess(parts, { by: actor, kind: 'export.ledger', data: { kind, total, query } })
  const id = await command(parts, (unit, at) =>
    unit.ledgerExports.begin({
      ...{ accountId: actor.accountId, at, kind, query, total },
      ...(large ? { state: 'writing' } : { state: 'sent', finishedAt: at }),
    }),
  )
  return { id, total, large }
}

/** These cases one by one, as the page shows them, however many; read as they are asked for. */
export async function* ledgerLines(
  parts: Pick<Parts, 'store' | 'calendars' | 'clock'>,
  actor: Actor,
  choice: LedgerChoice,
): AsyncGenerator<{ readonly position: number; readonly row: LedgerLine }> {
  let position = 0
  let after: CaseCursor | null = null
  do {
    const page: Awaited<ReturnType<typeof ledger>> = await ledger(parts, actor, {
      ...choice,
      after,
      limit: piece,
    })
    for (const row of page.rows) yield { position: ++position, row }
    after = page.next
  } while (after !== null)
}

/** Says that an export has come to its end, or could not. */
export function settleLedgerExport(parts: Parts, id: number, state: 'written' | 'failed'): Promise<void> {
  return command(parts, (unit, now) => unit.ledgerExports.settle([id], { state, finishedAt: now }))
}

/** What is told of an export that is being written. */
export const exportProgress = (id: number): string => `ledger-export ${id}`

/** An export as its page shows it. */
export interface ShownExport extends LedgerExportLine {
  readonly standing: ExportStanding
  readonly progress: ProgressMade | null
  /** of this reader's own doing: only they can fetch it */
  readonly own: boolean
}

/** The latest exports: one's own; everybody's for who answers for the house. */
export async function ledgerExports(parts: Parts, actor: Actor): Promise<ShownExport[]> {
  const answers = actor.role === 'supervisor' || actor.role === 'admin'
  const rows = await parts.store.read.ledgerExports.latest(answers ? null : actor.accountId, 50)
  return rows.map(row => ({
    ...row,
    ...standingOf(parts, row),
    own: row.accountId === actor.accountId,
  }))
}

/** @throws NotFoundProblem for one that is not this person's own */
export async function ledgerExport(
  parts: Parts,
  actor: Actor,
  id: number,
): Promise<StoredLedgerExport & Pick<ShownExport, 'standing' | 'progress'>> {
  const row = await parts.store.read.ledgerExports.byId(id)
  if (row?.accountId !== actor.accountId) throw new NotFoundProblem(text('runtime.ledgerExport'))
  return { ...row, ...standingOf(parts, row) }
}

function standingOf(
  { progress }: Pick<Parts, 'progress'>,
  { id, state }: Pick<StoredLedgerExport, 'id' | 'state'>,
): Pick<ShownExport, 'standing' | 'progress'> {
  const made = progress.of(exportProgress(id))
  return { standing: state === 'writing' && made === null ? 'brokenOff' : state, progress: made }
}
