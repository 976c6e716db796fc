import type { Actor } from '../casework/actor.js'
import { requireMayPair } from '../casework/pairing.js'
import { NothingToDoProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { StoredCase, Unit } from '../store/index.js'
import { caseEntry } from './case-entry.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

/** Two cases by their numbers. */
export interface Pair {
  readonly number: string
  readonly other: string
}

/**
 * 关联: two cases that have the same problem, of whoever. Each goes on by itself and shows the other; what was linked
 * already stays so. Cases that have ended may be linked: they are what one wants to read.
 * @throws NotFoundProblem, NotAllowedProblem, ComplainedAboutProblem; NothingToDoProblem for a case and itself
 */
export function linkCases(parts: Parts, actor: Actor, pair: Pair): Promise<void> {
  return command(parts, async (unit, now) => {
    const { one, other, known } = await pairOf(unit, actor, pair, 'runtime.link')
    if (known.length > 0) return
    const by = actor.accountId
    await unit.links.add([{ caseId: one.id, otherId: other.id, kind: 'linked', at: now, by }])
    const mover = { at: now, by, byName: actor.name }
    await unit.history.append([
      caseEntry(one, mover, 'case.linked', { number: other.number }),
      caseEntry(other, mover, 'case.linked', { number: one.number }),
    ])
  })
}

/** Takes a 关联 back, whichever of the two it is asked from. @throws as {@link linkCases} does */
export function unlinkCases(parts: Parts, actor: Actor, pair: Pair): Promise<void> {
  return command(parts, async (unit, now) => {
    const { one, other, known } = await pairOf(unit, actor, pair, 'runtime.unlink')
    if (known.length === 0) throw new NothingToDoProblem(one.number, text('runtime.unlink'))
    await unit.links.remove(known)
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.history.append([
      caseEntry(one, mover, 'case.unlinked', { number: other.number }),
      caseEntry(other, mover, 'case.unlinked', { number: one.number }),
    ])
  })
}

async function pairOf(unit: Unit, actor: Actor, pair: Pair, action: 'runtime.link' | 'runtime.unlink') {
  const [one, other] = [await byNumber(unit, pair.number), await byNumber(unit, pair.other)]
  requireMayPair(actor, one, other, text(action))
  if (one.id === other.id) throw new NothingToDoProblem(one.number, text(action))
  return { one, other, known: (await unit.links.ofCase(one.id)).filter(link => isBetween(link, one, other)) }
}

function isBetween(
  { kind, caseId, otherId }: { kind: string; caseId: number; otherId: number },
  one: StoredCase,
  other: StoredCase,
): boolean {
  const same = (caseId === one.id && otherId === other.id) || (caseId === other.id && otherId === one.id)
  return kind === 'linked' && same
}
