import {
  buildCalendar,
  dayIn,
  differenceTo,
  doubtsOf,
  firstDayOf,
  laidOver,
  localDateOf,
} from '../../calendar/index.js'
import type {
  Arrangement,
  CalendarContents,
  Day,
  DayArrangement,
  Doubt,
  YearAnnouncement,
} from '../../calendar/index.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { CalendarChangeLine, DeadlineSubject } from '../../store/index.js'
import { isUnderWay, progressOf } from '../apply-calendar-change.js'
import type { Parts } from '../parts.js'
import type { ProgressMade } from '../progress.js'
import { movedStarts, type MovedStart } from '../replan-starts.js'
import { shifts, type Shift } from '../reprojection.js'

/** Where a change stands: gathered, waiting for its work to be done, done, given up, or thrown away. */
export type ChangeStanding = 'draft' | 'underWay' | 'stuck' | 'applied' | 'failed' | 'discarded'

/** A day that changes: what its scope says of it, and what comes of it, before and after. */
export interface ChangedDay {
  readonly arrangement: DayArrangement
  readonly before: Day
  readonly after: Day
}

/** A deadline that moves, or moved. */
export interface MovedDeadline {
  readonly subject: Omit<DeadlineSubject, 'id'>
  readonly from: { readonly dueOn: string; readonly dueAt: string; readonly provisional: boolean }
  readonly to: { readonly dueOn: string; readonly dueAt: string; readonly provisional: boolean }
}

/** How many deadlines come later, earlier, become fixed or provisional with the same date, or are only warned otherwise. */
export interface MoveTally {
  readonly later: number
  readonly earlier: number
  readonly fixed: number
  readonly loosened: number
  readonly warned: number
}

/** A change of the calendar as its page shows it. */
export interface CalendarChangePage {
  readonly change: CalendarChangeLine
  readonly standing: ChangeStanding
  /** of the calendar it was counted on */
  readonly version: number
  readonly days: readonly ChangedDay[]
  readonly years: readonly YearAnnouncement[]
  readonly doubts: readonly Doubt[]
  readonly tally: MoveTally
  readonly moves: readonly MovedDeadline[]
  readonly pages: { readonly page: number; readonly of: number; readonly size: number }
  /** coming starts that would move; those of an applied change are not kept apart */
  readonly starts: readonly MovedStart[]
  readonly progress: ProgressMade | null
}

/** Deadlines on a page: as many as a phone can be asked to show before the confirmation. */
const pageSize = 20

/**
 * A change with what it would move, or what it moved. @param page of the deadlines, from 1
 * @throws NotFoundProblem
 */
export async function calendarChangePage(
  parts: Parts,
  changeId: number,
  page: number,
): Promise<CalendarChangePage> {
  const { views, read } = parts.store
  const change = await views.calendarChange(changeId)
  if (!change) throw new NotFoundProblem(text('runtime.calendar.change'))
  const standing = await standingOf(parts, change)
  if (standing === 'applied') return applied(parts, change, page)
  const version = await read.calendar.version()
  const there = await read.calendar.contents(version)
  const arrangement = standing === 'draft' ? differenceTo(there, change.arrangement) : change.arrangement
  const base = { change, standing, version, ...changesOf(there, arrangement), progress: null }
  if (standing === 'draft') return { ...base, ...(await foreseen(parts, there, arrangement, page)) }
  return { ...base, ...nothingMoves, progress: parts.progress.of(progressOf(changeId)) }
}

/** How far a change has come, for who waits for it. */
export async function calendarChangeProgress(
  parts: Parts,
  changeId: number,
): Promise<{ readonly standing: ChangeStanding; readonly progress: ProgressMade | null }> {
  const change = await parts.store.views.calendarChange(changeId)
  if (!change) throw new NotFoundProblem(text('runtime.calendar.change'))
  const standing = await standingOf(parts, change)
  return { standing, progress: parts.progress.of(progressOf(changeId)) }
}

async function standingOf(
  { store }: Pick<Parts, 'store'>,
  change: CalendarChangeLine,
): Promise<ChangeStanding> {
  if (change.discardedAt !== null) return 'discarded'
  if (change.confirmedAt === null) return 'draft'
  if (!isUnderWay(change)) return change.appliedAt === null ? 'failed' : 'applied'
  // tried again and again, and now an incident
  const job = change.jobId === null ? null : await store.read.jobs.byId(change.jobId)
  return job?.state === 'failed' ? 'stuck' : 'underWay'
}

