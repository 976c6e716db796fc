import { addDays, localDateOf, startOfDay, workingTimes } from '../../calendar/index.js'
import type { Instant } from '../../clock.js'
import type { Parts } from '../parts.js'

/** How long a step of the procedure takes. */
export interface WorkTime {
  /** half of the steps took no longer, in milliseconds of open office */
  readonly median: number
  /** of how many steps it is the median */
  readonly count: number
}

/** Days back that count, and of each activity at most so many, the newest. */
const days = 90
const newest = 100

/** What each activity of a diagram took that was completed in the last 90 days, whichever version it ran by. */
export async function workTimes(
  parts: Pick<Parts, 'store' | 'calendars' | 'definitions'>,
  { id, key }: { readonly id: number; readonly key: string },
  now: Instant,
): Promise<ReadonlyMap<string, WorkTime>> {
  const { nodes } = await parts.definitions.byId(id)
  const done = await parts.store.views.completions({
    definitionKey: key,
    activityIds: [...nodes.values()].filter(node => node.userTask).map(node => node.id),
    since: startOfDay(addDays(localDateOf(now), -days)),
    limit: newest,
  })
  const calendar = await parts.calendars.current(parts.store.read)
  const times = workingTimes(
    calendar,
    done.map(({ openedAt, closedAt }) => ({ from: openedAt, until: closedAt })),
  )
  const byActivity = new Map<string, number[]>()
  for (const [index, { activityId }] of done.entries())
    byActivity.set(activityId, [...(byActivity.get(activityId) ?? []), times[index] ?? 0])
  return new Map([...byActivity].map(([activityId, all]) => [activityId, workTimeOf(all)]))
}

/** How the board asks for them. */
export type TimesOf = typeof workTimes

/** The same, worked out once a minute however often it is asked: thousands of steps are looked through for it. */
export function timesOnceAMinute(): TimesOf {
  let minute = ''
  const known = new Map<number, ReturnType<TimesOf>>()
  return (parts, definition, now) => {
    const thisMinute = now.slice(0, 'YYYY-MM-DDTHH:MM'.length)
    if (minute !== thisMinute) known.clear()
    minute = thisMinute
    const times = known.get(definition.id) ?? workTimes(parts, definition, now)
    known.set(definition.id, times)
    times.catch(() => known.delete(definition.id)) // the next one who asks tries again
    return times
  }
}

function workTimeOf(times: readonly number[]): WorkTime {
  const sorted = times.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return { median: (low + high) / 2, count: times.length }
}
