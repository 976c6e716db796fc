import type { Actor } from '../../casework/actor.js'
import { maskText } from '../../casework/masking.js'
import type { NoticeLine, Page } from '../../store/index.js'
import { reachesOf } from '../notices.js'
import type { Parts } from '../parts.js'

/** 提醒: what this person was told, the newest first; typed words masked. */
export async function noticeList(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  { after, limit }: { after: { id: number } | null; limit: number },
): Promise<Page<NoticeLine, { id: number }>> {
  const reader = { accountId: actor.accountId, reaches: reachesOf(actor) }
  const page = await store.views.noticeList({ reader, after, limit })
  return {
    ...page,
    rows: page.rows.map(row => ({
      ...row,
      message: row.message === null ? null : maskText(row.message),
      words: Object.fromEntries(
        Object.entries(row.words).map(([name, value]) => [
          name,
          name === 'reason' && typeof value === 'string' ? maskText(value) : value,
        ]),
      ),
    })),
  }
}

/** How many notices this person has not read, for the head of every page; bounded, see the view. */
export function unreadNotices({ store }: Pick<Parts, 'store'>, actor: Actor): Promise<number> {
  return store.views.unreadNotices({ accountId: actor.accountId, reaches: reachesOf(actor) })
}
