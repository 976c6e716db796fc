import { dayIn, localDateOf, nextWorkingDay } from '../../calendar/index.js'
import { command } from '../command.js'
import { notify } from '../notices.js'
import type { Parts } from '../parts.js'

/** As many as are looked at: more than these never wait at once in an office that answers. */
const most = 200

/**
 * Reminds the officers of requests about personal data that are due today or on the next working day, and the supervisor
 * of those that were not answered in time. May be asked at any time and as often as one likes: each is told once.
 */
export async function remindOfPrivacyRequests(parts: Parts): Promise<void> {
  const { store } = parts
  const scope = { placeId: null, accountId: 0 }
  const { firstDueOn } = await store.views.waitingPrivacyRequests(scope)
  if (firstDueOn === null) return
  const today = localDateOf(parts.clock.now())
  const calendar = await parts.calendars.current(store.read)
  const soon = nextWorkingDay(calendar, today)
  if (firstDueOn > soon || !dayIn(calendar, today).working) return
  const { rows } = await store.views.openPrivacyRequests(scope, { after: null, limit: most })
  await command(parts, (unit, at) =>
    notify(
      unit,
      rows
        .filter(({ dueOn }) => dueOn <= soon)
        .map(({ id, caseId, dueOn }) => {
          const over = dueOn < today
          return {
            ...{
              kind: over ? 'privacy.over' : 'privacy.soon',
              to: { role: over ? 'supervisor' : 'officer' },
            },
            ...{ at, caseId, words: { day: dueOn }, once: `privacy ${id} ${over ? 'over' : 'soon'}` },
          }
        }),
    ),
  )
}
