import type { Knex } from 'knex'
import type { Instant } from '../../clock.js'
import { loadByDepartment, loadByPlace, type LoadLine } from './watch-counts.js'
import {
  deadlineLists,
  dueDays,
  type Counted,
  type DayBounds,
  type DueDay,
  type WatchedDeadline,
} from './watch-lines.js'
import {
  openTasks,
  stillCases,
  unassigned,
  type StillCase,
  type UnassignedTask,
  type WatchedTask,
} from './watch-tasks.js'

/** 督办看板. Each list holds its first lines and its true length; what is due first comes first. */
export interface WatchBoard {
  /** passed and still open */
  readonly red: Counted<WatchedDeadline>
  /** the warning has come, the day has not passed */
  readonly yellow: Counted<WatchedDeadline>
  /** due till the end of today, no warning yet */
  readonly today: Counted<WatchedDeadline>
  /** due on the days to come, those of which the warning has come among them */
  readonly upcoming: readonly DueDay[]
  /** tasks that nobody has taken */
  readonly unassigned: Counted<UnassignedTask>
  /** open cases, those that nothing was done about for longest first */
  readonly still: readonly StillCase[]
  /** the open tasks of all these */
  readonly tasks: readonly WatchedTask[]
  readonly byDepartment: readonly LoadLine[]
  readonly byPlace: readonly LoadLine[]
}

/** What the board is asked for. */
export interface WatchQuestion {
  readonly now: Instant
  /** the first instant of tomorrow in the office */
  readonly tomorrow: Instant
  /** the days to come */
  readonly days: readonly DayBounds[]
  /** lines of each list, and of each day to come */
  readonly limit: number
  readonly dayLimit: number
}

/** The board at this instant. */
export async function watchBoard(
  knex: Knex,
  { now, tomorrow, days, limit, dayLimit }: WatchQuestion,
): Promise<WatchBoard> {
  const lists = await deadlineLists(knex, { now, tomorrow, limit })
  const upcoming = await dueDays(knex, { days, limit: dayLimit })
  const free = await unassigned(knex, limit)
  const still = await stillCases(knex, dayLimit)
  const { red, yellow, today } = lists
  const shown = [red, yellow, today, free, ...upcoming].flatMap<{ instanceId: number }>(({ rows }) => rows)
  return {
    ...lists,
    upcoming,
    unassigned: free,
    still,
    tasks: await openTasks(
      knex,
      [...shown, ...still].map(({ instanceId }) => instanceId),
    ),
    byDepartment: await loadByDepartment(knex, now),
    byPlace: await loadByPlace(knex, now),
  }
}
