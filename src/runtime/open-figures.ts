import type { Actor } from '../casework/actor.js'
import { type OpenQuarter, openQuarter } from '../casework/report/open-figures.js'
import type { QuarterFigures } from '../casework/report/quarter-figures.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

const settingKey = 'figures.open'

/** Whether the office makes its figures public; it does not until it says so. */
export async function figuresAreOpen({ store }: Pick<Parts, 'store'>): Promise<boolean> {
  return (await store.read.settings.get(settingKey)) === 'on'
}

/** Makes the figures public, or takes them back, on record. */
export function openOrCloseFigures(parts: Parts, actor: Actor, on: boolean): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'figures.open')
    if (((await unit.settings.get(settingKey)) === 'on') === on) return
    await unit.settings.put([{ key: settingKey, value: on ? 'on' : 'off' }])
    await unit.history.append([
      {
        ...{ caseId: null, instanceId: null, activityId: null, activityName: null },
        ...{ at: now, actorId: actor.accountId, actorName: actor.name },
        ...{ kind: 'figures.opened', data: { on } },
      },
    ])
  })
}

/**
 * What is public, or would be: of each quarter the report that was sent last, the newest quarter first. What was not sent
 * to the leading group is not told to anybody else.
 */
export async function openFigures({ store }: Pick<Parts, 'store'>): Promise<OpenQuarter[]> {
  const sent = (await store.read.reports.all()).filter(
    ({ sentAt, figures }) => sentAt !== null && figures !== null,
  )
  const newest = sent.filter(
    (report, index) => sent.findIndex(({ quarter }) => quarter === report.quarter) === index,
  )
  // We kept them ourselves, as JSON of exactly this shape.
  return newest.map(({ figures }) => openQuarter(figures as QuarterFigures))
}
