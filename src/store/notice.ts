import { instant, integer, json, nullable, text, type NewRowOf, type RowOf } from './rows.js'

/** Whom a notice is for: one account, or whoever has a role, at one place or in one department where it says so. */
export type NoticeReach =
  | { readonly accountId: number }
  | {
      readonly role: string
      readonly departmentId?: number | null | undefined
      readonly placeId?: number | null | undefined
    }

/** What fills the sentence of a notice’s kind: names and instants of then. Nothing about a citizen. */
export type NoticeWords = Readonly<Record<string, string | number>>

/** 提醒: one message to one reach. */
export const noticeTable = {
  name: 'notice',
  columns: {
    id: integer,
    at: instant,
    /** its sentence is `notice.<kind>` in the catalogue */
    kind: text,
    /** see {@link reachKey} */
    reach: text,
    /** who caused it; null for what nobody did, a passed limit */
    fromId: nullable(integer),
    caseId: nullable(integer),
    taskId: nullable(integer),
    /** the paper or the urging it tells of */
    supervisionId: nullable(integer),
    words: json<NoticeWords>(),
    /** what must be told once has a key of its own; the second insert does nothing */
    once: nullable(text),
  },
}

export type StoredNotice = RowOf<typeof noticeTable.columns>
export type NewNotice = Omit<NewRowOf<typeof noticeTable.columns>, 'reach'> & { readonly to: NoticeReach }

/** A reach in one word: `account 7`, `officer`, `liaison of 3`, `clerk at 2`. */
export function reachKey(reach: NoticeReach): string {
  if ('accountId' in reach) return `account ${reach.accountId}`
  const { role, departmentId, placeId } = reach
  if (departmentId) return `${role} of ${departmentId}`
  return placeId ? `${role} at ${placeId}` : role
}
