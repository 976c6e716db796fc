import { afterEvent, localDateOf, projectWritten } from '../calendar/index.js'
import type { Deadline, WorkCalendar, WrittenTerms } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import type { ProcessDefinition, TimerSpec, Wait } from '../engine/index.js'
import type { DeadlineChange, DeadlineDates, NewDeadline, StoredDeadline } from '../store/index.js'
import type { Subject } from './subject.js'

/** The row of a limit that has just been armed: what the diagram says, counted on the calendar. */
export function limitOf(
  calendar: WorkCalendar,
  context: {
    readonly definition: ProcessDefinition
    readonly instanceId: number
    readonly subject: Subject
    readonly mover: { readonly at: Instant }
  },
  wait: Wait,
  taskOf: (activityId: string) => number | null,
): NewDeadline {
  const { definition, instanceId, subject, mover } = context
  const node = definition.nodes.get(wait.activityId)
  const timer = node?.timer
  if (!node || !timer) throw new Error(`${wait.activityId} waits for a time and has no timer`)
  const anchorAt = anchorOf(timer, subject.context(mover.at), mover.at)
  const dates = datesOf(calendar, timer, anchorAt)
  return {
    instanceId,
    caseId: subject.kind === 'case' ? subject.id : null,
    taskId: node.attachedTo === undefined ? null : taskOf(node.attachedTo),
    activityId: wait.activityId,
    attachedTo: node.attachedTo ?? null,
    slot: wait.slot,
    name: node.name,
    kind: timer.kind ?? 'none',
    calendar: timer.calendar,
    budget: timer.value,
    warnBefore: timer.warnBefore ?? null,
    warn: timer.warn ?? null,
    workingDays: 'workingDays' in dates.budget ? dates.budget.workingDays : null,
    promise: promiseOf(timer),
    paragraph: timer.paragraph ?? null,
    interrupting: node.interrupting ?? true,
    pauses: [],
    ...storedDates(dates),
    anchorAt,
    armedAt: mover.at,
  }
}

/** What a stored limit comes to on this calendar, from the same terms. */
export function projectLimit(calendar: WorkCalendar, row: WrittenTerms): Deadline {
  return projectWritten(calendar, row)
}

/** The dates of a deadline as its row keeps them. */
export function storedDates(deadline: Deadline): DeadlineDates {
  const { startOn, anchorAt, promisedOn, promisedAt, dueOn, dueAt, warnAt, provisional, calendarVersion } =
    deadline
  return { startOn, anchorAt, promisedOn, promisedAt, dueOn, dueAt, warnAt, provisional, calendarVersion }
}

/** The limit after something that people decided: its new terms, the dates they come to, and why. */
export function changedLimit(
  calendar: WorkCalendar,
  row: StoredDeadline,
  { event, reason }: Pick<DeadlineChange, 'event' | 'reason'>,
): DeadlineChange {
  const { pauses = [], extendedTo = null, ...terms } = afterEvent(row, event)
  const dates = storedDates(projectLimit(calendar, { ...terms, pauses, extendedTo }))
  return { ...dates, id: row.id, anchorAt: row.anchorAt, event, pauses, extendedTo, reason }
}

function datesOf(calendar: WorkCalendar, timer: TimerSpec, anchorAt: Instant): Deadline {
  return projectLimit(calendar, {
    budget: timer.value,
    calendar: timer.calendar,
    warnBefore: timer.warnBefore ?? null,
    startOn: localDateOf(anchorAt),
    anchorAt,
  })
}

// The clock starts where the diagram says (the day the cause is confirmed, for the notice’s own limits); a fact that is
// not known yet means: now.
function anchorOf(timer: TimerSpec, facts: Readonly<Record<string, unknown>>, now: Instant): Instant {
  const fact = timer.from === undefined ? undefined : facts[timer.from]
  return typeof fact === 'string' && fact !== '' ? new Date(fact).toISOString() : now
}

function promiseOf(timer: TimerSpec): NewDeadline['promise'] {
  return timer.promise === 'phoneReply' || timer.promise === 'feedback' ? timer.promise : null
}
