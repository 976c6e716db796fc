import { instant, integer, json, nullable, oneOf, text, type NewRowOf, type RowOf } from './rows.js'

/** 事项: something people come to have done. One that was only met in a report waits to be adopted (未入库). */
export const itemTable = {
  name: 'item',
  columns: {
    id: integer,
    revision: integer,
    /** what cases and rectifications call it by; it stays when the name changes */
    key: text,
    name: text,
    /** what lists are sorted by */
    pinyin: text,
    departmentId: nullable(integer),
    /** where its guide stands, and which edition of it */
    guideUrl: nullable(text),
    guideVersion: nullable(text),
    createdAt: instant,
    /** when the office took it into the register; null for one that was only met */
    adoptedAt: nullable(instant),
    /** when it was no longer done */
    retiredAt: nullable(instant),
    /** the item that it turned out to be */
    mergedInto: nullable(integer),
  },
}

/** A name that an item goes by; its own is one of them. */
export const itemNameTable = {
  name: 'item_name',
  columns: {
    /** the name without what people write differently */
    key: text,
    itemId: integer,
    name: text,
    pinyin: text,
    initials: text,
  },
}

/** What happened to an item, and who did it. */
export const itemEntryTable = {
  name: 'item_entry',
  columns: {
    id: integer,
    itemId: integer,
    at: instant,
    by: nullable(integer),
    /** as it was then */
    byName: nullable(text),
    kind: oneOf('met', 'adopted', 'edited', 'guide', 'merged', 'retired', 'restored'),
    data: json<Readonly<Record<string, string | null>>>(),
  },
}

export type StoredItem = RowOf<typeof itemTable.columns>
export type NewItem = Omit<NewRowOf<typeof itemTable.columns>, 'revision'>
export type StoredItemName = RowOf<typeof itemNameTable.columns>
export type StoredItemEntry = RowOf<typeof itemEntryTable.columns>
export type NewItemEntry = NewRowOf<typeof itemEntryTable.columns>
