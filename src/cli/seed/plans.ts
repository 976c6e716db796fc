import { DateTime } from 'luxon'
import { addDays, instantAt, localDateOf, project } from '../../calendar/index.js'
import type { LocalDate, WorkCalendar } from '../../calendar/index.js'
import type { Instant } from '../../clock.js'
import type { ScriptedCase } from '../../play/scripted-case.js'
import { mannersOf, type Manners } from '../../play/manners.js'
import type { Plan, TaskInPlay } from '../play/plan.js'
import { workingDaysAfter } from '../../play/working-time.js'

/** Where a case of the demonstration stands today. */
interface Standing {
  /** Registered so many working days before the last one that is over. */
  readonly daysAgo: number
  /** At which time of that day. */
  readonly at?: string
  /** The task that it waits at; null for one that has ended. */
  readonly waitsAt: string | null
  /** When it waits at this task not the first time. */
  readonly round?: number
  /** The department whose answer is waited for. */
  readonly department?: string
  /** A second task that is left. */
  readonly alsoAt?: string
  readonly manners?: Partial<Manners>
}

/**
 * The twenty cases, each at another point. Days are chosen by the notice’s limits: the cause of a case is confirmed on
 * the afternoon of the day it is registered, so nine working days ago is due on the day after that last day.
 */
const standings: Readonly<Record<number, Standing>> = {
  2: { daysAgo: 2, waitsAt: 'Task_PhoneReply' }, // the call is due today: yellow
  3: { daysAgo: 11, waitsAt: 'Task_Rectify', round: 2 }, // answered for the time being, overdue: red, supervised
  4: { daysAgo: 0, waitsAt: 'Task_Verdict' },
  5: { daysAgo: 9, waitsAt: 'Task_Rectify', round: 2, manners: { returned: true } }, // the citizen is to hear today: yellow
  6: { daysAgo: 5, waitsAt: 'Task_FollowUp' }, // four calls on two days in vain, then a visit
  7: { daysAgo: 1, waitsAt: 'Task_Rule' }, // the assisting department disputes
  8: { daysAgo: 3, waitsAt: 'Task_Rectify' }, // both at fault: the citizen’s part has been explained
  9: { daysAgo: 8, waitsAt: 'Task_Review', manners: { review: true } },
  10: { daysAgo: 6, waitsAt: 'Task_Feedback' },
  11: { daysAgo: 12, waitsAt: 'Task_Rectify', alsoAt: 'Task_SuperviseFeedback' }, // red, the head has not supervised, the leader is asked
  13: { daysAgo: 0, at: '08:35', waitsAt: 'Task_ConfirmCause', department: '区教育局' },
  14: { daysAgo: 1, at: '15:20', waitsAt: null },
  15: { daysAgo: 25, waitsAt: null },
  16: { daysAgo: 0, at: '14:10', waitsAt: 'Task_ScopeCheck' },
  17: { daysAgo: 2, at: '09:05', waitsAt: 'Task_Rectify' }, // the first case’s problem has come back, confirmed: a pattern
  18: { daysAgo: 0, at: '10:15', waitsAt: 'Task_Analyse' },
  19: { daysAgo: 0, at: '16:40', waitsAt: 'Task_HandOver' },
}

/** The plans of the demonstration as seen from now. */
export function demoPlans(
  calendar: WorkCalendar,
  cases: readonly ScriptedCase[],
  now: Instant,
): readonly Plan[] {
  const last = lastDayOver(calendar, now)
  return cases.map(script => {
    const standing = standings[script.no] ?? { daysAgo: 0, waitsAt: 'Task_HandOver' }
    const manners = { ...mannersOf(script), ...standing.manners }
    if (script.no === 1) return { script, manners, arriving: beforeRecurrence(calendar, cases, last) }
    if (script.registeredAt !== null)
      return { script, manners, arriving: fixed(calendar, script.registeredAt, last) }
    if (script.confirmedAt !== null)
      return acrossTheYear(calendar, { ...script, confirmedAt: script.confirmedAt }, last)
    const day = workingDaysAfter(calendar, last, -standing.daysAgo)
    const arriving = instantAt(day, standing.at ?? `09:${10 + script.no}`)
    return { script, manners, arriving, leaves: task => isLeft(standing, task) }
  })
}

/** The last working day that has closed: what is due on the next one is not late yet, whatever time it is. */
export function lastDayOver(calendar: WorkCalendar, now: Instant): LocalDate {
  const today = workingDaysAfter(calendar, addDays(localDateOf(now), 1), -1)
  return instantAt(today, calendar.hours.closesAt) <= now ? today : workingDaysAfter(calendar, today, -1)
}

function isLeft({ waitsAt, alsoAt, round = 1, department }: Standing, task: TaskInPlay): boolean {
  if (task.activityId === alsoAt) return true
  if (task.activityId !== waitsAt || task.round < round) return false
  return department === undefined || task.department === department
}

/** Early enough that its rectification is as old as the case that brings the same problem back wants it. */
function beforeRecurrence(calendar: WorkCalendar, cases: readonly ScriptedCase[], last: LocalDate): Instant {
  const months = cases.find(one => one.monthsAfterCase1 !== null)?.monthsAfterCase1 ?? 4
  const rectified = DateTime.fromISO(last).minus({ months, days: 1 }).toFormat('yyyy-MM-dd')
  return instantAt(workingDaysAfter(calendar, rectified, -6), '09:25')
}

/** The date the file gives, when it lies far enough back for the case to have ended; else one that does. */
function fixed(calendar: WorkCalendar, registeredAt: string, last: LocalDate): Instant {
  const given = new Date(registeredAt).toISOString()
  const latest = instantAt(workingDaysAfter(calendar, last, -30), '10:00')
  return given < latest ? given : latest
}

/**
 * The case whose ten days reach into a year that is not announced. Its own date, once that is past; before that the last
 * day, which in the second half of December reaches there too.
 */
function acrossTheYear(
  calendar: WorkCalendar,
  script: ScriptedCase & { readonly confirmedAt: string },
  last: LocalDate,
): Plan {
  const given = localDateOf(new Date(script.confirmedAt).toISOString())
  const past = given <= last
  const day = past ? given : last
  const { dueOn } = project(calendar, { startOn: day, budget: { workingDays: 10 } })
  const arriving = instantAt(workingDaysAfter(calendar, day, -1), '09:40')
  const confirmedAt = instantAt(day, '10:00')
  return {
    script: { ...script, confirmedAt },
    manners: mannersOf(script),
    arriving,
    // one that has been overdue for long would only be a scandal
    ...(dueOn < last ? {} : { leaves: (task: TaskInPlay) => task.activityId === 'Task_Rectify' }),
  }
}
