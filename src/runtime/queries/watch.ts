import { closeOfBusiness, localDateOf } from '../../calendar/index.js'
import type { Instant } from '../../clock.js'
import type { WatchBoard } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** Lines of each list on the board. */
const limit = 50

/** 督办看板 at this moment. */
export async function watch(parts: Parts): Promise<
  WatchBoard & {
    readonly now: Instant
    /** The versions in force, whose diagrams carry the counts. */
    readonly definitions: readonly { readonly id: number; readonly key: string; readonly name: string }[]
  }
> {
  const now = parts.clock.now()
  const endOfDay = closeOfBusiness(localDateOf(now), '23:59')
  const inForce = await parts.store.read.definitions.allLatest()
  const definitions = inForce.map(({ id, key, name }) => ({ id, key, name }))
  return { now, definitions, ...(await parts.store.views.watchBoard({ now, endOfDay, limit })) }
}
