import { readRoot } from '../read-diagram.js'
import type { Change, Comparison } from './change.js'
import { changesOf } from './changes-of.js'
import { elementsOf } from './elements.js'
import type { ComparedElement } from './elements.js'
import { pictureOf } from './picture.js'
import { redrawnChanges, redrawnFlows } from './redrawn.js'

/**
 * What two diagrams say differently, element by element: complete (whatever the files say differently is a change, in a
 * word of ours or as `other`), the same from either side (see `mirrored`), and nothing where they say the same. What is
 * only drawn otherwise is kept apart. Neither has to be fit to run.
 *
 * @throws UnreadableDiagramError when one of them is no BPMN
 */
export async function compareDiagrams(before: string, after: string): Promise<Comparison> {
  const [one, other] = [await readRoot(before), await readRoot(after)]
  const [said, now] = [elementsOf(one), elementsOf(other)]
  return {
    changes: changesBetween(said, now),
    moved: movedBetween(pictureOf(one), pictureOf(other)).filter(id => said.has(id) && now.has(id)),
    named: new Map([...said, ...now].map(([id, { named }]) => [id, named])),
  }
}

type Elements = ReadonlyMap<string, ComparedElement>

function changesBetween(before: Elements, after: Elements): Change[] {
  const redrawn = redrawnFlows(before, after)
  const retired = new Set(redrawn.values())
  const ids = [...new Set([...after.keys(), ...before.keys()])].filter(id => !retired.has(id))
  return ids.flatMap(id => {
    const [old, now] = [before.get(redrawn.get(id) ?? id), after.get(id)]
    return old && now && redrawn.has(id) ? redrawnChanges(old, now) : changesOf(old, now)
  })
}

function movedBetween(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...other.keys(), ...one.keys()])].filter(id => one.get(id) !== other.get(id))
}
