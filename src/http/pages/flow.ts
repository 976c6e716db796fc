import { formatDate } from '../../calendar/index.js'
import type { LocalDate } from '../../calendar/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import type { Flow, FlowDays, FlowKind, FlowNode, FlowPage, FlowTimes } from '../../runtime/index.js'
import { flowSearch, usualPeriods, type FlowQuery } from '../forms/flow-query.js'
import { ledgerAddress, readLedgerQuery } from '../forms/ledger-query.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import {
  diagram,
  type DiagramModel,
  type DiagramState,
  type EmptyStateModel,
  type LinkModel,
  type PageHeaderModel,
} from './parts.js'
import { timeWords } from './work-time.js'

/** The model of `flow/flow`. */
export interface FlowModel {
  readonly header: PageHeaderModel
  readonly filters: {
    readonly from: string
    readonly to: string
    readonly againstFrom: string
    readonly againstTo: string
    readonly problem: string | null
    readonly usual: readonly (LinkModel & { readonly current: boolean })[]
  }
  readonly diagrams: readonly {
    readonly id: string
    readonly title: string
    readonly diagram: DiagramModel
  }[]
  readonly side: boolean
  readonly nodes: LedgerModel
  readonly back: LedgerModel
  readonly empty: EmptyStateModel | null
}

export function flowPage(query: FlowQuery, page: FlowPage | null, today: LocalDate): FlowModel {
  const periods = page?.periods ?? []
  const search = flowSearch(query)
  return {
    header: { title: text('flow.title'), what: text('flow.what'), next: text('flow.next'), by: null },
    filters: {
      from: query.period.from,
      to: query.period.to,
      againstFrom: query.against?.from ?? '',
      againstTo: query.against?.to ?? '',
      problem: query.backward ? text('flow.backward') : null,
      usual: usualPeriods(today).map(({ quarter, ...usual }) => ({
        label: text(usual.against === null ? 'flow.usual.alone' : 'flow.usual', {
          quarter: quarterLabel(quarter),
        }),
        href: `${paths.flow}?${flowSearch(usual)}`,
        current: flowSearch(usual) === search,
      })),
    },
    diagrams: page === null ? [] : periods.map(({ from, to }, index) => drawn(page, { from, to }, index)),
    side: periods.length > 1,
    nodes: nodeTable(periods, page?.dayLength ?? 1),
    back: backTable(periods),
    empty: periods.some(hasAny)
      ? null
      : { title: text('flow.empty'), why: text('flow.empty.why'), action: null },
  }
}

function hasAny({ nodes, back }: Flow): boolean {
  return (
    nodes.some(({ done, waiting }) => done.times + waiting.times > 0) || back.some(({ times }) => times > 0)
  )
}

function drawn({ definitionId: id }: FlowPage, days: FlowDays, index: number) {
  const state = `${paths.flowState}?${flowSearch({ period: days, against: null })}`
  const plain = diagram(pathTo(paths.definitionXml, { id }), state)
  return {
    id: `flow-${index + 1}`,
    title: periodWords(days),
    diagram: {
      ...plain,
      words: { ...plain.words, here: text('watch.heat.here'), standing: text('flow.most') },
    },
  }
}

/** For the viewer: each node that did anything in the period, the deeper the longer it took. */
export function flowState({ periods, dayLength }: FlowPage): DiagramState {
  const nodes = (periods[0]?.nodes ?? []).filter(({ done, waiting }) => done.times + waiting.times > 0)
  const longest = Math.max(1, ...nodes.map(({ times }) => times?.median ?? 0))
  return {
    taken: [],
    finished: [],
    standing: nodes.map(({ id, done, times, waiting }) => ({
      id,
      words: [
        text('flow.badge.done', { count: done.times }),
        ...(times === null
          ? []
          : [
              text('flow.badge.times', {
                median: timeWords(times.median, dayLength),
                ninetieth: timeWords(times.ninetieth, dayLength),
              }),
            ]),
        ...(waiting.times === 0 ? [] : [text('flow.badge.waiting', { count: waiting.times })]),
      ].join(text('flow.badge.between')),
      state: 'ok',
      heat: (times?.median ?? 0) / longest,
    })),
  }
}

function nodeTable(periods: readonly Flow[], dayLength: number): LedgerModel {
  const several = periods.length > 1
  const columns = ['done', 'median', 'ninetieth', 'waiting', 'waited'] as const
  const rows = (periods[0]?.nodes ?? []).flatMap(({ id, name }) => {
    const sides = periods.map(period => ({ period, node: period.nodes.find(node => node.id === id) }))
    if (!sides.some(({ node }) => node && node.done.times + node.waiting.times > 0)) return []
    return [
      [
        name,
        ...columns.flatMap(column =>
          sides.map(({ period, node }) =>
            node ? cell(column, node, period, dayLength) : text('shell.none'),
          ),
        ),
      ],
    ]
  })
  return ledger(
    null,
    [
      { label: text('watch.heat.activity') },
      ...columns.flatMap(column =>
        periods.map((_period, index) => ({
          label: several
            ? text('flow.column.of', {
                column: text(`flow.column.${column}`),
                side: text(`flow.side.${index}`),
              })
            : text(`flow.column.${column}`),
          numeric: true,
        })),
      ),
    ],
    rows,
  )
}

function cell(
  column: 'done' | 'median' | 'ninetieth' | 'waiting' | 'waited',
  { id, done, waiting, times, waited }: FlowNode,
  days: FlowDays,
  dayLength: number,
): LedgerValue {
  const time = (known: FlowTimes | null, which: 'median' | 'ninetieth') =>
    known === null ? text('shell.none') : timeWords(known[which], dayLength)
  switch (column) {
    case 'done':
      return counted(done, 'done', id, days)
    case 'waiting':
      return counted(waiting, 'waiting', id, days)
    case 'median':
      return time(times, 'median')
    case 'ninetieth':
      return time(times, 'ninetieth')
    case 'waited':
      return time(waited, 'median')
  }
}

function backTable(periods: readonly Flow[]): LedgerModel {
  const several = periods.length > 1
  return ledger(
    null,
    [
      { label: text('flow.back.way') },
      ...periods.map((_period, index) => ({
        label: several
          ? text('flow.column.of', { column: text('flow.back.count'), side: text(`flow.side.${index}`) })
          : text('flow.back.count'),
        numeric: true,
      })),
    ],
    (periods[0]?.back ?? []).map(({ kind }) => [
      text(`flow.back.${kind}`),
      ...periods.map(period => {
        const way = period.back.find(one => one.kind === kind)
        return way ? counted(way, kind, null, period) : text('shell.none')
      }),
    ]),
  )
}

/** 12次，9件: a case that came twice is one case behind the link. */
function counted(
  { times, cases }: { readonly times: number; readonly cases: number },
  kind: FlowKind,
  step: string | null,
  { from, to }: FlowDays,
): LedgerValue {
  if (times === 0) return '0'
  const query = readLedgerQuery({
    flow: kind,
    flowFrom: from,
    flowTo: to,
    ...(step === null ? {} : { step }),
  })
  return {
    text: text(times === cases ? 'flow.count' : 'flow.count.times', { times, cases }),
    href: ledgerAddress(paths.cases, query),
  }
}

function periodWords({ from, to }: FlowDays): string {
  const plain = (day: LocalDate) => formatDate(day).replace(/（.*/, '')
  return text('flow.period', { from: plain(from), to: plain(to) })
}
