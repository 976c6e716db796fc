import type { Actor } from '../casework/actor.js'
import { endingLabel } from '../casework/ending.js'
import { requireMayPair } from '../casework/pairing.js'
import { CannotMergeProblem, CaseClosedProblem, NothingToDoProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { StoredCase, StoredInstance, Unit } from '../store/index.js'
import { caseEntry } from './case-entry.js'
import { loadCase } from './case-subject.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import { correlate } from './correlating.js'
import type { Mover } from './mover.js'
import type { Parts } from './parts.js'
import { lastTurn, standAgain, type LastTurn } from './standing-again.js'

/** Which case goes into which, and why when they do not look the same. */
export interface Merge {
  readonly number: string
  readonly into: string
  /** Needed when the items have different names. */
  readonly reason?: string | undefined
}

/**
 * 并单: this case goes into another one of the same person and item, which goes on with one visit more. Another
 * person’s case is linked, not merged: each is owed an answer.
 * @throws NotFoundProblem, ComplainedAboutProblem, NotAllowedProblem; CannotMergeProblem with what to do instead;
 *   CaseClosedProblem when either has ended
 */
export function mergeCase(parts: Parts, actor: Actor, { number, into, reason = '' }: Merge): Promise<void> {
  return command(parts, async (unit, now, stake) => {
    const [one, other] = [await byNumber(unit, number), await byNumber(unit, into)]
    requireMayPair(actor, one, other, text('runtime.merge'))
    const why = reason.trim()
    requireSame(one, other, why)
    // what goes into an ended case would be done by nobody
    if (other.closedAt !== null)
      throw new CaseClosedProblem(into, endingLabel(other.endEvent), text('runtime.case.merged'))
    await unit.links.add([
      { caseId: one.id, otherId: other.id, kind: 'merged', at: now, by: actor.accountId },
    ])
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await countVisit(unit, other, 1, now)
    await unit.history.append([caseEntry(other, mover, 'case.joined', { number })])
    const data = why === '' ? { into } : { into, reason: why }
    await correlate(parts, unit, one, { message: 'merge', mover, kind: 'case.merged', data, stake })
  })
}

/**
 * Takes a 并单 back: the case stands again where it stood, with the tasks of the people who had them and its
 * limits, whose clocks were never stopped. As long as the case it went into goes on: after that the citizen has
 * had one answer to both.
 * @throws NothingToDoProblem when it was not merged, or cannot be put back; CaseClosedProblem
 */
export function unmergeCase(
  parts: Parts,
  actor: Actor,
  { number, reason = '' }: { readonly number: string; readonly reason?: string | undefined },
): Promise<void> {
  return command(parts, async (unit, now, stake) => {
    const one = await byNumber(unit, number)
    const { other, instance, turn } = await mergeOf(unit, one)
    requireMayPair(actor, one, other, text('runtime.unmerge'))
    if (other.closedAt !== null)
      throw new CaseClosedProblem(other.number, endingLabel(other.endEvent), text('runtime.unmerge'))
    stake({ kind: 'turn', instanceId: instance.id, caseId: one.id, number })
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.links.remove([{ caseId: one.id, otherId: other.id, kind: 'merged' }])
    await countVisit(unit, other, -1, now)
    await takeUpAgain(parts, unit, { one, instance, turn, mover })
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    await unit.history.append([
      caseEntry(one, mover, 'case.unmerged', { into: other.number, ...why }),
      caseEntry(other, mover, 'case.parted', { number, ...why }),
    ])
  })
}

/** One person and one matter; the words of the matter may differ where somebody says why it is the same. */
function requireSame(one: StoredCase, other: StoredCase, reason: string): void {
  if (one.id === other.id) throw new NothingToDoProblem(one.number, text('runtime.merge'))
  const refuse = (why: string) =>
    new CannotMergeProblem(one.number, other.number, text(`runtime.merge.${why}`))
  if (one.contact !== other.contact) throw refuse('otherPerson')
  if (one.itemKey !== other.itemKey && reason === '') throw refuse('otherItem')
}

async function countVisit(unit: Unit, row: StoredCase, more: 1 | -1, now: string): Promise<void> {
  const survivor = await loadCase(unit, row.id, now)
  survivor.set({ visits: Math.max(0, (row.visits ?? 0) + more) })
  await survivor.save(unit, null)
}

async function mergeOf(
  unit: Unit,
  one: StoredCase,
): Promise<{ other: StoredCase; instance: StoredInstance; turn: LastTurn }> {
  const links = await unit.links.ofCase(one.id)
  const link = links.find(({ kind, caseId }) => kind === 'merged' && caseId === one.id)
  const other = link && (await unit.cases.byId(link.otherId))
  const [instance] = await unit.instances.ofSubject('case', one.id)
  const turn = instance ? await lastTurn(unit, instance.id) : null
  if (!other || !instance || !turn || instance.endedAt === null)
    throw new NothingToDoProblem(one.number, text('runtime.unmerge'))
  return { other, instance, turn }
}

async function takeUpAgain(
  parts: Parts,
  unit: Unit,
  given: { one: StoredCase; instance: StoredInstance; turn: LastTurn; mover: Mover },
): Promise<void> {
  const { one, instance, turn, mover } = given
  const definition = await parts.definitions.byId(instance.definitionId)
  const { closedAt } = one
  const own = <T extends { instanceId: number; closedAt: string | null }>(rows: readonly T[]) =>
    rows.filter(row => row.instanceId === instance.id && row.closedAt === closedAt)
  const tasks = own(await unit.userTasks.ofCase(one.id)).filter(row => row.closeKind === 'cancelled')
  const limits = own(await unit.deadlines.ofCase(one.id))
  // of rows that were closed in the same instant the last is the one that the message closed
  const rowOf = (wait: { slot: string; activityId: string }) =>
    [...tasks, ...limits].findLast(row => row.slot === wait.slot && row.activityId === wait.activityId)
  const stood = new Set(turn.from.waits.map(rowOf))
  // a limit that had passed has no wait any more and is open as long as what it covers
  const passed = limits.filter(({ firedAt }) => firedAt !== null)
  await unit.userTasks.reopen(tasks.filter(row => stood.has(row)))
  await unit.deadlines.reopen(
    limits.filter(row => stood.has(row) || passed.includes(row)).map(({ id }) => id),
  )
  const subject = await loadCase(unit, one.id, mover.at)
  await standAgain(parts, unit, {
    ...{ instance, definition, subject, turn, mover },
    rowOf: wait => rowOf(wait)?.slot ?? null,
  })
  const lost = await unit.cases.update([
    { id: one.id, expectedRevision: one.revision, set: { closedAt: null, endEvent: null } },
  ])
  if (lost.length > 0) throw new Error(`Case ${one.id} changed while it was taken up again`)
}
