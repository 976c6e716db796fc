import { formatDate } from '../../calendar/index.js'
import type { LocalDate } from '../../calendar/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import type { Flow, FlowDays, FlowKind, FlowNode, FlowPage, FlowTimes } from '../../runtime/index.js'
import { flowSearch, usualPeriods, type FlowQuery } from '../forms/flow-query.js'
import { ledgerAddress, readLedgerQuery } from '../forms/ledger-query.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue, type LinkedWords } from './ledger.js'
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
  /** which side of the stroke is which; null of one period alone */
  readonly beside: string | null
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
    beside:
      query.against === null
        ? null
        : text('flow.beside', { period: periodWords(query.period), against: periodWords(query.against) }),
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
  const columns = ['done', 'median', 'ninetieth', 'waiting', 'waited'] as const
  const rows = (periods[0]?.nodes ?? []).flatMap(({ id, name }) => {
    const sides = periods.flatMap(period => {
      const node = period.nodes.find(one => one.id === id)
      return node ? { period, node } : []
    })
    if (!sides.some(({ node }) => node.done.times + node.waiting.times > 0)) return []
    const values = columns.map(column =>
      beside(sides.map(({ period, node }) => cell(column, node, period, dayLength))),
    )
    return [[name, ...values]]
  })
  return ledger(
    null,
    [
      { label: text('watch.heat.activity') },
      ...columns.map(column => ({ label: text(`flow.column.${column}`), numeric: true })),
    ],
    rows,
  )
}

/** What the periods say, one beside the other: 15件 / 1件. */
function beside(sides: readonly LinkedWords[]): LedgerValue {
  const [only] = sides
  if (only !== undefined && sides.length === 1) return only
  return {
    pieces: sides.flatMap((side, index) => (index === 0 ? side : [{ text: ' / ', href: null }, side])),
  }
}

function cell(
  column: 'done' | 'median' | 'ninetieth' | 'waiting' | 'waited',
  { id, done, waiting, times, waited }: FlowNode,
  days: FlowDays,
  dayLength: number,
): LinkedWords {
  const time = (known: FlowTimes | null, which: 'median' | 'ninetieth') => ({
    text: known === null ? text('shell.none') : timeWords(known[which], dayLength),
    href: null,
  })
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
  return ledger(
    null,
    [{ label: text('flow.back.way') }, { label: text('flow.back.count'), numeric: true }],
    (periods[0]?.back ?? []).map(({ kind }) => [
      text(`flow.back.${kind}`),
      beside(
        periods.flatMap(period => {
          const way = period.back.find(one => one.kind === kind)
          return way ? counted(way, kind, null, period) : []
        }),
      ),
    ]),
  )
}

/** 12次，9件: a case that came twice is one case behind the link. */
function counted(
  { times, cases }: { readonly times: number; readonly cases: number },
  kind: FlowKind,
  step: string | null,
  { from, to }: FlowDays,
): LinkedWords {
  if (times === 0) return { text: '0', href: null }
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
