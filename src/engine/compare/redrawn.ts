import type { Change, NamedElement } from './change.js'
import { changesOf } from './changes-of.js'
import type { ComparedElement } from './elements.js'

type Elements = ReadonlyMap<string, ComparedElement>

/**
 * A flow that was deleted and drawn again between the same two nodes leads where it led: it is compared with what it
 * was, and that it has a new id is said once. Answers which flow of the second side is which of the first.
 */
export function redrawnFlows(before: Elements, after: Elements): ReadonlyMap<string, string> {
  const gone = [...before.values()].filter(({ id, named }) => isFlow(named) && !after.has(id))
  const pairs = new Map<string, string>()
  for (const { id, named } of after.values()) {
    if (!isFlow(named) || before.has(id)) continue
    const alike = gone.findIndex(old => old.named.from === named.from && old.named.to === named.to)
    const [old] = alike === -1 ? [] : gone.splice(alike, 1)
    if (old) pairs.set(id, old.id)
  }
  return pairs
}

/** What a flow says differently from the one whose place it took. */
export function redrawnChanges(old: ComparedElement, now: ComparedElement): Change[] {
  const changes = changesOf(old, now)
  const element = { before: old.named, after: now.named }
  const redrawn: Change = {
    element,
    aspect: 'redrawn',
    before: { text: old.id },
    after: { text: now.id },
  }
  return changes.length > 0 ? changes : [redrawn]
}

function isFlow({ type, from, to }: NamedElement): boolean {
  return type === 'bpmn:SequenceFlow' && from !== undefined && to !== undefined
}
