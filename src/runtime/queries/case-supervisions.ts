import type { Actor } from '../../casework/actor.js'
import { maskText } from '../../casework/masking.js'
import type { CaseDetail, StoredDeadline, StoredSupervision, StoredUserTask } from '../../store/index.js'
import { mayReply } from '../answering.js'
import type { Parts } from '../parts.js'
import { pressedTasks } from '../pressed.js'

/** A 催办 or 督办 with whom it pressed and what they said to it; typed words masked. */
export interface CaseSupervision extends StoredSupervision {
  /** Who pressed; null when the passed limit itself did. */
  readonly byName: string | null
  readonly pressed: readonly StoredUserTask[]
  readonly replies: readonly { readonly at: string; readonly byName: string; readonly words: string }[]
  /** This reader is one of those who were pressed, and the case goes on. */
  readonly mayReply: boolean
}

/** Everything that pressed this case, in the order in which it did. */
export async function caseSupervisions(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  {
    detail,
    tasks,
    deadlines,
  }: { detail: CaseDetail; tasks: readonly StoredUserTask[]; deadlines: readonly StoredDeadline[] },
): Promise<readonly CaseSupervision[]> {
  const all = await store.read.supervisions.ofCase(detail.id)
  if (all.length === 0) return []
  const replies = await store.read.supervisions.replies(all.map(({ id }) => id))
  const people = [...new Set([...all, ...replies].flatMap(({ by }) => by ?? []))]
  const names = new Map((await store.read.accounts.byIds(people)).map(one => [one.id, one.displayName]))
  return all.map(one => {
    const limit = deadlines.find(({ id }) => id === one.deadlineId) ?? null
    const pressed = pressedTasks(one, limit, tasks)
    return {
      ...one,
      message: maskText(one.message),
      byName: one.by === null ? null : (names.get(one.by) ?? null),
      pressed,
      replies: replies
        .filter(({ supervisionId }) => supervisionId === one.id)
        .map(({ at, by, words }) => ({ at, byName: names.get(by) ?? '', words: maskText(words) })),
      mayReply: detail.closedAt === null && mayReply(actor, detail, pressed),
    }
  })
}
