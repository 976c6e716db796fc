import type { Instant } from '../../clock.js'
import type { HeatLine } from '../../store/index.js'
import type { Parts } from '../parts.js'
import type { TimesOf, WorkTime } from './work-time.js'

/** A diagram in force, with what is open at each of its activities and what each takes. */
export interface Heat {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly open: readonly HeatLine[]
  readonly workTimes: ReadonlyMap<string, WorkTime>
  /** the activities that people do, in the diagram's order */
  readonly activities: readonly { readonly id: string; readonly name: string }[]
}

/** What is open and what it takes, on each diagram in force. */
export async function heatOf(parts: Parts, now: Instant, timesOf: TimesOf): Promise<Heat[]> {
  const inForce = await parts.store.read.definitions.allLatest()
  const open = await parts.store.views.heat(now)
  const heat: Heat[] = []
  for (const { id, key, name } of inForce) {
    const { nodes } = await parts.definitions.byId(id)
    heat.push({
      id,
      key,
      name,
      open: open.filter(line => line.definitionKey === key),
      workTimes: await timesOf(parts, { id, key }, now),
      activities: [...nodes.values()]
        .filter(node => node.userTask)
        .map(node => ({ id: node.id, name: node.name })),
    })
  }
  return heat
}
