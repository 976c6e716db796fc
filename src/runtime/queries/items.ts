import { addDays, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { howWellNamed } from '../../casework/item.js'
import { NotAllowedProblem, NotFoundProblem } from '../../casework/problem.js'
import { cleanLine } from '../../casework/plain-text.js'
import { itemKey } from '../../casework/recurrence.js'
import { roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type {
  CaseCursor,
  CaseScope,
  FoundItem,
  ItemCauseCount,
  ItemCursor,
  ItemLine,
  ItemListFilter,
  Page,
  StoredItem,
  StoredItemEntry,
  StoredItemName,
  StoredRectification,
} from '../../store/index.js'
import type { Parts } from '../parts.js'
import { ledger, type LedgerLine } from './ledger.js'
import { caseScope } from './reach.js'

/** An item as who types sees it: its name and whose it is. */
export interface OfferedItem {
  readonly name: string
  readonly department: string | null
  readonly departmentId: number | null
}

/** Items of the register by characters, pinyin or its initials; the best first. Nothing for nothing typed. */
export async function offerItems(
  parts: Pick<Parts, 'store'>,
  typed: string,
  limit = 8,
): Promise<readonly OfferedItem[]> {
  const words = itemKey(cleanLine(typed.slice(0, 200)))
  if (!/[\p{L}\p{N}]/u.test(words)) return []
  const found = await parts.store.views.itemSearch({ words, limit: 200 })
  const best = new Map<number, FoundItem & { rank: number }>()
  for (const one of found) {
    const { foundKey: key, foundPinyin: pinyin, foundInitials: initials } = one
    const rank = howWellNamed({ key, pinyin, initials }, words)
    const before = best.get(one.id)
    if (before === undefined || rank < before.rank) best.set(one.id, { ...one, rank })
  }
  return [...best.values()]
    .sort((one, other) => one.rank - other.rank || one.name.length - other.name.length)
    .slice(0, limit)
    .map(({ name, departmentName, departmentId }) => ({ name, department: departmentName, departmentId }))
}

/** Every item of the register by name, for the list that a browser without scripts offers. */
export function itemNames(parts: Pick<Parts, 'store'>): Promise<readonly string[]> {
  return parts.store.read.items.listed(500)
}

/** 事项库, with the counts of the cases that this person may see. */
export async function itemRegister(
  parts: Pick<Parts, 'store'>,
  actor: Actor,
  filter: Omit<ItemListFilter, 'scope'>,
): Promise<Page<ItemLine, ItemCursor> & { readonly met: number }> {
  const words = filter.words === undefined ? undefined : itemKey(filter.words)
  const page = await parts.store.views.itemList({ ...filter, words, scope: scopeOf(actor) })
  return { ...page, met: await parts.store.views.itemsMet() }
}

/** Everything the page of an item shows. */
export interface ItemPage {
  readonly item: StoredItem
  readonly department: string | null
  readonly names: readonly StoredItemName[]
  readonly entries: readonly StoredItemEntry[]
  /** those that this person may see, page by page */
  readonly cases: Page<LedgerLine, CaseCursor>
  /** what departments put right of it, the newest first; a liaison sees their own department's */
  readonly rectifications: readonly (StoredRectification & { readonly departmentName: string })[]
  /** by month and cause, in the last two years */
  readonly causes: readonly ItemCauseCount[]
  /** the item that it turned out to be */
  readonly mergedInto: StoredItem | null
}

/** @throws NotFoundProblem */
export async function itemPage(
  parts: Parts,
  actor: Actor,
  { id, after }: { id: number; after: CaseCursor | null },
): Promise<ItemPage> {
  const { store, clock } = parts
  const item = await store.read.items.byId(id)
  if (item === null) throw new NotFoundProblem(text('item.one'))
  const scope = scopeOf(actor)
  const departments = new Map((await store.read.places.departments()).map(one => [one.id, one.name]))
  const rectifications = await store.read.rectifications.ofItem(item.key, 50)
  const since = `${addDays(localDateOf(clock.now()), -730).slice(0, 7)}-01`
  return {
    item,
    department: item.departmentId === null ? null : (departments.get(item.departmentId) ?? null),
    names: await store.read.items.namesOf(id),
    entries: await store.read.items.entriesOf(id),
    cases: await ledger(parts, actor, { itemKey: item.key, after, limit: 20 }),
    rectifications: rectifications
      .filter(one => actor.role !== 'liaison' || one.departmentId === actor.departmentId)
      .map(one => ({ ...one, departmentName: departments.get(one.departmentId) ?? '' })),
    causes: await store.views.itemCauses({ key: item.key, scope, since }),
    mergedInto: item.mergedInto === null ? null : await store.read.items.byId(item.mergedInto),
  }
}

/** @throws NotAllowedProblem for who belongs to no place or department yet */
function scopeOf(actor: Actor): CaseScope {
  const scope = caseScope(actor)
  if (scope === null) throw new NotAllowedProblem(roleLabel(actor.role), text('runtime.ledger'))
  return scope
}
