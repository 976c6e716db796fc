import { formatInstant } from '../../calendar/index.js'
import { hasText, text } from '../../catalogue/index.js'
import type { incidentPage } from '../../runtime/index.js'
import { idCursor, writeCursor } from '../forms/cursor.js'
import { paths, pathTo } from '../paths.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel, PaginationModel } from './parts.js'
import { state, type StateModel } from './state.js'

type Incidents = Awaited<ReturnType<typeof incidentPage>>

/** The model of `admin/incidents`. */
export interface IncidentsModel {
  readonly header: PageHeaderModel
  readonly tabs: readonly (LinkModel & { readonly current: boolean })[]
  readonly rows: readonly IncidentRow[]
  readonly pages: PaginationModel
  readonly empty: EmptyStateModel | null
}

interface IncidentRow {
  readonly title: string
  readonly message: string
  readonly meta: readonly string[]
  readonly case: LinkModel | null
  readonly state: StateModel
  readonly detail: string | null
  readonly retry: string | null
}

export function incidentsPage(page: Incidents, open: boolean): IncidentsModel {
  const waiting = page.rows.filter(one => one.resolvedAt === null).length
  return {
    header: {
      title: text('admin.incidents.title'),
      what: text('admin.incidents.what'),
      next: text(waiting > 0 ? 'admin.incidents.next' : 'admin.incidents.next.none', { count: waiting }),
      by: null,
    },
    tabs: [true, false].map(one => ({
      href: hrefOf(one, null),
      label: text(one ? 'admin.incidents.open' : 'admin.incidents.all'),
      current: one === open,
    })),
    rows: page.rows.map(rowOf),
    pages: {
      shown: text('admin.incidents.shown', { count: page.rows.length }),
      previous: null,
      next: page.next === null ? null : hrefOf(open, writeCursor(idCursor.parse({ id: page.next }))),
    },
    empty:
      page.rows.length === 0
        ? { title: text('admin.incidents.empty.title'), why: text('admin.incidents.empty.why'), action: null }
        : null,
  }
}

function rowOf(one: Incidents['rows'][number]): IncidentRow {
  const kind = `admin.incidents.kind.${one.kind}`
  const { id, caseNumber, itemName, resolvedAt, resolvedByName, detail } = one
  return {
    title: text(hasText(kind) ? kind : 'admin.incidents.kind.other'),
    message: one.message,
    meta: [
      text('admin.incidents.opened', { when: formatInstant(one.openedAt) }),
      ...(one.topic === null
        ? []
        : [text('admin.incidents.topic', { topic: one.topic, count: one.attempts ?? 0 })]),
      ...(one.definitionKey === null
        ? []
        : [
            text('admin.incidents.definition', {
              key: one.definitionKey,
              version: one.definitionVersion ?? 0,
            }),
          ]),
      ...(resolvedAt === null
        ? []
        : [
            text('admin.incidents.resolved', {
              when: formatInstant(resolvedAt),
              by: resolvedByName ?? text('runtime.someone'),
            }),
          ]),
    ],
    case:
      caseNumber === null
        ? null
        : { href: pathTo(paths.case, { number: caseNumber }), label: `${caseNumber} ${itemName ?? ''}` },
    state:
      resolvedAt === null
        ? state('late', text('admin.incidents.state.open'))
        : state('met', text('admin.incidents.state.resolved')),
    detail: detail === null ? null : JSON.stringify(detail, null, 2),
    retry: resolvedAt === null ? pathTo(paths.retryIncident, { id }) : null,
  }
}

function hrefOf(open: boolean, after: string | null): string {
  const query = new URLSearchParams({
    ...(open ? {} : { show: 'all' }),
    ...(after === null ? {} : { after }),
  }).toString()
  return query === '' ? paths.incidents : `${paths.incidents}?${query}`
}
