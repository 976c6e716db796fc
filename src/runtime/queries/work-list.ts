import { addDays, localDateOf, nextWorkingDay, workingDaysBetween } from '../../calendar/index.js'
import type { LocalDate } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import type { Instant } from '../../clock.js'
import type { Page, TaskCursor, TaskLine, TaskListFilter } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { reachOf } from './reach.js'

/** When a task is due, as a person plans the day: the next day is the next working one. */
export type Urgency = 'overdue' | 'today' | 'nextDay' | 'later'

/** A task of the list, with what only the calendar can say. */
export interface WorkLine extends TaskLine {
  readonly urgency: Urgency
  /** The warning of its deadline has come. */
  readonly warned: boolean
  /** Working days since the case was registered; null for a task of no case. */
  readonly registeredWorkingDays: number | null
}

/** A page of 我的待办. */
export interface WorkList extends Page<WorkLine, TaskCursor> {
  readonly today: LocalDate
  /** The next working day; tomorrow, when that is one. */
  readonly nextDay: LocalDate
  readonly nextDayIsTomorrow: boolean
}

/** Which tasks the list shows; `free`: what nobody has taken, of every group, for the supervisor. */
export interface WorkFilter extends Omit<TaskListFilter, 'reach' | 'whose'> {
  readonly whose?: 'mine' | 'unassigned' | 'all' | 'free' | undefined
}

/** 我的待办: mine, my group’s, or all I may see; what is due first comes first. */
export async function workList(
  parts: Pick<Parts, 'store' | 'calendars' | 'clock'>,
  actor: Actor,
  { whose, ...filter }: WorkFilter,
): Promise<WorkList> {
  const { store, clock } = parts
  const now = clock.now()
  const seesAll = actor.role === 'supervisor' && (whose === 'all' || whose === 'free')
  const page = await store.views.taskList({
    ...filter,
    whose: whose === 'free' ? 'unassigned' : whose,
    reach: { ...reachOf(actor), all: seesAll },
  })
  const calendar = await parts.calendars.current(store.read)
  const today = localDateOf(now)
  const nextDay = nextWorkingDay(calendar, today)
  const cases = await store.read.cases.byIds([...new Set(page.rows.flatMap(row => row.caseId ?? []))])
  const registeredOn = new Map(cases.map(row => [row.id, row.registeredOn]))
  const daysSince = (caseId: number | null) => {
    const on = caseId === null ? undefined : registeredOn.get(caseId)
    return on === undefined ? null : workingDaysBetween(calendar, on, today)
  }
  return {
    next: page.next,
    rows: page.rows.map(row => ({
      ...row,
      urgency: urgencyOf(row, { now, today, nextDay }),
      warned: row.warnAt !== null && row.warnAt <= now,
      registeredWorkingDays: daysSince(row.caseId),
    })),
    today,
    nextDay,
    nextDayIsTomorrow: nextDay === addDays(today, 1),
  }
}

function urgencyOf(
  { dueAt, dueOn }: Pick<TaskLine, 'dueAt' | 'dueOn'>,
  { now, today, nextDay }: { now: Instant; today: LocalDate; nextDay: LocalDate },
): Urgency {
  if (dueAt === null || dueOn === null) return 'later'
  if (dueAt < now) return 'overdue'
  if (dueOn <= today) return 'today'
  return dueOn <= nextDay ? 'nextDay' : 'later'
}
