import { formatDate } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { calendarPage } from '../../runtime/index.js'
import { paths } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { LinkModel, PageHeaderModel } from './parts.js'

type Year = Awaited<ReturnType<typeof calendarPage>>
type Day = Year['days'][number]

/** The model of `admin/calendar`. */
export interface CalendarModel {
  readonly header: PageHeaderModel
  readonly year: string
  readonly previous: LinkModel | null
  readonly next: LinkModel | null
  readonly warning: string | null
  readonly unannounced: string | null
  readonly weekdays: readonly string[]
  readonly months: readonly MonthModel[]
  readonly arranged: LedgerModel
  readonly hasArranged: boolean
}

interface MonthModel {
  readonly name: string
  /** each week seven cells, null outside the month */
  readonly weeks: readonly (readonly (DayModel | null)[])[]
}

interface DayModel {
  readonly number: number
  readonly kind: string
  readonly today: boolean
  /** 休 or 班, so that it is not colour alone */
  readonly mark: string | null
  readonly words: string
}

const years = { first: 2021, last: 2099 }

export function calendarYearPage(year: number, page: Year): CalendarModel {
  const { days, arranged, unannounced, provisionalDeadlines, today } = page
  const known = days.some(({ provisional }) => !provisional)
  const working = days.filter(day => day.working).length
  return {
    header: {
      title: text('admin.calendar.title'),
      what: text('admin.calendar.what', { year, days: working }),
      next:
        unannounced.length > 0
          ? text('admin.calendar.next.missing', { years: unannounced.join('、') })
          : text('admin.calendar.next'),
      by: null,
    },
    year: text('admin.calendar.year', { year }),
    previous: year > years.first ? link(year - 1) : null,
    next: year < years.last ? link(year + 1) : null,
    warning:
      unannounced.length > 0 || provisionalDeadlines > 0
        ? text('admin.calendar.provisional', { count: provisionalDeadlines })
        : null,
    unannounced: known ? null : text('admin.calendar.unannounced', { year }),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map(day => text(`calendar.weekday.${day}`).slice(1)),
    months: Array.from({ length: 12 }, (_, index) => monthOf(index + 1, days, today)),
    arranged: ledger(null, columns(), groups(arranged)),
    hasArranged: arranged.length > 0,
  }
}

/** The year that an address names; the present one for anything else. */
export function yearOf(value: unknown, today: string): number {
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : 0
  return year >= years.first && year <= years.last ? year : Number(today.slice(0, 4))
}

function link(year: number): LinkModel {
  return { href: `${paths.calendar}?year=${year}`, label: text('admin.calendar.year', { year }) }
}

function monthOf(month: number, days: readonly Day[], today: string): MonthModel {
  const ofMonth = days.filter(({ date }) => Number(date.slice(5, 7)) === month)
  const first = ofMonth[0]?.date ?? '2021-01-01'
  // 0 for Monday
  const offset = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const cells = [...Array.from({ length: offset }, () => null), ...ofMonth.map(day => dayOf(day, today))]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_none, day) => cells[week * 7 + day] ?? null),
  )
  return { name: text('admin.calendar.month', { month }), weeks }
}

function dayOf({ date, kind, name }: Day, today: string): DayModel {
  const mark = kind === 'holiday' ? 'rest' : kind === 'makeUpWorkday' ? 'work' : null
  const why =
    name === null ? text(`admin.calendar.kind.${kind}`) : text(`admin.calendar.kind.${kind}.named`, { name })
  return {
    number: Number(date.slice(8)),
    kind,
    today: date === today,
    mark: mark && text(`admin.calendar.mark.${mark}`),
    words: `${formatDate(date)} ${why}`,
  }
}

function columns() {
  return ['name', 'scope', 'rest', 'work', 'source'].map(name => ({
    label: text(`admin.calendar.column.${name}`),
  }))
}

/** One line a holiday and document: its rest days and its make-up days. */
function groups(arranged: Year['arranged']): readonly (readonly string[])[] {
  const keys = new Map<string, Year['arranged'][number][]>()
  for (const day of arranged) {
    const key = [day.name, day.scope, day.source].join('\n')
    keys.set(key, [...(keys.get(key) ?? []), day])
  }
  return [...keys.values()].map(days => {
    const [{ name, scope, source } = { name: '', scope: 'national' as const, source: '' }] = days
    const of = (kind: string) =>
      days
        .filter(day => day.kind === kind)
        .map(({ date }) =>
          text('admin.calendar.day', { month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }),
        )
        .join('、') || text('shell.none')
    return [name, text(`calendar.scope.${scope}`), of('rest'), of('work'), source]
  })
}