async function foreseen(parts: Parts, there: CalendarContents, arrangement: Arrangement, page: number) {
  const { read, views } = parts.store
  const now = parts.clock.now()
  const dueFrom = firstDayOf(arrangement)
  if (dueFrom === null) return nothingMoves
  const after = laidOver(there, arrangement)
  const calendar = buildCalendar(after)
  const found: Shift[] = []
  for await (const counted of shifts(read, calendar, dueFrom)) found.push(...counted.shifts)
  const dated = found
    .filter(({ from, to }) => from.dueAt !== to.dueAt || from.provisional !== to.provisional)
    .sort((one, other) => one.from.dueAt.localeCompare(other.from.dueAt) || one.from.id - other.from.id)
  const pages = pagesOf(dated.length, page)
  const shown = dated.slice((pages.page - 1) * pageSize, pages.page * pageSize)
  const subjects = new Map(
    (await views.deadlineSubjects(shown.map(({ from }) => from.id))).map(subject => [subject.id, subject]),
  )
  return {
    doubts: doubtsOf({ after, arrangement, today: localDateOf(now) }),
    tally: { ...tallyOf(dated), warned: found.length - dated.length },
    moves: shown.flatMap(({ from, to }) => {
      const subject = subjects.get(from.id)
      return subject ? [{ subject, from, to }] : []
    }),
    pages,
    starts: await movedStarts(parts, read, calendar, now),
  }
}

async function applied(parts: Parts, change: CalendarChangeLine, asked: number): Promise<CalendarChangePage> {
  const { read, views } = parts.store
  const { id: changeId, versionId, moved } = change
  const version = versionId ?? (await read.calendar.version())
  const arrangement =
    versionId === null ? { days: [], years: [] } : await read.calendar.arrangementOf(versionId)
  const there = await read.calendar.contents(version - (versionId === null ? 0 : 1))
  const tally = await views.calendarMoveTally(changeId)
  const dated = tally.later + tally.earlier + tally.fixed + tally.loosened
  const pages = pagesOf(dated, asked)
  const lines = await views.calendarMoves({ changeId, limit: pageSize, offset: (pages.page - 1) * pageSize })
  return {
    change,
    standing: 'applied',
    version,
    ...changesOf(there, arrangement),
    ...nothingMoves,
    tally: { ...tally, warned: (moved ?? 0) - dated },
    moves: lines.map(line => ({
      subject: line,
      from: { dueOn: line.fromDueOn, dueAt: line.fromDueAt, provisional: line.fromProvisional },
      to: { dueOn: line.toDueOn, dueAt: line.toDueAt, provisional: line.toProvisional },
    })),
    pages,
    progress: null,
  }
}

function changesOf(there: CalendarContents, arrangement: Arrangement) {
  const [before, after] = [buildCalendar(there), buildCalendar(laidOver(there, arrangement))]
  return {
    days: arrangement.days.map(day => ({
      arrangement: day,
      before: dayIn(before, day.date),
      after: dayIn(after, day.date),
    })),
    years: arrangement.years,
  }
}

function tallyOf(dated: readonly Shift[]): Omit<MoveTally, 'warned'> {
  const of = (holds: (shift: Shift) => boolean) => dated.filter(holds).length
  const isSame = ({ from, to }: Shift) => from.dueAt === to.dueAt
  return {
    later: of(({ from, to }) => to.dueAt > from.dueAt),
    earlier: of(({ from, to }) => to.dueAt < from.dueAt),
    fixed: of(shift => isSame(shift) && shift.from.provisional && !shift.to.provisional),
    loosened: of(shift => isSame(shift) && !shift.from.provisional && shift.to.provisional),
  }
}

function pagesOf(count: number, asked: number) {
  const of = Math.max(1, Math.ceil(count / pageSize))
  return { page: Math.min(Math.max(asked, 1), of), of, size: pageSize }
}

const nothingMoves = {
  doubts: [],
  tally: { later: 0, earlier: 0, fixed: 0, loosened: 0, warned: 0 },
  moves: [],
  pages: { page: 1, of: 1, size: pageSize },
  starts: [],
}
