import { dayIn, laidOver, localDateOf, buildCalendar, scopes } from '../../calendar/index.js'
import type { Arrangement, CalendarDay, Day, Scope, WorkCalendar } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import type {
  CalendarChangeLine,
  CalendarVersionLine,
  Page,
  ProvisionalCursor,
  ProvisionalLine,
} from '../../store/index.js'
import { unannouncedYears } from '../calendar-year.js'
import type { Parts } from '../parts.js'

/** A year as the calendar has it, day by day, with what is being gathered and what is under way. */
export interface CalendarPage {
  readonly year: number
  /** each day as it is, and as it would be with what is gathered */
  readonly days: readonly { readonly now: Day; readonly then: Day; readonly touched: boolean }[]
  /** the rows of the year, of the scopes that are looked at */
  readonly arranged: readonly CalendarDay[]
  readonly announced: boolean
  readonly unannounced: readonly number[]
  readonly provisionalDeadlines: number
  readonly today: string
  readonly draft: { readonly id: number; readonly arrangement: Arrangement } | null
  readonly underWay: readonly CalendarChangeLine[]
}

/** @param only the one scope to look at; null for all of them laid over each other */
export async function calendarPage(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  year: number,
  only: Scope | null,
): Promise<CalendarPage> {
  const { read, views } = parts.store
  const now = parts.clock.now()
  const contents = await read.calendar.contents()
  const stored = await read.calendarChanges.draftOf(actor.accountId)
  const isEmpty = !stored || (stored.arrangement.days.length === 0 && stored.arrangement.years.length === 0)
  const draft = isEmpty ? null : { id: stored.id, arrangement: stored.arrangement }
  const inUse = only === null ? scopes : [only]
  const before = buildCalendar({ ...contents, scopes: inUse })
  const after = draft ? buildCalendar({ ...laidOver(contents, draft.arrangement), scopes: inUse }) : before
  const touched = new Set(
    draft?.arrangement.days.filter(({ scope }) => inUse.includes(scope)).map(({ date }) => date),
  )
  return {
    year,
    days: daysOf(before, year).map(day => ({
      now: day,
      then: dayIn(after, day.date),
      touched: touched.has(day.date),
    })),
    arranged: contents.days.filter(({ date, scope }) => date.startsWith(`${year}-`) && inUse.includes(scope)),
    announced: contents.announced.some(one => one.scope === (only ?? 'national') && one.year === year),
    unannounced: unannouncedYears(contents.announced, now),
    provisionalDeadlines: await read.deadlines.countProvisional(),
    today: localDateOf(now),
    draft,
    underWay: await views.calendarChangesUnderWay(),
  }
}

/** What each scope says of a day, the strongest first, and what comes of it; with what is gathered already. */
export async function calendarDay(
  parts: Pick<Parts, 'store'>,
  actor: Actor,
  date: string,
): Promise<{ readonly day: Day; readonly rows: readonly CalendarDay[] }> {
  const { calendar, calendarChanges } = parts.store.read
  const draft = await calendarChanges.draftOf(actor.accountId)
  const contents = await calendar.contents()
  const then = draft ? laidOver(contents, draft.arrangement) : contents
  return {
    day: dayIn(buildCalendar(then), date),
    rows: scopes.flatMap(scope => then.days.filter(day => day.date === date && day.scope === scope)),
  }
}

/** The versions of the calendar, the newest first. */
export function calendarVersions(
  parts: Pick<Parts, 'store'>,
  after: number | null,
): Promise<Page<CalendarVersionLine, number>> {
  return parts.store.views.calendarVersions({ after, limit: 30 })
}

/** Every date that is 暂定, what is due first comes first, and of how many. */
export async function provisionalDeadlines(
  parts: Pick<Parts, 'store'>,
  after: ProvisionalCursor | null,
): Promise<Page<ProvisionalLine, ProvisionalCursor> & { readonly total: number }> {
  const page = await parts.store.views.provisionalList({ after, limit: 50 })
  return { ...page, total: await parts.store.read.deadlines.countProvisional() }
}

/** What an administrator is to be reminded of: years that are missing now; none for anybody else. */
export async function missingYears(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
): Promise<{ readonly years: readonly number[]; readonly affected: number } | null> {
  if (actor.role !== 'admin') return null
  const { calendar, deadlines } = parts.store.read
  const years = unannouncedYears(await calendar.announced(), parts.clock.now())
  return years.length === 0 ? null : { years, affected: await deadlines.countProvisional() }
}

function daysOf(calendar: WorkCalendar, year: number): readonly Day[] {
  const days: Day[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(dayIn(calendar, new Date(at).toISOString().slice(0, 10)))
  }
  return days
}
