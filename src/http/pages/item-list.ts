import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { itemRegister } from '../../runtime/index.js'
import { itemCursor, writeCursor } from '../forms/cursor.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel, PaginationModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'items/list': ItemListModel
  }
}

/** What an address asks of the register. */
export interface ItemQuery {
  readonly show: 'listed' | 'met' | 'retired'
  readonly words: string
  readonly department: number | null
  readonly after: string | null
}

/** 事项库. */
export interface ItemListModel {
  readonly header: PageHeaderModel
  readonly tabs: readonly (LinkModel & { readonly current: boolean })[]
  readonly search: {
    readonly show: string
    readonly words: string
    readonly departments: readonly {
      readonly value: string
      readonly label: string
      readonly chosen: boolean
    }[]
    readonly clear: string | null
  }
  /** what keeps coming */
  readonly patternsHref: string
  readonly importHref: string | null
  readonly table: LedgerModel
  readonly empty: EmptyStateModel | null
  readonly pages: PaginationModel
}

type Register = Awaited<ReturnType<typeof itemRegister>>

/** Who describes items. */
export function mayDescribe({ role }: Actor): boolean {
  return role === 'officer' || role === 'supervisor'
}

export function itemListPage(
  actor: Actor,
  query: ItemQuery,
  {
    page,
    departments,
    size,
  }: { page: Register; departments: readonly { id: number; name: string }[]; size: number },
): ItemListModel {
  const writes = mayDescribe(actor)
  const filtered = query.words !== '' || query.department !== null
  return {
    header: {
      title: text('items.title'),
      what: text('items.what'),
      next: text(writes ? 'items.next' : 'items.nextReader'),
      by: null,
    },
    tabs: (['listed', 'met', 'retired'] as const).map(show => ({
      href: itemsAddress({ show, words: '', department: null, after: null }),
      label: text(`items.tab.${show}`, { count: page.met }),
      current: show === query.show,
    })),
    search: {
      show: query.show,
      words: query.words,
      departments: departments.map(({ id, name }) => ({
        value: String(id),
        label: name,
        chosen: id === query.department,
      })),
      clear: filtered ? itemsAddress({ ...query, words: '', department: null, after: null }) : null,
    },
    patternsHref: paths.patterns,
    importHref: writes ? paths.itemImport : null,
    table: ledger(null, columns, page.rows.map(cells)),
    empty: page.rows.length > 0 ? null : empty(query.show, filtered, writes),
    pages: {
      shown: text('items.shown', { count: size }),
      previous: query.after === null ? null : itemsAddress({ ...query, after: null }),
      next: page.next ? itemsAddress({ ...query, after: writeCursor(itemCursor.parse(page.next)) }) : null,
    },
  }
}

export function itemsAddress({ show, words, department, after }: ItemQuery): string {
  const search = new URLSearchParams({
    ...(show !== 'listed' && { show }),
    ...(words !== '' && { q: words }),
    ...(department !== null && { department: String(department) }),
    ...(after !== null && { after }),
  }).toString()
  return search === '' ? paths.items : `${paths.items}?${search}`
}

const columns = [
  { label: text('items.column.name') },
  { label: text('items.column.department') },
  ...['cases', 'open', 'rectified', 'recurred'].map(name => ({
    label: text(`items.column.${name}`),
    numeric: true,
  })),
  { label: text('items.column.guide') },
]

function cells(row: Register['rows'][number]): readonly LedgerValue[] {
  return [
    { text: row.name, href: pathTo(paths.item, { id: row.id }) },
    row.departmentName ?? text('shell.none'),
    text('items.count', { count: row.cases }),
    text('items.count', { count: row.openCases }),
    text('items.times', { count: row.rectified }),
    text('items.times', { count: row.recurred }),
    row.guideUrl === null
      ? (row.guideVersion ?? text('items.guide.none'))
      : { text: row.guideVersion ?? text('items.guide.link'), href: row.guideUrl },
  ]
}

function empty(show: ItemQuery['show'], filtered: boolean, writes: boolean): EmptyStateModel {
  const which = filtered ? 'filtered' : show
  return {
    title: text(`items.empty.${which}.title`),
    why: text(`items.empty.${which}.why`),
    action:
      writes && which === 'listed' ? { href: paths.itemImport, label: text('items.import.open') } : null,
  }
}
