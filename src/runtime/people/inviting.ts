import { randomBytes } from 'node:crypto'
import { localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { InvalidAnswersProblem, NotAllowedProblem } from '../../casework/problem.js'
import { isRole, type Role } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { Unit } from '../../store/index.js'
import { command } from '../command.js'
import { tokenHash } from '../credentials/sealing.js'
import type { Parts } from '../parts.js'
import { another, manages, requireManages } from './managing.js'

/** As the form has it. */
export interface TypedPerson {
  readonly username: string
  readonly displayName: string
  readonly role: string
  readonly placeId: number
  readonly departmentId: number
  /** 联络员 or 替补 */
  readonly liaison: string
}

/** What is handed over: it is shown once, and only its hash is kept. */
export interface Invitation {
  readonly accountId: number
  readonly username: string
  readonly displayName: string
  readonly token: string
  readonly expiresAt: Instant
}

/** As long as it may take until the paper is in the right hands. */
const validFor = 3 * 24 * 3_600_000

/**
 * Adds somebody who has no password yet, and answers the link by which they choose one. A liaison is entered into the
 * register from today on.
 * @throws InvalidAnswersProblem, NotAllowedProblem
 */
export function invitePerson(
  parts: Pick<Parts, 'store' | 'clock'>,
  manager: Actor,
  typed: TypedPerson,
): Promise<Invitation> {
  return command(parts, async (unit, now) => {
    const { role, username, displayName, placeId, departmentId } = await checked(unit, manager, typed)
    requireManages(manager, role)
    const [accountId = 0] = await unit.accounts.insert([
      { username, displayName, role, placeId, departmentId, passwordHash: '', active: true, createdAt: now },
    ])
    if (role === 'liaison' && departmentId !== null)
      await unit.places.addLiaisons([
        {
          departmentId,
          accountId,
          kind: typed.liaison === 'standIn' ? 'standIn' : 'main',
          validFrom: localDateOf(now),
          validUntil: null,
        },
      ])
    return issue(unit, { manager, now, account: { id: accountId, username, displayName } })
  })
}

/**
 * Another link: for who lost theirs or forgot the password. What was before goes on until it is used.
 * @throws NotFoundProblem; NotAllowedProblem also for who is vouched for by unified sign-in
 */
export function inviteAgain(
  parts: Pick<Parts, 'store' | 'clock'>,
  manager: Actor,
  id: number,
): Promise<Invitation> {
  return command(parts, async (unit, now) => {
    const account = await another(unit, manager, id)
    requireManages(manager, account.role)
    // with a password here they would get in when the provider has shut them out, and past its second factor
    if (account.subject !== null)
      throw new NotAllowedProblem(text('unified.person'), text('unified.password'))
    return issue(unit, { manager, now, account })
  })
}

async function issue(
  unit: Unit,
  {
    manager,
    now,
    account: { id: accountId, username, displayName },
  }: { manager: Actor; now: Instant; account: { id: number; username: string; displayName: string } },
): Promise<Invitation> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.parse(now) + validFor).toISOString()
  await unit.credentials.invite({ accountId, tokenHash: tokenHash(token), expiresAt })
  await unit.accountEntries.add([
    { accountId, kind: 'invited', actorId: manager.accountId, at: now, data: {} },
  ])
  return { accountId, username, displayName, token, expiresAt }
}

async function checked(
  unit: Unit,
  manager: Actor,
  typed: TypedPerson,
): Promise<{
  role: Role
  username: string
  displayName: string
  placeId: number | null
  departmentId: number | null
}> {
  const username = typed.username.trim()
  const displayName = typed.displayName.trim()
  const problems: Record<string, string> = {}
  if (!/^[\p{L}\p{N}._-]{2,50}$/u.test(username)) problems.username = text('people.username.wrong')
  else if (await unit.accounts.byUsername(username)) problems.username = text('people.username.taken')
  if (displayName === '' || displayName.length > 50) problems.displayName = text('people.displayName.wrong')
  const { role } = typed
  if (!isRole(role) || !manages(manager, role)) {
    problems.role = text('people.role.wrong')
    throw new InvalidAnswersProblem(problems)
  }
  Object.assign(problems, await belongingProblems(unit, { ...typed, role }))
  if (Object.keys(problems).length > 0) throw new InvalidAnswersProblem(problems)
  return { role, username, displayName, ...belongingOf({ ...typed, role }) }
}

/** Where somebody is: a clerk at a place, a liaison in a department, the others in the office itself. */
export function belongingOf({
  role,
  placeId,
  departmentId,
}: {
  role: Role
  placeId: number
  departmentId: number
}): { placeId: number | null; departmentId: number | null } {
  return {
    placeId: role === 'clerk' ? placeId : null,
    departmentId: role === 'liaison' ? departmentId : null,
  }
}

/** A sentence for the place or department that is missing. */
export async function belongingProblems(
  unit: Pick<Unit, 'places'>,
  belonging: { role: Role; placeId: number; departmentId: number },
): Promise<Record<string, string>> {
  const { placeId, departmentId } = belongingOf(belonging)
  if (placeId !== null && !(await unit.places.place(placeId))?.active)
    return { placeId: text('people.place.wrong') }
  if (departmentId !== null && !(await unit.places.department(departmentId))?.active)
    return { departmentId: text('people.department.wrong') }
  return {}
}
