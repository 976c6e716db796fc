import type { Actor } from '../../casework/actor.js'
import { hasRight, reachOfRight } from '../../casework/rights.js'
import { localDateOf, type LocalDate } from '../../calendar/index.js'
import type {
  Page,
  PrivacyRequestCursor,
  PrivacyRequestLine,
  PrivacyRequestScope,
} from '../../store/index.js'
import type { Parts } from '../parts.js'
import { requireRight } from '../rights.js'

/** 个人信息申请: what waits, what is due first comes first, and what was answered. */
export interface PrivacyRequestList {
  readonly today: LocalDate
  readonly open: Page<PrivacyRequestLine, PrivacyRequestCursor>
  readonly decided: Page<PrivacyRequestLine, number>
}

const pageSize = 30

/** @throws NotAllowedProblem */
export async function privacyRequests(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  after: { readonly open: PrivacyRequestCursor | null; readonly decided: number | null },
): Promise<PrivacyRequestList> {
  requireRight(actor, 'privacy.record')
  const scope = scopeOf(actor)
  return {
    today: localDateOf(clock.now()),
    open: await store.views.openPrivacyRequests(scope, { after: after.open, limit: pageSize }),
    decided: await store.views.decidedPrivacyRequests(scope, { after: after.decided, limit: pageSize }),
  }
}

/** How many wait, for the head of 我的待办; null for who has nothing to do with them, and when none does. */
export async function privacyRequestsWaiting(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
): Promise<{ readonly count: number; readonly firstDueOn: LocalDate; readonly overdue: boolean } | null> {
  if (!hasRight(actor, 'privacy.decide')) return null
  const { count, firstDueOn } = await store.views.waitingPrivacyRequests(scopeOf(actor))
  if (firstDueOn === null) return null
  return { count, firstDueOn, overdue: firstDueOn < localDateOf(clock.now()) }
}

function scopeOf(actor: Actor): PrivacyRequestScope {
  const all = reachOfRight('privacy.record', actor.role) === 'all'
  // who has no place sees no place's
  return { placeId: all ? null : (actor.placeId ?? 0), accountId: actor.accountId }
}
