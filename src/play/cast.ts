import type { Actor } from '../casework/actor.js'
import type { Role } from '../casework/role.js'
import { actorOfAccount, type Parts } from '../runtime/index.js'
import type { StoredUserTask } from '../store/index.js'

/** The people of an office, and its places, windows and departments by name. */
export interface Cast {
  readonly people: readonly Actor[]
  readonly placeIds: ReadonlyMap<string, number>
  /** A window by its place’s id and its name. */
  readonly windowId: (placeId: number, name: string) => number | null
  readonly departmentIds: ReadonlyMap<string, number>
}

/** Reads who and what there is. */
export async function readCast(parts: Pick<Parts, 'store' | 'clock'>): Promise<Cast> {
  const { accounts, places } = parts.store.read
  const people: Actor[] = []
  for (const account of await accounts.all())
    if (account.active) people.push(await actorOfAccount(parts, account))
  const windows = await places.windows()
  const byName = (rows: readonly { id: number; name: string }[]) =>
    new Map(rows.map(row => [row.name, row.id]))
  return {
    people,
    placeIds: byName(await places.places()),
    departmentIds: byName(await places.departments()),
    windowId: (placeId, name) =>
      windows.find(window => window.placeId === placeId && window.name === name)?.id ?? null,
  }
}

/** Who could do a task, beginning with another one from case to case: work is shared. */
export function candidatesFor(
  { people }: Cast,
  task: Pick<StoredUserTask, 'candidateGroup' | 'placeId' | 'departmentId' | 'assigneeId'>,
  turn: number,
): readonly Actor[] {
  if (task.assigneeId !== null) return people.filter(person => person.accountId === task.assigneeId)
  const groups = (task.candidateGroup ?? '').split(',').map(group => group.trim())
  const able = people.filter(
    person =>
      groups.includes(person.role) &&
      (task.placeId === null || person.role !== 'clerk' || person.placeId === task.placeId) &&
      (task.departmentId === null || person.role !== 'liaison' || person.departmentId === task.departmentId),
  )
  // a department’s main liaison answers; the officers take turns
  const first = groups.includes('officer') && able.length > 0 ? turn % able.length : 0
  return [...able.slice(first), ...able.slice(0, first)]
}

/** Somebody of this role, at this place when it has a place. */
export function someone({ people }: Cast, role: Role, placeId: number | null = null): Actor | null {
  return (
    people.find(person => person.role === role && (placeId === null || person.placeId === placeId)) ?? null
  )
}
