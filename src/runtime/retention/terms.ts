import { DateTime } from 'luxon'
import { officeZone } from '../../calendar/index.js'
import { RETENTION, type RetentionKind, type RetentionRule } from '../../casework/retention.js'
import type { Instant } from '../../clock.js'
import type { Readers } from '../../store/index.js'

/** How long a kind is kept here. */
export interface Term {
  readonly kind: RetentionKind
  readonly value: number
  /** the office has said so itself, or the house fixes it: nobody is to be asked */
  readonly confirmed: boolean
}

/** What the office has set for a kind, or what is usual. */
export async function termOf(
  { settings }: { readonly settings: Pick<Readers['settings'], 'get'> },
  kind: RetentionKind,
): Promise<Term> {
  const { key, usual }: RetentionRule = RETENTION[kind]
  const set = key === undefined ? null : await settings.get(key)
  return { kind, value: set === null ? usual : Number(set), confirmed: key === undefined || set !== null }
}

/** What began before this has been kept long enough: so many years, months or days ago in the office. */
export function keptSince({ kind, value }: Pick<Term, 'kind' | 'value'>, now: Instant): Instant {
  const ago = DateTime.fromISO(now, { zone: officeZone }).minus({ [RETENTION[kind].unit]: value })
  return ago.toUTC().toISO() ?? now
}
