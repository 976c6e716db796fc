import type { Actor } from '../casework/actor.js'
import type { ItemDescription } from '../casework/item.js'
import { pinyinOf } from '../casework/pinyin.js'
import { InvalidAnswersProblem, NotFoundProblem, StalePageProblem } from '../casework/problem.js'
import { itemKey } from '../casework/recurrence.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredItem, StoredItemEntry, Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

type ItemParts = Pick<Parts, 'store' | 'clock'>

/** Who changes an item, and when; nobody when it came with a report. */
interface Mover {
  readonly at: Instant
  readonly by: Actor | null
}

/** Which item, as the page that changes it has seen it. */
export interface ItemSeen {
  readonly id: number
  readonly revision: number
}

/** The item that goes by this name. One that nobody has met is noted, and waits to be adopted by the office. */
export async function itemCalled(unit: Unit, name: string, at: Instant): Promise<StoredItem> {
  const known = await unit.items.byName(itemKey(name))
  return known ?? takeIn(unit, { name, departmentId: null, adoptedAt: null }, { at, by: null })
}

/** Fills the register: of each item its name and department. What is listed already stays as it is. Answers how many came. */
export function listItems(
  parts: ItemParts,
  by: Actor | null,
  items: readonly Pick<ItemDescription, 'name' | 'aliases' | 'departmentId'>[],
): Promise<number> {
  return command(parts, async (unit, at) => {
    requireRight(by, 'item.change')
    let came = 0
    for (const { name, aliases, departmentId } of items) {
      const known = await unit.items.byName(itemKey(name))
      if (known?.adoptedAt) continue
      const item = known ?? (await takeIn(unit, { name, departmentId, adoptedAt: at }, { at, by }))
      if (known) await change(unit, known, { adoptedAt: at, departmentId })
      if (known) await note(unit, known.id, { at, by }, 'adopted', { name })
      await unit.items.addNames(aliases.map(alias => nameOf(item.id, alias)))
      came++
    }
    return came
  })
}

/** 收录 or 修改: the office describes an item. A name that was changed stays among the names it is found by. */
export function describeItem(
  parts: ItemParts,
  by: Actor,
  { id, revision }: ItemSeen,
  described: ItemDescription,
): Promise<void> {
  return command(parts, async (unit, at) => {
    requireRight(by, 'item.change')
    const item = await seen(unit, { id, revision })
    const mover = { at, by }
    await rename(unit, item, described)
    const { name, departmentId, guideUrl, guideVersion } = described
    const adoptedAt = item.adoptedAt ?? at
    await change(unit, item, {
      ...{ name, departmentId, guideUrl, guideVersion, adoptedAt },
      pinyin: pinyinOf(name).full,
    })
    await note(unit, id, mover, item.adoptedAt === null ? 'adopted' : 'edited', { name })
    if (guideUrl !== item.guideUrl || guideVersion !== item.guideVersion)
      await note(unit, id, mover, 'guide', { url: guideUrl, version: guideVersion })
  })
}

/** 并入: two names of one thing. Its cases, rectifications and names go with it; its page leads on to the other. */
export function mergeItem(
  parts: ItemParts,
  by: Actor,
  { id, revision }: ItemSeen,
  intoName: string,
): Promise<StoredItem> {
  return command(parts, async (unit, at) => {
    requireRight(by, 'item.change')
    const item = await seen(unit, { id, revision })
    const into = await unit.items.byName(itemKey(intoName))
    if (!into?.adoptedAt) throw new InvalidAnswersProblem({ into: text('item.into.unknown') })
    if (into.id === id) throw new InvalidAnswersProblem({ into: text('item.into.same') })
    const cases = await unit.items.moveAll(item, into)
    await change(unit, item, { mergedInto: into.id, retiredAt: item.retiredAt ?? at })
    await note(unit, id, { at, by }, 'merged', { into: into.name })
    await note(unit, into.id, { at, by }, 'merged', { from: item.name, cases: String(cases) })
    return into
  })
}

