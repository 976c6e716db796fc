import type { Knex } from 'knex'
import {
  itemEntryTable,
  itemNameTable,
  itemTable,
  type NewItem,
  type NewItemEntry,
  type StoredItem,
  type StoredItemEntry,
  type StoredItemName,
} from './item.js'
import { rowOf, rowsOf } from './rows.js'
import { insertMissing, insertRows, putRows, updateRows, type Change } from './writes.js'

/** 事项库, for reading. */
export function readItems(knex: Knex) {
  const { columns, name: items } = itemTable
  const { columns: nameColumns, name: names } = itemNameTable
  return {
    byId: (id: number): Promise<StoredItem | null> => rowOf(columns, knex(items).where({ id })),

    /** By the key that cases call it by. */
    byKey: (key: string): Promise<StoredItem | null> => rowOf(columns, knex(items).where({ key })),

    /** The item that goes by this name, whichever of its names it is. */
    byName: (key: string): Promise<StoredItem | null> =>
      rowOf(
        columns,
        knex(items)
          .select(`${items}.*`)
          .join(names, `${names}.item_id`, `${items}.id`)
          .where({ [`${names}.key`]: key }),
      ),

    /** All names of an item, in the order of their letters. */
    namesOf: (itemId: number): Promise<StoredItemName[]> =>
      rowsOf(nameColumns, knex(names).where({ item_id: itemId }).orderBy('pinyin')),

    /** What happened to it, the newest first. */
    entriesOf: (itemId: number): Promise<StoredItemEntry[]> =>
      rowsOf(
        itemEntryTable.columns,
        knex(itemEntryTable.name).where({ item_id: itemId }).orderBy('id', 'desc'),
      ),

    /** The names of items still done, in the order of their letters. */
    async listed(limit: number): Promise<string[]> {
      const query = knex(items).whereNotNull('adopted_at').whereNull('retired_at')
      const rows = await rowsOf({ name: itemTable.columns.name }, query.orderBy('pinyin').limit(limit))
      return rows.map(({ name }) => name)
    },

    /** Names that have no pinyin yet: of cases from before there was a register. */
    unread: (limit: number): Promise<StoredItemName[]> =>
      rowsOf(nameColumns, knex(names).where({ pinyin: '' }).limit(limit)),
  }
}

/** 事项库, for intake and for the office. */
export function itemStore(knex: Knex) {
  return {
    ...readItems(knex),

    /** Takes items in under keys that nothing has yet; answers their ids in the order of the items. */
    insert: (items: readonly NewItem[]): Promise<number[]> =>
      insertRows(
        knex,
        itemTable,
        items.map(item => ({ ...item, revision: 1 })),
      ),

    /** Changes items from the revision that was read. Answers the ids that had another by then. */
    update: (changes: readonly Change<typeof itemTable.columns>[]): Promise<number[]> =>
      updateRows(knex, itemTable, changes, { revise: true }),

    /** Gives items names. One that is taken already stays whose it is: answered are the keys that were free. */
    async addNames(names: readonly StoredItemName[]): Promise<ReadonlySet<string>> {
      const added = await insertMissing(knex, itemNameTable, names, ['key'])
      return new Set(added.map(row => (row as { key: string }).key))
    },

    /** Writes names as they are now, under the keys they have. */
    putNames: (names: readonly StoredItemName[]): Promise<void> =>
      putRows(knex, itemNameTable, names, ['key']),

    async removeNames(keys: readonly string[]): Promise<void> {
      await knex(itemNameTable.name).whereIn('key', keys).delete()
    },

    /** 并入: the names, cases and rectifications of one item become another's. Answers how many cases. */
    async moveAll(from: StoredItem, into: StoredItem): Promise<number> {
      await knex(itemNameTable.name).where({ item_id: from.id }).update({ item_id: into.id })
      await knex('rectification').where({ item_key: from.key }).update({ item_key: into.key })
      return knex('grievance_case').where({ item_key: from.key }).update({ item_key: into.key })
    },

    record: (entries: readonly NewItemEntry[]): Promise<number[]> =>
      insertRows(knex, itemEntryTable, entries),
  }
}
