import type { Instant } from '../clock.js'
import type { NewHistoryEntry, StoredCase } from '../store/index.js'

/** An entry on a case’s timeline that no step of its process made. */
export function caseEntry(
  row: Pick<StoredCase, 'id'>,
  mover: { readonly at: Instant; readonly by: number | null; readonly byName: string | null },
  kind: string,
  data: Readonly<Record<string, unknown>>,
): NewHistoryEntry {
  return {
    caseId: row.id,
    instanceId: null,
    at: mover.at,
    actorId: mover.by,
    actorName: mover.byName,
    kind,
    activityId: null,
    activityName: null,
    data,
  }
}
