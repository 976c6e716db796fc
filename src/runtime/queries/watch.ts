import {
  addDays,
  lengthOfDay,
  localDateOf,
  nextWorkingDay,
  startOfDay,
  workingDaysBetween,
} from '../../calendar/index.js'
import type { LocalDate, WorkCalendar } from '../../calendar/index.js'
import { worksOnCases, type Role } from '../../casework/role.js'
import type { Instant } from '../../clock.js'
import type {
  StillCase,
  UnassignedTask,
  WatchBoard,
  WatchedDeadline,
  WatchedTask,
} from '../../store/index.js'
import type { Parts } from '../parts.js'
import { heatOf, type Heat } from './heat.js'
import { workTimes, type TimesOf } from './work-time.js'

/** Lines of each list on the board, and of each day to come. */
const limit = 50
const dayLimit = 10
/** How far the board looks ahead, in working days. */
const ahead = 5

/** A deadline on the board with the open tasks that it covers: who has it. */
export interface WatchLine extends WatchedDeadline {
  readonly holders: readonly WatchedTask[]
  /** How often tasks of its case were given to somebody else (改派). */
  readonly reassigned: number
}

/** A case that stands still, with who has it. */
export interface StillLine extends StillCase {
  readonly holders: readonly WatchedTask[]
  readonly stillWorkingDays: number
}

/** The first lines of a list, and how long it is in truth. */
export interface Listed<Line> {
  readonly count: number
  readonly rows: readonly Line[]
}

/** 督办看板 at a moment. */
export interface Board extends Pick<WatchBoard, 'byDepartment' | 'byPlace'> {
  readonly now: Instant
  readonly red: Listed<WatchLine>
  readonly yellow: Listed<WatchLine>
  /** due today, with no card yet */
  readonly today: Listed<WatchLine>
  /** the next working days, and the days between them on which something falls due */
  readonly upcoming: readonly (Listed<WatchLine> & { readonly dueOn: LocalDate })[]
  readonly unassigned: Listed<UnassignedTask>
  /** cases that nothing was done about for a working day or more */
  readonly still: readonly StillLine[]
  readonly heat: readonly Heat[]
  /** the length of a working day, in milliseconds: what times of work are told by */
  readonly dayLength: number
  /** who may be given tasks */
  readonly people: readonly WatchPerson[]
}

/** Somebody who may be given tasks. */
export interface WatchPerson {
  readonly id: number
  readonly name: string
  readonly role: Role
  /** their department or place */
  readonly belongsTo: string | null
}

/** 督办看板 at this moment. `timesOf`: how it learns what the steps take, when not anew each time. */
export async function watch(parts: Parts, timesOf: TimesOf = workTimes): Promise<Board> {
  const { store, clock, calendars } = parts
  const now = clock.now()
  const calendar = await calendars.current(store.read)
  const today = localDateOf(now)
  const workingDays = nextDays(calendar, today)
  const days = daysBetween(today, workingDays.at(-1) ?? today)
  const board = await store.views.watchBoard({
    now,
    tomorrow: startOfDay(addDays(today, 1)),
    days: days.map(day => ({ from: startOfDay(day), until: startOfDay(addDays(day, 1)) })),
    limit,
    dayLimit,
  })
  const lists = [board.red, board.yellow, board.today, ...board.upcoming]
  const cases = lists.flatMap(({ rows }) => rows.flatMap(({ caseId }) => caseId ?? []))
  const reassigned = await store.read.history.reassignments([...new Set(cases)])
  const held = <Line extends WatchedDeadline>({ count, rows }: Listed<Line>): Listed<Line & WatchLine> => ({
    count,
    rows: rows.map(line => ({
      ...line,
      holders: board.tasks.filter(task => covers(line, task)),
      reassigned: line.caseId === null ? 0 : (reassigned.get(line.caseId) ?? 0),
    })),
  })
  const { byDepartment, byPlace, unassigned } = board
  return {
    now,
    byDepartment,
    byPlace,
    unassigned,
    red: held(board.red),
    yellow: held(board.yellow),
    today: held(board.today),
    upcoming: upcomingOf(days, workingDays, board).map(day => ({ ...held(day), dueOn: day.dueOn })),
    still: board.still
      .map(one => ({
        ...one,
        holders: board.tasks.filter(({ instanceId }) => instanceId === one.instanceId),
        stillWorkingDays: workingDaysBetween(calendar, localDateOf(one.movedAt), today),
      }))
      .filter(({ stillWorkingDays }) => stillWorkingDays > 0),
    heat: await heatOf(parts, now, timesOf),
    dayLength: lengthOfDay(calendar.hours),
    people: await peopleOf(parts),
  }
}

/** Whether the deadline is for this task, for its activity, or for a sub-process around it. */
function covers(
  { instanceId, taskId, attachedTo }: Pick<WatchedDeadline, 'instanceId' | 'taskId' | 'attachedTo'>,
  task: WatchedTask,
): boolean {
  if (task.instanceId !== instanceId) return false
  if (taskId !== null) return task.id === taskId
  return attachedTo !== null && (task.activityId === attachedTo || task.scopePath.includes(`/${attachedTo}/`))
}

function nextDays(calendar: WorkCalendar, today: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = today; days.length < ahead;) days.push((day = nextWorkingDay(calendar, day)))
  return days
}

function daysBetween(after: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = addDays(after, 1); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** A working day is shown when nothing is due on it too: that is good to know. */
function upcomingOf(
  days: readonly LocalDate[],
  workingDays: readonly LocalDate[],
  { upcoming }: Pick<WatchBoard, 'upcoming'>,
): WatchBoard['upcoming'] {
  return days.flatMap(dueOn => {
    const due = upcoming.find(one => one.dueOn === dueOn)
    return due ?? (workingDays.includes(dueOn) ? { dueOn, count: 0, rows: [] } : [])
  })
}

async function peopleOf({ store }: Pick<Parts, 'store'>): Promise<WatchPerson[]> {
  const departments = new Map((await store.read.places.departments()).map(one => [one.id, one.name]))
  const places = new Map((await store.read.places.places()).map(one => [one.id, one.name]))
  return (await store.read.accounts.all())
    .filter(({ active, role }) => active && worksOnCases(role))
    .map(({ id, displayName, role, departmentId, placeId }) => ({
      id,
      name: displayName,
      role,
      belongsTo: departments.get(departmentId ?? 0) ?? places.get(placeId ?? 0) ?? null,
    }))
}
