import { closeOfBusiness, localDateOf } from '../../calendar/index.js'
import type { WatchBoard } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** Lines of each list on the board. */
const limit = 50

/** 督办看板 at this moment. */
export async function watch(parts: Parts): Promise<WatchBoard & { readonly now: string }> {
  const now = parts.clock.now()
  const endOfDay = closeOfBusiness(localDateOf(now), '23:59')
  return { now, ...(await parts.store.views.watchBoard({ now, endOfDay, limit })) }
}
