import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import {
  flag,
  instant,
  integer,
  nullable,
  oneOf,
  rowOf,
  rowsOf,
  selection,
  text,
  type RowOf,
} from './rows.js'
import { ask } from './views/sql.js'
import { insertRows, updateRows } from './writes.js'

/** A diagram being changed: one a key, open or not. */
const draftTable = {
  name: 'process_draft',
  columns: {
    id: integer,
    key: text,
    name: text,
    /** the version it was made from; null for a process that was never deployed */
    baseId: nullable(integer),
    /** goes up by one with each change, of whatever kind */
    revision: integer,
    open: flag,
    savedAt: instant,
    savedBy: nullable(integer),
  },
}

/** What a draft looked like after each change. */
const revisionTable = {
  name: 'process_draft_revision',
  columns: {
    id: integer,
    draftId: integer,
    revision: integer,
    kind: oneOf('saved', 'imported', 'restored'),
    xml: text,
    sha256: text,
    savedAt: instant,
    savedBy: nullable(integer),
  },
}

export type StoredDiagramDraft = RowOf<typeof draftTable.columns>
export type DraftRevision = RowOf<typeof revisionTable.columns>
export type RevisionKind = DraftRevision['kind']

const { xml: _xml, ...shown } = revisionTable.columns
const lineColumns = { ...shown, savedByName: nullable(text) }
/** A revision in a list, without its diagram. */
export type DraftRevisionLine = RowOf<typeof lineColumns>

/** How a draft stands after a change; `id` of the draft that is there already. */
export interface DraftChange {
  readonly id: number | null
  readonly key: string
  readonly name: string
  readonly baseId: number | null
  /** the one that was read; the draft has the next one afterwards */
  readonly revision: number
  readonly open: boolean
  readonly at: Instant
  readonly by: number | null
}

/** Drafts, for reading. */
export function readDiagramDrafts(knex: Knex) {
  return {
    byId: (id: number): Promise<StoredDiagramDraft | null> =>
      rowOf(draftTable.columns, knex(draftTable.name).where({ id })),

    byKey: (key: string): Promise<StoredDiagramDraft | null> =>
      rowOf(draftTable.columns, knex(draftTable.name).where({ key })),

    /** Those that are open, by key. */
    allOpen: (): Promise<StoredDiagramDraft[]> =>
      rowsOf(draftTable.columns, knex(draftTable.name).where({ open: 1 }).orderBy('key')),

    /** The newest revision that has a diagram. */
    latest: (draftId: number): Promise<DraftRevision | null> =>
      rowOf(
        revisionTable.columns,
        knex(revisionTable.name).where({ draft_id: draftId }).orderBy('revision', 'desc').limit(1),
      ),

    revisionById: (id: number): Promise<DraftRevision | null> =>
      rowOf(revisionTable.columns, knex(revisionTable.name).where({ id })),

    /** The kept revisions, the newest first. */
    revisions: (draftId: number): Promise<DraftRevisionLine[]> =>
      ask(
        knex,
        lineColumns,
        `select ${selection(shown, 'r').join()}, a.display_name as saved_by_name
         from process_draft_revision r left join account a on a.id = r.saved_by
         where r.draft_id = ? order by r.revision desc`,
        [draftId],
      ),
  }
}

/** Drafts, for changing them. */
export function diagramDraftStore(knex: Knex) {
  return {
    ...readDiagramDrafts(knex),

    /** Writes how the draft stands now; answers its id, or null when another was faster. */
    async put({ id, revision, at, by, ...rest }: DraftChange): Promise<number | null> {
      const set = { ...rest, savedAt: at, savedBy: by }
      if (id === null) {
        const [made] = await insertRows(knex, draftTable, [{ ...set, revision: revision + 1 }])
        return made ?? null
      }
      const lost = await updateRows(knex, draftTable, [{ id, expectedRevision: revision, set }], {
        revise: true,
      })
      return lost.length > 0 ? null : id
    },

    keep: (revision: Omit<DraftRevision, 'id'>): Promise<number[]> =>
      insertRows(knex, revisionTable, [revision]),

    /** Forgets all but the newest `count` revisions and the last one of each writer: nobody’s work is pushed out by another’s. */
    async prune(draftId: number, count: number): Promise<void> {
      await knex.raw(
        `delete from process_draft_revision where draft_id = ? and id not in (
           select id from (select id from process_draft_revision where draft_id = ? order by revision desc limit ?) newest
         ) and id not in (
           select max(id) from process_draft_revision where draft_id = ? group by saved_by
         )`,
        [draftId, draftId, count, draftId],
      )
    },
  }
}