/** 停办: no longer offered in the search, its cases stay; or done again. */
export function retireItem(
  parts: ItemParts,
  by: Actor,
  { id, revision }: ItemSeen,
  { retire, reason }: { retire: boolean; reason: string },
): Promise<void> {
  return command(parts, async (unit, at) => {
    requireRight(by, 'item.change')
    const item = await seen(unit, { id, revision })
    if (retire && reason === '')
      throw new InvalidAnswersProblem({ reason: text('item.retire.reason.missing') })
    await change(unit, item, { retiredAt: retire ? at : null })
    await note(unit, id, { at, by }, retire ? 'retired' : 'restored', { reason: reason || null })
  })
}

/** Gives names from before there was a register their pinyin; answers whether there were any. */
export function readUnreadNames(parts: ItemParts): Promise<boolean> {
  return command(parts, async unit => {
    const names = await unit.items.unread(500)
    await unit.items.putNames(names.map(({ itemId, name }) => nameOf(itemId, name)))
    for (const { itemId, name } of names) {
      const item = await unit.items.byId(itemId)
      if (item?.name === name) await change(unit, item, { pinyin: pinyinOf(name).full })
    }
    return names.length > 0
  })
}

async function takeIn(
  unit: Unit,
  { name, departmentId, adoptedAt }: Pick<StoredItem, 'name' | 'departmentId' | 'adoptedAt'>,
  mover: Mover,
): Promise<StoredItem> {
  const key = itemKey(name)
  const [id = 0] = await unit.items.insert([
    { key, name, departmentId, adoptedAt, pinyin: pinyinOf(name).full, createdAt: mover.at },
  ])
  await unit.items.addNames([nameOf(id, name)])
  await note(unit, id, mover, adoptedAt === null ? 'met' : 'adopted', { name })
  const item = await unit.items.byId(id)
  if (item === null) throw new Error(`Item ${id} was not stored`)
  return item
}

/** Other names may be dropped, the present one and the key that its cases have may not; a taken one is refused. */
async function rename(unit: Unit, item: StoredItem, { name, aliases }: ItemDescription): Promise<void> {
  const before = await unit.items.namesOf(item.id)
  const names = [name, ...aliases, ...(name === item.name ? [] : [item.name])].map(one =>
    nameOf(item.id, one),
  )
  for (const one of names) {
    const owner = (await unit.items.byName(one.key)) ?? item
    if (owner.id !== item.id) {
      const field = one.key === itemKey(name) ? 'name' : 'aliases'
      throw new InvalidAnswersProblem({
        [field]: text('item.name.taken', { name: one.name, other: owner.name }),
      })
    }
  }
  const kept = new Set([...names.map(({ key }) => key), item.key])
  await unit.items.removeNames(before.map(({ key }) => key).filter(key => !kept.has(key)))
  await unit.items.putNames(names)
}

async function seen(unit: Unit, { id, revision }: ItemSeen): Promise<StoredItem> {
  const item = await unit.items.byId(id)
  if (item?.mergedInto !== null) throw new NotFoundProblem(text('item.one'))
  if (item.revision !== revision) {
    const [last] = await unit.items.entriesOf(id)
    throw new StalePageProblem(item.name, last?.byName ?? text('item.somebody'))
  }
  return item
}

async function change(
  unit: Unit,
  { id, revision }: StoredItem,
  set: Partial<Omit<StoredItem, 'id' | 'revision' | 'key'>>,
): Promise<void> {
  const [lost] = await unit.items.update([{ id, expectedRevision: revision, set }])
  if (lost !== undefined) throw new Error(`Item ${id} changed within its own transaction`)
}

async function note(
  unit: Unit,
  itemId: number,
  { at, by }: Mover,
  kind: StoredItemEntry['kind'],
  data: StoredItemEntry['data'],
): Promise<void> {
  await unit.items.record([{ itemId, at, by: by?.accountId ?? null, byName: by?.name ?? null, kind, data }])
}

function nameOf(itemId: number, name: string) {
  const { full, initials } = pinyinOf(name)
  return { key: itemKey(name), itemId, name, pinyin: full, initials }
}
