import { addDays, localDateOf, type LocalDate } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { InvalidAnswersProblem, NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { command } from '../command.js'
import { attemptAt } from '../credentials/attempts.js'
import { clearFactor } from '../credentials/second-factor.js'
import { tokenHash } from '../credentials/sealing.js'
import type { Instant } from '../../clock.js'
import type { Unit } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { belongingOf, belongingProblems } from './inviting.js'
import { another, requireManages, requireSecures } from './managing.js'

type PeopleParts = Pick<Parts, 'store' | 'clock'>

/**
 * Shuts somebody out at once, with every session they have, or lets them in again. What they did stays under their name.
 * @throws NotFoundProblem, NotAllowedProblem; InvalidAnswersProblem when nobody of a duty would be left
 */
export function setActive(parts: PeopleParts, manager: Actor, id: number, active: boolean): Promise<void> {
  return command(parts, async (unit, now) => {
    const account = await another(unit, manager, id)
    requireManages(manager, account.role)
    if (account.active === active) return
    if (!active && manager.role === 'security') {
      const others = (await unit.accounts.withRole(account.role)).filter(one => one.id !== id)
      if (others.length === 0) throw new InvalidAnswersProblem({ active: text('people.lastOfDuty') })
    }
    await unit.accounts.update([{ id, set: { active } }])
    if (!active) {
      await unit.sessions.removeOfAccount(id)
      await unit.credentials.removeInvitationsOf(id)
    }
    await unit.accountEntries.add([
      {
        accountId: id,
        kind: active ? 'enabled' : 'disabled',
        actorId: manager.accountId,
        at: now,
        data: {},
      },
    ])
  })
}

/**
 * Moves a clerk to another place, a liaison to another department. A liaison's terms elsewhere end today.
 * @throws NotFoundProblem, NotAllowedProblem, InvalidAnswersProblem
 */
export function movePerson(
  parts: PeopleParts,
  manager: Actor,
  id: number,
  to: { readonly placeId: number; readonly departmentId: number },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const account = await another(unit, manager, id)
    requireManages(manager, account.role)
    const belonging = { role: account.role, ...to }
    const problems = await belongingProblems(unit, belonging)
    if (Object.keys(problems).length > 0) throw new InvalidAnswersProblem(problems)
    const { placeId, departmentId } = belongingOf(belonging)
    if (placeId === account.placeId && departmentId === account.departmentId) return
    await unit.accounts.update([{ id, set: { placeId, departmentId } }])
    const today = localDateOf(now)
    const terms = await unit.places.liaisonsBy(id, today)
    await unit.places.updateLiaisons(
      terms.map(term => ({ id: term.id, set: { validUntil: addDays(today, -1) } })),
    )
    if (departmentId !== null)
      await unit.places.addLiaisons([
        { departmentId, accountId: id, kind: terms[0]?.kind ?? 'main', validFrom: today, validUntil: null },
      ])
    // what they may see and do is another thing now
    await unit.sessions.removeOfAccount(id)
    await giveBack(unit, id, { at: now, actorId: manager.accountId, actorName: manager.name })
    await unit.accountEntries.add([
      { accountId: id, kind: 'moved', actorId: manager.accountId, at: now, data: { placeId, departmentId } },
    ])
  })
}

/** What somebody had goes back to those at the place or department whose it is: nobody waits for who has gone. */
async function giveBack(
  unit: Unit,
  accountId: number,
  by: { readonly at: Instant; readonly actorId: number; readonly actorName: string },
): Promise<void> {
  const held = await unit.userTasks.heldBy(accountId)
  await unit.userTasks.release(held.map(({ id, revision }) => ({ id, expectedRevision: revision })))
  await unit.history.append(
    held.map(({ id, caseId, instanceId, activityId, name }) => ({
      ...{ caseId, instanceId, activityId, activityName: name, ...by },
      ...{ kind: 'task.released', data: { taskId: id } },
    })),
  )
}

/**
 * Names a liaison, main or stand-in, for a department from one day to another (R21).
 * @throws NotFoundProblem, NotAllowedProblem, InvalidAnswersProblem
 */
export function addTerm(
  parts: PeopleParts,
  manager: Actor,
  id: number,
  term: {
    readonly kind: string
    readonly from: LocalDate | null
    readonly until: LocalDate | null | undefined
  },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const account = await another(unit, manager, id)
    requireManages(manager, account.role)
    const { from, until } = term
    if (account.role !== 'liaison' || account.departmentId === null)
      throw new InvalidAnswersProblem({ kind: text('people.term.notLiaison') })
    if (from === null) throw new InvalidAnswersProblem({ from: text('people.term.from') })
    if (until === undefined || (until !== null && until < from))
      throw new InvalidAnswersProblem({ until: text('people.term.until') })
    const kind = term.kind === 'standIn' ? 'standIn' : 'main'
    const { departmentId } = account
    const overlapping = (await unit.places.liaisons()).find(
      one =>
        one.departmentId === departmentId &&
        (one.kind === kind || one.accountId === id) &&
        (until === null || one.validFrom <= until) &&
        (one.validUntil === null || one.validUntil >= from),
    )
    if (overlapping) throw new InvalidAnswersProblem({ from: text('people.term.overlaps') })
    await unit.places.addLiaisons([{ departmentId, accountId: id, kind, validFrom: from, validUntil: until }])
    await unit.accountEntries.add([
      {
        accountId: id,
        kind: 'termAdded',
        actorId: manager.accountId,
        at: now,
        data: { departmentId, kind, from, until },
      },
    ])
  })
}

/**
 * Ends a term with this day as its last; one that has not begun is over before it begins.
 * @throws NotFoundProblem, NotAllowedProblem, InvalidAnswersProblem
 */
export function endTerm(
  parts: PeopleParts,
  manager: Actor,
  id: number,
  { termId, until }: { readonly termId: number; readonly until: LocalDate | null },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const account = await another(unit, manager, id)
    requireManages(manager, account.role)
    const term = (await unit.places.liaisons()).find(one => one.id === termId && one.accountId === id)
    if (!term) throw new NotFoundProblem(text('people.term.what'))
    if (until === null) throw new InvalidAnswersProblem({ until: text('people.term.until') })
    await unit.places.updateLiaisons([{ id: termId, set: { validUntil: until } }])
    await unit.accountEntries.add([
      { accountId: id, kind: 'termEnded', actorId: manager.accountId, at: now, data: { termId, until } },
    ])
  })
}

/** What the security administrator can do for whatever account but their own. */
export type SecuringAct = 'endSessions' | 'unlock' | 'clearFactor'

/** @throws NotFoundProblem, NotAllowedProblem */
export function secureAccount(
  parts: PeopleParts,
  manager: Actor,
  id: number,
  act: SecuringAct,
): Promise<void> {
  return command(parts, async (unit, now) => {
    requireSecures(manager)
    const account = await another(unit, manager, id)
    if (act === 'unlock') {
      for (const what of [attemptAt.password(account.username), attemptAt.code(id)])
        await unit.attempts.forget(tokenHash(what))
    } else {
      await unit.sessions.removeOfAccount(id)
      if (act === 'clearFactor') await clearFactor(unit, id)
    }
    const kind = ({ endSessions: 'signedOut', unlock: 'unlocked', clearFactor: 'factorRemoved' } as const)[
      act
    ]
    await unit.accountEntries.add([{ accountId: id, kind, actorId: manager.accountId, at: now, data: {} }])
  })
}
