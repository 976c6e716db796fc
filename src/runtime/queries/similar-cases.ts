import { addDays, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { parseContact } from '../../casework/contact.js'
import { maySeeCase } from '../../casework/permission.js'
import { itemKey } from '../../casework/recurrence.js'
import { likeness, slicesOf, worthALook } from '../../casework/similarity.js'
import { maskText } from '../../casework/masking.js'
import type { StoredCase } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { recurrenceOf } from '../recurrence.js'
import { caseScope } from './reach.js'

/** What is being typed at the window, as far as it has come. */
export interface Typing {
  readonly item: string
  readonly contact: string
  readonly departmentId: number | null
  readonly description: string
}

/** A case that what is typed may belong to. */
export interface SimilarCase {
  readonly number: string
  readonly itemName: string
  readonly registeredOn: string
  readonly open: boolean
  readonly description: string
  /** from 0 to 1, of the descriptions */
  readonly likeness: number
}

export interface Similar {
  /** of the same telephone, open ones first: may be merged (并单) */
  readonly samePerson: readonly SimilarCase[]
  /** how often this telephone came in the last year, to whatever place */
  readonly visits: number
  /** of other persons with the same item or much the same words: may be linked (关联) */
  readonly others: readonly SimilarCase[]
  /** the case whose rectification this one would undo (R9), for who may see it */
  readonly recurrenceOf: { readonly number: string; readonly seen: boolean } | null
}

const mostShown = 5
const mostRead = 60

/** What is known already of what somebody tells at the window. Only cases this person may see are named. */
export async function similarCases(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  typing: Typing,
): Promise<Similar> {
  const now = clock.now()
  const since = addDays(localDateOf(now), -365)
  const contact = parseContact(typing.contact)
  const known = typeof contact === 'string' ? [] : await store.read.cases.ofContact(contact.number, mostRead)
  const recent = known.filter(({ registeredOn }) => registeredOn >= since)
  const person = new Set(known.map(({ id }) => id))
  const others = (await alike({ store }, actor, { ...typing, since })).filter(({ id }) => !person.has(id))
  const toShow = (rows: readonly StoredCase[]) =>
    rows
      .filter(row => row.restrictedAt === null && isVisible(actor, row))
      .map(row => shown(row, typing.description))
      .sort(openThenAlike)
      .slice(0, mostShown)
  return {
    samePerson: toShow(recent),
    visits: recent.length,
    others: toShow(others),
    recurrenceOf: await cameBack({ store }, actor, { ...typing, registeredAt: now }),
  }
}

/** Of the same item in the last year, and those with some of the same words; what is less alike than that is left out. */
async function alike(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  { item, description, since }: Typing & { since: string },
): Promise<readonly StoredCase[]> {
  const named = item.trim() === '' ? null : await store.read.items.byName(itemKey(item))
  const ofItem =
    named === null
      ? []
      : await store.read.cases.ofItem(named.key, { since: `${since}T00:00:00.000Z`, limit: mostRead })
  const slices = slicesOf(description)
  const scope = caseScope(actor)
  const ids =
    slices.length === 0 || scope === null
      ? []
      : await store.views.casesLike({ slices, scope, limit: mostRead })
  const ofWords = (await store.read.cases.byIds(ids)).filter(
    row => likeness(row.description, description) >= worthALook,
  )
  return [...new Map([...ofItem, ...ofWords].map(row => [row.id, row])).values()]
}

async function cameBack(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  { item, departmentId, registeredAt }: Typing & { registeredAt: string },
): Promise<Similar['recurrenceOf']> {
  const named = item.trim() === '' ? null : await store.read.items.byName(itemKey(item))
  if (named === null) return null
  const candidate = { itemKey: named.key, departmentId, cause: null, caseId: null, registeredAt }
  const id = await recurrenceOf(store.read, candidate)
  const row = id === null ? null : await store.read.cases.byId(id)
  return row && { number: row.number, seen: isVisible(actor, row) }
}

function isVisible(actor: Actor, row: StoredCase): boolean {
  const departmentIds = row.departmentId === null ? [] : [row.departmentId]
  return maySeeCase(actor, { ...row, departmentIds, openTaskDepartmentIds: [] })
}

function shown(row: StoredCase, words: string): SimilarCase {
  const { number, itemName, registeredOn, closedAt, description } = row
  return {
    ...{ number, itemName, registeredOn, open: closedAt === null },
    description: maskText(description),
    likeness: likeness(description, words),
  }
}

function openThenAlike(one: SimilarCase, other: SimilarCase): number {
  return (
    Number(other.open) - Number(one.open) ||
    other.likeness - one.likeness ||
    other.registeredOn.localeCompare(one.registeredOn)
  )
}
