import type { Actor } from '../../casework/actor.js'
import { roleLabel, worksOnCases } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { CaseDetail, Store } from '../../store/index.js'
import { mayReopen } from '../reopening.js'
import { stepBefore } from '../returning.js'
import type { Parts } from '../parts.js'

/** What this reader may do about a case beside its procedure, and what there is to choose from. */
export interface CaseBeside {
  /** 并单, 关联: null for who may not. The same person’s other cases first. */
  readonly pairing: { readonly samePerson: readonly PairedCase[] } | null
  /** 协办, asked by the office. */
  readonly departments: readonly { readonly id: number; readonly name: string }[] | null
  /** 被反映人: those it can be about. */
  readonly staff: readonly { readonly id: number; readonly name: string }[] | null
  readonly mayTalk: boolean
  readonly mayReopen: boolean
}

/** Another case, as far as it is told before it is looked at. */
export interface PairedCase {
  readonly number: string
  readonly itemName: string
  readonly registeredOn: string
  readonly open: boolean
}

const mostOfPerson = 10

/** @param detail the case as it is stored, not masked */
export async function caseBeside(
  { read }: Pick<Store, 'read'>,
  actor: Actor,
  detail: CaseDetail,
): Promise<CaseBeside> {
  const isOffice = actor.role === 'officer' || actor.role === 'supervisor'
  const isSubject = detail.subjectAccountId === actor.accountId
  const open = detail.closedAt === null && !isSubject
  const mayPair = (isOffice || actor.role === 'clerk') && !isSubject
  return {
    pairing:
      mayPair && detail.erasedAt === null && detail.restrictedAt === null
        ? { samePerson: await ofSamePerson(read, actor, detail) }
        : null,
    departments:
      isOffice && open
        ? (await read.places.departments()).filter(one => one.active).map(({ id, name }) => ({ id, name }))
        : null,
    staff: isOffice && open && detail.aboutOffice ? await staffOf(read) : null,
    mayTalk: open && (isOffice || actor.role === 'clerk' || actor.role === 'liaison'),
    mayReopen: isOffice && !isSubject && detail.restrictedAt === null && mayReopen(detail),
  }
}

/** The step that this task can be given back to, by its name; null when there is none. */
export async function stepBeforeTask(parts: Parts, taskId: number): Promise<string | null> {
  const { read } = parts.store
  const task = await read.userTasks.byId(taskId)
  const instance = task && (await read.instances.byId(task.instanceId))
  if (!task || !instance || task.caseId === null || task.closedAt !== null) return null
  const definition = await parts.definitions.byId(instance.definitionId)
  const before = await stepBefore(read, { task, instance, definition })
  return before && (before.done.activityName ?? text('runtime.task.any'))
}

async function ofSamePerson(
  read: Store['read'],
  actor: Actor,
  { id, contact }: CaseDetail,
): Promise<readonly PairedCase[]> {
  const others = await read.cases.ofContact(contact, mostOfPerson + 1)
  return others
    .filter(
      one =>
        one.id !== id &&
        one.restrictedAt === null &&
        (actor.role !== 'clerk' || one.placeId === actor.placeId),
    )
    .slice(0, mostOfPerson)
    .map(({ number, itemName, registeredOn, closedAt }) => ({
      ...{ number, itemName, registeredOn, open: closedAt === null },
    }))
}

async function staffOf(read: Store['read']): Promise<readonly { id: number; name: string }[]> {
  const accounts = await read.accounts.all()
  return accounts
    .filter(({ active, role }) => active && role !== 'admin' && worksOnCases(role))
    .map(({ id, displayName, role }) => ({
      id,
      name: text('history.who', { name: displayName, role: roleLabel(role) }),
    }))
}
