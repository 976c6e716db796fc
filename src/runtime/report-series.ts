import { addDays, startOfDay, workingTimes } from '../calendar/index.js'
import { quarterRange } from '../casework/quarter.js'
import type { Quarter } from '../casework/quarter.js'
import { monthsUpTo } from '../casework/report/period.js'
import { stepTimes } from '../casework/report/series.js'
import type { Series } from '../casework/report/series.js'
import { caseProcess } from './cases.js'
import type { Parts } from './parts.js'

/** Of each step at most so many completions of the quarter, the newest: a sample that large moves no quartile. */
const newest = 500

const hour = 3_600_000

/** What the charts of a quarter draw beyond its figures. */
export async function seriesOf(
  parts: Pick<Parts, 'store' | 'calendars' | 'definitions'>,
  quarter: Quarter,
): Promise<Series> {
  const months = monthsUpTo(quarter)
  const counts = await parts.store.views.monthCounts(
    months.map(({ from, to }) => ({
      from,
      to,
      fromAt: startOfDay(from),
      untilAt: startOfDay(addDays(to, 1)),
    })),
  )
  return {
    months: months.map(({ month }, index) => ({ month, ...(counts[index] ?? { received: 0, closed: 0 }) })),
    steps: await stepsOf(parts, quarter),
  }
}

async function stepsOf(
  parts: Pick<Parts, 'store' | 'calendars' | 'definitions'>,
  quarter: Quarter,
): Promise<Series['steps']> {
  const inForce = await parts.store.read.definitions.latest(caseProcess)
  if (!inForce) return []
  const { nodes } = await parts.definitions.byId(inForce.id)
  const activities = [...nodes.values()].filter(node => node.userTask)
  const { from, to } = quarterRange(quarter)
  const done = await parts.store.views.completions({
    definitionKey: caseProcess,
    activityIds: activities.map(({ id }) => id),
    since: startOfDay(from),
    until: startOfDay(addDays(to, 1)),
    limit: newest,
  })
  const calendar = await parts.calendars.current(parts.store.read)
  const times = workingTimes(
    calendar,
    done.map(({ openedAt, closedAt }) => ({ from: openedAt, until: closedAt })),
  )
  const hours = new Map<string, number[]>()
  for (const [index, { activityId }] of done.entries())
    hours.set(activityId, [...(hours.get(activityId) ?? []), (times[index] ?? 0) / hour])
  return activities.flatMap(({ id, name }) => stepTimes(name, hours.get(id) ?? []) ?? [])
}
