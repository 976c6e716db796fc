import { formatDate, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { causeLabel } from '../../casework/cause.js'
import type { ProblemPattern } from '../../casework/problem-patterns.js'
import { text } from '../../catalogue/index.js'
import type { Patterns } from '../../runtime/index.js'
import { ledgerAddress, readLedgerQuery } from '../forms/ledger-query.js'
import { paths, pathTo } from '../paths.js'
import { bars, type BarsModel } from './bars.js'
import { monthInWords } from './item.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'patterns/list': PatternsModel
  }
}

/** 反复出现的问题; every figure leads to its cases. */
export interface PatternsModel {
  readonly header: PageHeaderModel
  readonly filters: {
    readonly from: string
    readonly to: string
    readonly departments:
      readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[] | null
    readonly clear: string | null
  }
  readonly summary: string
  readonly patterns: readonly PatternModel[]
  readonly more: string | null
  readonly empty: EmptyStateModel | null
  readonly months: {
    readonly now: string
    /** where it is set, for the supervisor */
    readonly change: string | null
  }
}

interface PatternModel {
  readonly item: LinkModel
  readonly department: string
  readonly cause: string
  readonly cases: LinkModel
  readonly open: LinkModel | null
  readonly since: string
  readonly places: string
  readonly barriers: LinkModel | null
  readonly recurred: LinkModel | null
  readonly rectified: string | null
  readonly trend: BarsModel
  readonly advice: readonly string[]
}

export interface PatternQuery {
  readonly from: string | null
  readonly to: string | null
  readonly department: number | null
}

const mostShown = 50

export function patternsPage(
  actor: Actor,
  query: PatternQuery,
  {
    found,
    departments,
  }: {
    found: Patterns
    departments: readonly { readonly id: number; readonly name: string }[]
  },
): PatternsModel {
  const { patterns, from, to, cases, months } = found
  const shown = patterns.slice(0, mostShown)
  return {
    header: {
      ...{ title: text('pattern.title'), what: text('pattern.what'), next: text('pattern.next'), by: null },
      crumbs: [{ href: paths.items, label: text('items.title') }],
    },
    filters: {
      ...{ from, to },
      departments:
        actor.role === 'liaison'
          ? null
          : departments.map(({ id, name }) => ({
              value: String(id),
              label: name,
              chosen: id === query.department,
            })),
      clear: Object.values(query).some(value => value !== null) ? paths.patterns : null,
    },
    summary: text('pattern.summary', {
      from: formatDate(from),
      to: formatDate(to),
      cases,
      repeated: patterns.reduce((sum, one) => sum + one.cases, 0),
      count: patterns.length,
    }),
    patterns: shown.map(one => patternModel(one, found)),
    more:
      patterns.length > shown.length ? text('pattern.more', { count: patterns.length - shown.length }) : null,
    empty:
      patterns.length > 0
        ? null
        : { title: text('pattern.empty.title'), why: text('pattern.empty.why'), action: null },
    months: {
      now: text('pattern.months.now', { months }),
      change: actor.role === 'supervisor' ? `${paths.officeSettings}#recurrence` : null,
    },
  }
}

function patternModel(one: ProblemPattern, { from, to }: Patterns): PatternModel {
  const cases = (more: Record<string, string> = {}) =>
    ledgerAddress(
      paths.cases,
      readLedgerQuery({
        ...{ from, to, item: String(one.itemId), lead: String(one.departmentId ?? 0) },
        ...{ cause: one.cause ?? 'none', ...more },
      }),
    )
  const linked = (count: number, key: string, more: Record<string, string>): LinkModel | null =>
    count > 0 ? { href: cases(more), label: text(key, { count }) } : null
  return {
    item: { href: pathTo(paths.item, { id: one.itemId }), label: one.itemName },
    department: one.departmentName ?? text('pattern.department.unknown'),
    cause: one.cause === null ? text('pattern.cause.unknown') : causeLabel(one.cause),
    cases: { href: cases(), label: text('pattern.cases', { count: one.cases }) },
    open: linked(one.open, 'pattern.open', { status: 'open' }),
    since: text('pattern.since', { first: formatDate(one.first), last: formatDate(one.last) }),
    places: one.places.map(place => text('pattern.place', place)).join('、'),
    barriers: linked(one.barriers, 'pattern.barriers', { barrier: 'yes' }),
    recurred: linked(one.recurred, 'pattern.recurred', { recurrence: 'confirmed' }),
    rectified:
      one.rectifiedAt === null
        ? null
        : text('pattern.rectified', { day: formatDate(localDateOf(one.rectifiedAt)) }),
    trend: trendOf(one, from, to),
    advice: one.advice.map(name => text(`pattern.advice.${name}`)),
  }
}

function trendOf({ months }: ProblemPattern, from: string, to: string): BarsModel {
  return bars(
    text('pattern.trend'),
    monthsBetween(from, to).map(month => {
      const count = months.get(month) ?? 0
      return { title: text('pattern.month', { month: monthInWords(month), count }), count }
    }),
  )
}

/** 2025-11 … 2026-04; of a longer time the last five years. */
function monthsBetween(from: string, to: string): readonly string[] {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const last = number(to)
  const first = Math.max(number(from), last - 59)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const month = first + index
    return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
