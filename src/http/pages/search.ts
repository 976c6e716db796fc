import { formatDate } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { excerptOf, hasTerm, type ExcerptPart } from '../../casework/excerpt.js'
import { mayFindByPerson } from '../../casework/permission.js'
import { searchTerms } from '../../casework/search.js'
import { text } from '../../catalogue/index.js'
import type { LedgerLine } from '../../runtime/index.js'
import { caseCursor, writeCursor } from '../forms/cursor.js'
import { paths, pathTo } from '../paths.js'
import { stateOf } from './case-ledger-cells.js'
import { tooShort } from './case-ledger.js'
import type { EmptyStateModel, PageHeaderModel, PaginationModel } from './parts.js'
import type { StateModel } from './state.js'

declare module '../render.js' {
  interface Pages {
    'search/results': SearchModel
  }
}

/** What was found, the newest registered first. */
export interface SearchModel {
  readonly header: PageHeaderModel
  readonly words: string
  readonly results: readonly SearchResult[]
  readonly empty: EmptyStateModel | null
  readonly pages: PaginationModel
}

interface SearchResult {
  readonly href: string
  readonly number: string
  readonly item: readonly ExcerptPart[]
  readonly state: StateModel
  readonly excerpt: readonly ExcerptPart[]
  /** place, department, day */
  readonly facts: readonly string[]
  /** why it was found, where its words do not show it: names and numbers stay hidden */
  readonly by: string | null
}

export interface SearchQuery {
  readonly words: string
  readonly after: string | null
}

export const searchPageSize = 20

export function searchPage(
  actor: Actor,
  { words, after }: SearchQuery,
  page: { readonly rows: readonly LedgerLine[]; readonly next: unknown },
): SearchModel {
  const terms = searchTerms(words)
  const people = mayFindByPerson(actor)
  return {
    header: {
      title: words === '' ? text('search.title') : text('search.titleOf', { words }),
      what: text(people ? 'search.what' : 'search.what.noPerson'),
      next: text('search.next'),
      by: null,
    },
    words,
    results: page.rows.map(row => result(row, terms)),
    empty: page.rows.length > 0 ? null : (tooShort(words) ?? empty(words)),
    pages: {
      shown: text('search.shown', { count: searchPageSize }),
      previous: after === null ? null : searchAddress(words),
      next: page.next ? searchAddress(words, writeCursor(caseCursor.parse(page.next))) : null,
    },
  }
}

export function searchAddress(words: string, after?: string): string {
  return `${paths.search}?${new URLSearchParams({ q: words, ...(after !== undefined && { after }) }).toString()}`
}

function result(row: LedgerLine, terms: readonly string[]): SearchResult {
  const { number, itemName, description, placeName, departmentName, registeredOn } = row
  const day = text('search.registered', { day: formatDate(registeredOn) })
  return {
    href: pathTo(paths.case, { number }),
    number,
    item: excerptOf(itemName, terms, { around: 200, length: 200 }),
    state: stateOf(row),
    excerpt: excerptOf(description, terms),
    facts: [placeName, departmentName ?? text('case.department.unknown'), day],
    by: foundBy(row, terms),
  }
}

function foundBy(
  { number, itemName, description, departmentName }: LedgerLine,
  terms: readonly string[],
): string | null {
  if (hasTerm(number, terms)) return text('search.by.number')
  const shown = [itemName, description, departmentName ?? ''].some(field => hasTerm(field, terms))
  return shown ? null : text('search.by.person')
}

function empty(words: string): EmptyStateModel {
  const which = words === '' ? 'start' : 'empty'
  return { title: text(`search.${which}.title`), why: text(`search.${which}.why`), action: null }
}
