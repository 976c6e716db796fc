import { z } from 'zod'
import { localDateOf, type LocalDate } from '../../calendar/index.js'
import { maskText } from '../../casework/masking.js'
import { retentionKinds, type KeptReason, type RetentionKind } from '../../casework/retention.js'
import type { Instant } from '../../clock.js'
import type { DueCase, Pile } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { nextRetention } from '../retention/retain.js'
import { keptSince, termOf, type Term } from '../retention/terms.js'

/** A kind with how long it is kept, and what of it has been kept long enough now. */
export interface DryRunKind extends Term {
  readonly due: Pile
}

/** What the next run would erase, and what it would leave. */
export interface DryRun {
  readonly at: Instant
  readonly kinds: readonly DryRunKind[]
  /** the first of the cases, the oldest first; how many there are stands with their kind */
  readonly cases: readonly DueCase[]
  /** cases whose time is over and that are left alone nevertheless */
  readonly kept: readonly (DueCase & { readonly why: KeptReason })[]
}

/** 保存期限, with what is held back and what was erased when. */
export interface RetentionPage extends DryRun {
  /** in the past while the night’s work waits or is under way */
  readonly nextAt: Instant
  readonly holds: readonly {
    readonly number: string
    readonly at: Instant
    readonly byName: string
    readonly reason: string
  }[]
  /** one line a day, kind and person; the newest first */
  readonly done: readonly {
    readonly on: LocalDate
    readonly kind: RetentionKind
    readonly count: number
    /** null for the house’s own clock */
    readonly byName: string | null
  }[]
}

const mostShown = 50
const mostBatches = 500

/** What would be erased now; erases nothing. */
export async function retentionDryRun({
  store: { read },
  clock,
}: Pick<Parts, 'store' | 'clock'>): Promise<DryRun> {
  const at = clock.now()
  const kinds: DryRunKind[] = []
  for (const kind of retentionKinds) {
    const term = await termOf(read, kind)
    const before = keptSince(term, at)
    const due =
      kind === 'cases' ? await read.retention.duePile(before) : await read.retention.pile(kind, before)
    kinds.push({ ...term, due })
  }
  const before = keptSince(await termOf(read, 'cases'), at)
  return {
    at,
    kinds,
    cases: await read.retention.dueCases(before, mostShown),
    kept: await read.retention.keptCases(before, mostShown),
  }
}

/** @throws NotAllowedProblem */
export async function retentionPage(parts: Parts): Promise<RetentionPage> {
  const { read } = parts.store
  const holds = await read.retention.holds(mostShown)
  const names = new Map(
    (await read.accounts.byIds([...new Set(holds.map(({ by }) => by))])).map(one => [
      one.id,
      one.displayName,
    ]),
  )
  const numbers = new Map(
    (await read.cases.byIds(holds.map(({ caseId }) => caseId))).map(row => [row.id, row.number]),
  )
  return {
    ...(await retentionDryRun(parts)),
    nextAt: await nextRetention(parts),
    holds: holds.map(({ caseId, at, by, reason }) => ({
      ...{ at, reason: maskText(reason), number: numbers.get(caseId) ?? '', byName: names.get(by) ?? '' },
    })),
    done: await doneOf(parts),
  }
}

const isKind = (word: string): word is RetentionKind => retentionKinds.some(kind => kind === word)
const noted = z.object({ kind: z.string().refine(isKind), count: z.number() })

async function doneOf({ store }: Parts): Promise<RetentionPage['done']> {
  const lines = new Map<string, RetentionPage['done'][number]>()
  for (const { kind: what, at, actorName, data } of await store.read.history.ofRetention(mostBatches)) {
    if (what !== 'retention.erased') continue
    const { kind, count } = noted.parse(data)
    const on = localDateOf(at)
    const key = [on, kind, actorName].join()
    lines.set(key, { on, kind, byName: actorName, count: count + (lines.get(key)?.count ?? 0) })
  }
  return [...lines.values()].slice(0, mostShown)
}
