import { formatDate, scopes } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { CalendarPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import type { ArrangingModel } from './calendar-arranging.js'
import { calendarHref, years, type CalendarPlace } from './calendar-place.js'
import { draftModel, type DraftModel } from './calendar-draft.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { LinkModel, PageHeaderModel } from './parts.js'

type Day = CalendarPage['days'][number]
type Row = CalendarPage['arranged'][number]

/** The model of `admin/calendar`. */
export interface CalendarModel {
  readonly header: PageHeaderModel
  readonly year: string
  readonly previous: LinkModel | null
  readonly next: LinkModel | null
  readonly scopes: readonly (LinkModel & { readonly current: boolean })[]
  readonly warning: string | null
  readonly provisional: LinkModel | null
  readonly unannounced: string | null
  readonly underWay: readonly LinkModel[]
  readonly weekdays: readonly string[]
  readonly months: readonly MonthModel[]
  readonly arranging: ArrangingModel | null
  readonly draft: DraftModel | null
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
  readonly href: string
  readonly kind: string
  readonly today: boolean
  /** is to be arranged otherwise, and shown so already */
  readonly touched: boolean
  readonly chosen: boolean
  /** 休 or 班, so that it is not colour alone */
  readonly mark: string | null
  readonly words: string
}

export function calendarYearPage(
  place: CalendarPlace,
  page: CalendarPage,
  arranging: ArrangingModel | null,
): CalendarModel {
  const { year } = place
  const { days, arranged, announced, unannounced, provisionalDeadlines } = page
  const working = days.filter(({ then }) => then.working).length
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
    previous: year > years.first ? yearLink({ ...place, year: year - 1 }) : null,
    next: year < years.last ? yearLink({ ...place, year: year + 1 }) : null,
    scopes: [null, ...scopes.toReversed()].map(scope => ({
      href: calendarHref({ ...place, scope, date: null }),
      label: text(scope === null ? 'admin.calendar.allScopes' : `calendar.scope.${scope}`),
      current: scope === place.scope,
    })),
    warning:
      provisionalDeadlines > 0 ? text('admin.calendar.provisional', { count: provisionalDeadlines }) : null,
    provisional:
      provisionalDeadlines > 0
        ? { href: paths.calendarProvisional, label: text('admin.calendar.provisional.list') }
        : null,
    unannounced: announced ? null : unannouncedWords(place),
    underWay: page.underWay.map(({ id, reason }) => ({
      href: pathTo(paths.calendarChange, { id }),
      label: text('admin.calendar.underWay', { reason: reason ?? '' }),
    })),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map(day => text(`calendar.weekday.${day}`).slice(1)),
    months: Array.from({ length: 12 }, (_, index) => monthOf(index + 1, place, page)),
    arranging,
    draft: page.draft && draftModel(page.draft),
    arranged: ledger(null, columns(), groups(arranged)),
    hasArranged: arranged.length > 0,
  }
}

function yearLink(place: CalendarPlace): LinkModel {
  return {
    href: calendarHref({ ...place, date: null }),
    label: text('admin.calendar.year', { year: place.year }),
  }
}

function unannouncedWords({ year, scope }: CalendarPlace): string | null {
  if (scope === null || scope === 'national') return text('admin.calendar.unannounced', { year })
  return scope === 'guangxi' ? text('admin.calendar.unannounced.guangxi', { year }) : null
}

function monthOf(month: number, place: CalendarPlace, { days, today }: CalendarPage): MonthModel {
  const ofMonth = days.filter(({ now }) => Number(now.date.slice(5, 7)) === month)
  const first = ofMonth[0]?.now.date ?? '2021-01-01'
  // 0 for Monday
  const offset = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const cells = [
    ...Array.from({ length: offset }, () => null),
    ...ofMonth.map(day => dayOf(day, place, today)),
  ]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_none, day) => cells[week * 7 + day] ?? null),
  )
  return { name: text('admin.calendar.month', { month }), weeks }
}

function dayOf({ now, then, touched }: Day, place: CalendarPlace, today: string): DayModel {
  const { date, kind, name } = then
  const mark = kind === 'holiday' ? 'rest' : kind === 'makeUpWorkday' ? 'work' : null
  const why =
    name === null ? text(`admin.calendar.kind.${kind}`) : text(`admin.calendar.kind.${kind}.named`, { name })
  const words = `${formatDate(date)} ${why}`
  return {
    number: Number(now.date.slice(8)),
    href: calendarHref({ ...place, date }),
    kind,
    today: date === today,
    touched,
    chosen: date === place.date,
    mark: mark && text(`admin.calendar.mark.${mark}`),
    words: touched ? text('admin.calendar.touched', { words }) : words,
  }
}

function columns() {
  return ['name', 'scope', 'rest', 'work', 'source'].map(name => ({
    label: text(`admin.calendar.column.${name}`),
  }))
}

/** One line a holiday and document: its rest days and its make-up days. */
function groups(arranged: readonly Row[]): readonly (readonly string[])[] {
  const keys = new Map<string, Row[]>()
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
