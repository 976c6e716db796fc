import { localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { retentionKinds, type RetentionKind } from '../../casework/retention.js'
import type { Instant } from '../../clock.js'
import type { StoredLedgerExport } from '../../store/index.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { requireRight } from '../rights.js'
import { erasers } from './kinds.js'
import { isDoubtful, nightOf } from './night.js'
import { keptSince, termOf } from './terms.js'
import { noteTraces, tidyTraces } from './traces.js'

/** Where large exports wait to be fetched; their bytes are not the store’s. */
export interface ExportFolder {
  remove(one: Pick<StoredLedgerExport, 'id' | 'kind'>): Promise<void>
}

/** What one batch erased. */
export interface Erased {
  readonly kind: RetentionKind
  readonly count: number
}

/** So many at once: a transaction is short, and people’s commands get their turn in between. A case is many rows. */
const atOnce = { cases: 20, others: 200 }

const doneOn = 'retention done on'

/**
 * Erases the next batch of what has been kept long enough, kind by kind, in one transaction; null when nothing is left.
 * A stop between two batches loses nothing: what is erased says so itself, and the next call goes on from there.
 */
export async function retainSome(
  parts: Parts,
  { by, exports }: { readonly by: Actor | null; readonly exports: ExportFolder },
): Promise<Erased | null> {
  for (const kind of retentionKinds) {
    const now = parts.clock.now()
    const before = keptSince(await termOf(parts.store.read, kind), now)
    if (!(await parts.store.read.retention.isAnyDue(kind, before))) continue
    if (kind === 'exports') await removeExports(parts, exports, before)
    const count = await eraseBatch(parts, kind, { before, by })
    if (count > 0) return { kind, count }
  }
  return null
}

function eraseBatch(
  parts: Parts,
  kind: RetentionKind,
  { before, by }: { readonly before: Instant; readonly by: Actor | null },
): Promise<number> {
  return command(parts, async (unit, now) => {
    const limit = kind === 'cases' ? atOnce.cases : atOnce.others
    const count = await erasers[kind](unit, { before, now, by, limit })
    if (count === 0) return 0
    await noteTraces(unit)
    await unit.history.append([
      {
        ...{ caseId: null, instanceId: null, at: now, activityId: null, activityName: null },
        ...{ actorId: by?.accountId ?? null, actorName: by?.name ?? null },
        ...{ kind: 'retention.erased', data: { kind, count, before } },
      },
    ])
    return count
  })
}

/** The file first: a stop in between leaves a row that says it is there, and the next time finds it gone. */
async function removeExports({ store }: Parts, exports: ExportFolder, before: Instant): Promise<void> {
  for (const one of await store.read.ledgerExports.writtenBefore(before)) await exports.remove(one)
}

/**
 * Erases all that has been kept long enough.
 * @param tell hears of each batch
 * @throws NotAllowedProblem
 */
export async function retain(
  parts: Parts,
  given: { readonly by: Actor | null; readonly exports: ExportFolder },
  tell: (erased: Erased) => void = () => undefined,
): Promise<void> {
  requireRight(given.by, 'retention.see')
  for (let some = await retainSome(parts, given); some !== null; some = await retainSome(parts, given))
    tell(some)
  await tidyTraces(parts)
}

/**
 * One batch of the night’s work, when it is night and not all is done; says whether to come back at once. The day on
 * which it was done is kept in the database: a stop, or a machine that sleeps at night, only puts it off. After a pause of
 * more than a month the first night erases nothing and says so in the trail: the clock may be wrong, and the next is soon.
 */
export async function retainTonight(parts: Parts, exports: ExportFolder): Promise<boolean> {
  const now = parts.clock.now()
  const last = await parts.store.read.settings.get(doneOn)
  if (nightOf(last, now).at > now) return false
  const finish = { key: doneOn, value: localDateOf(now) }
  if (isDoubtful(last, now)) {
    await command(parts, async unit => {
      await unit.settings.put([finish])
      await unit.history.append([
        {
          ...{ caseId: null, instanceId: null, at: now, activityId: null, activityName: null },
          ...{ actorId: null, actorName: null, kind: 'retention.putOff', data: { from: last } },
        },
      ])
    })
    return false
  }
  if ((await retainSome(parts, { by: null, exports })) !== null) return true
  await tidyTraces(parts)
  await command(parts, unit => unit.settings.put([finish]))
  return false
}

/** When the next night’s work is, as far as is known now; in the past while it waits or is under way. */
export async function nextRetention({ store, clock }: Pick<Parts, 'store' | 'clock'>): Promise<Instant> {
  return nightOf(await store.read.settings.get(doneOn), clock.now()).at
}
