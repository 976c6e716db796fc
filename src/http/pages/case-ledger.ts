import { formatDate } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { isTooShort, searchTerms } from '../../casework/search.js'
import { text } from '../../catalogue/index.js'
import type { LedgerGroups, LedgerLine, LedgerNames, SavedLedgerView } from '../../runtime/index.js'
import { writeCursor, type LedgerCursor } from '../forms/cursor.js'
import { columnLabel, firstColumns } from '../forms/ledger-columns.js'
import {
  firstPage,
  flowPeriodOf,
  isFiltered,
  ledgerAddress,
  type LedgerQuery,
} from '../forms/ledger-query.js'
import { paths } from '../paths.js'
import { ledgerCell } from './ledger-cells.js'
import { ledgerFilters, type LedgerFiltersModel } from './ledger-filters.js'
import { groupTable } from './ledger-groups.js'
import { ledgerTools, type LedgerToolsModel } from './ledger-tools.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel, PaginationModel } from './parts.js'

/** The model of `cases/list`. */
export interface CaseLedgerModel {
  readonly header: PageHeaderModel
  readonly filters: LedgerFiltersModel
  /** what is asked beside the form, each with the way to ask it no more */
  readonly narrowed: readonly LinkModel[]
  readonly tools: LedgerToolsModel
  readonly table: LedgerModel
  /** many columns: the table scrolls by itself and keeps its first one in sight */
  readonly wide: boolean
  readonly pages: PaginationModel
  readonly first: string | null
  readonly empty: EmptyStateModel | null
}

/** What the ledger shows: a page of cases, or groups. */
export interface LedgerShown {
  readonly actor: Actor
  readonly query: LedgerQuery
  readonly names: LedgerNames
  readonly views: readonly SavedLedgerView[]
  /** how many cases that are, counted no further than `countedTo` */
  readonly total: number
  readonly page: {
    readonly rows: readonly LedgerLine[]
    readonly next: { readonly registeredAt: string; readonly id: number } | null
  }
  /** 序号 of the row before the first */
  readonly before: number
  readonly groups: LedgerGroups | null
  readonly problem?: { readonly name: string; readonly sentence: string } | undefined
}

/** Cases are counted up to here: nobody reads the difference beyond, and a million are not counted for each page. */
export const countedTo = 10_000

export function caseLedgerPage(shown: LedgerShown): CaseLedgerModel {
  const { actor, query, names, views, total, page, before, groups, problem } = shown
  const asked = firstPage(query)
  const filtered = isFiltered(query)
  const nothing = total === 0
  return {
    header: {
      title: text('cases.title'),
      what: text(`cases.what.${actor.role}`),
      next: text('cases.next'),
      by: null,
    },
    filters: ledgerFilters(actor, query, names, filtered),
    narrowed: narrowedBy(asked, page.rows),
    tools: ledgerTools(actor, query, { views, total, problem }),
    table: groups === null ? rowsTable(query, page.rows, before) : groupTable(asked, groups, names),
    wide: groups === null && (query.columns?.length ?? 0) > firstColumns.length,
    pages: {
      shown: groups === null ? shownWords(total, page.rows.length, before) : totalWords(groups.total),
      previous: null,
      next:
        groups === null && page.next
          ? ledgerAddress(paths.cases, {
              ...asked,
              after: writeCursor({ ...page.next, before: before + page.rows.length } satisfies LedgerCursor),
            })
          : null,
    },
    first: query.after === null ? null : ledgerAddress(paths.cases, asked),
    empty: nothing ? (tooShort(query.words) ?? empty(filtered, actor)) : null,
  }
}

function rowsTable(query: LedgerQuery, rows: readonly LedgerLine[], before: number): LedgerModel {
  const columns = query.columns ?? firstColumns
  return ledger(
    null,
    columns.map(column => ({ label: columnLabel(column), numeric: column === 'position' })),
    rows.map((row, index) => columns.map(column => ledgerCell(row, column, before + index + 1))),
  )
}

function shownWords(total: number, rows: number, before: number): string {
  return text('cases.shown', { total: totalWords(total), from: before + 1, to: before + rows })
}

function totalWords(total: number): string {
  return text(total > countedTo ? 'cases.total.more' : 'cases.total', {
    count: Math.min(total, countedTo).toLocaleString('zh-CN'),
  })
}

/** What a link from elsewhere asked, that no field of the form shows: one item, or something the flow counted. */
function narrowedBy(asked: LedgerQuery, rows: readonly LedgerLine[]): readonly LinkModel[] {
  const { item, called, flow } = asked
  const period = flowPeriodOf(asked)
  const name = rows[0]?.itemName ?? called
  return [
    ...(item === null && called === null
      ? []
      : [
          {
            label:
              name === null ? text('cases.narrowed.itemAlone') : text('cases.narrowed.item', { item: name }),
            href: ledgerAddress(paths.cases, { ...asked, item: null, called: null }),
          },
        ]),
    ...(flow === null || period === null
      ? []
      : [
          {
            label: text('cases.narrowed.flow', {
              what: text(`cases.flow.${flow}`),
              from: plainDay(period.from),
              to: plainDay(period.to),
            }),
            href: ledgerAddress(paths.cases, {
              ...asked,
              flow: null,
              step: null,
              flowFrom: null,
              flowTo: null,
            }),
          },
        ]),
  ]
}

function plainDay(day: string): string {
  return formatDate(day).replace(/（.*/, '')
}

/** Why words of one character find nothing; null when they have more. */
export function tooShort(words: string): EmptyStateModel | null {
  return words !== '' && isTooShort(searchTerms(words))
    ? { title: text('search.short.title'), why: text('search.short.why'), action: null }
    : null
}

function empty(filtered: boolean, { role }: Actor): EmptyStateModel {
  return filtered
    ? {
        title: text('cases.empty.filtered.title'),
        why: text('cases.empty.filtered.why'),
        action: { href: paths.cases, label: text('cases.clear') },
      }
    : { title: text('cases.empty.title'), why: text(`cases.empty.why.${role}`), action: null }
}
