import { createHash } from 'node:crypto'
import { asArrangement, type CalendarFile } from '../calendar/index.js'
import { text } from '../catalogue/index.js'
import { deploy, type Parts } from '../runtime/index.js'
import { shippedCalendar, shippedDiagrams } from './shipped.js'

/** Puts a calendar into an empty one; one that has been filled stays as it is. */
export async function arrangeCalendar(parts: Parts, calendar: CalendarFile): Promise<void> {
  if ((await parts.store.read.calendar.version()) > 0) return
  const why = { at: parts.clock.now(), by: null, reason: text('cli.diagram.reason') }
  await parts.store.transaction(unit => unit.calendar.arrange(asArrangement(calendar), why))
}

/** Puts diagrams into force. */
export async function putIntoForce(parts: Parts, diagrams: readonly string[]): Promise<void> {
  for (const xml of diagrams) await deploy(parts, { xml, reason: text('cli.diagram.reason'), by: null })
}

/**
 * What every office needs before it opens: a calendar and the diagrams that ship with the program. A diagram that was in
 * force once is not put into force again, and none takes the place of one that an administrator has made.
 *
 * @returns the names of the diagrams that were left aside for the office’s own
 */
export async function install(parts: Parts): Promise<string[]> {
  await arrangeCalendar(parts, await shippedCalendar())
  const aside: string[] = []
  for (const xml of await shippedDiagrams()) {
    const { key, name } = await parts.definitions.compile(xml)
    const versions = await parts.store.read.definitions.versions(key)
    const sha256 = createHash('sha256').update(xml).digest('hex')
    if (versions.some(version => version.sha256 === sha256)) continue
    const ours = versions[0] === undefined || versions[0].deployedBy === null
    if (ours) await putIntoForce(parts, [xml])
    else aside.push(name)
  }
  return aside
}
