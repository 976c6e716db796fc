import { localDateOf, parseBudget, project } from '../calendar/index.js'
import type { Deadline, WorkCalendar } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import type { ProcessDefinition, TimerSpec, Wait } from '../engine/index.js'
import type { NewDeadline } from '../store/index.js'
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
    anchorAt,
    startOn: dates.startOn,
    dueOn: dates.dueOn,
    dueAt: dates.dueAt,
    warnAt: dates.warnAt,
    provisional: dates.provisional,
    armedAt: mover.at,
  }
}

/** What a stored limit comes to on this calendar, from the same anchor. */
export function projectLimit(
  calendar: WorkCalendar,
  row: Pick<NewDeadline, 'budget' | 'calendar' | 'warnBefore' | 'startOn'> & {
    readonly anchorAt?: Instant | null | undefined
  },
): Deadline {
  // A timer of the diagram may also name an instant; then there is nothing to count. (Cycles stand at start events.)
  if (!row.budget.startsWith('P')) return atInstant(new Date(row.budget).toISOString())
  return project(calendar, {
    budget: parseBudget(row.budget, row.calendar),
    warnBefore: row.warnBefore ? parseBudget(row.warnBefore, row.calendar) : null,
    ...(row.anchorAt ? { anchorAt: row.anchorAt } : { startOn: row.startOn }),
  })
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

function atInstant(dueAt: Instant): Deadline {
  const dueOn = localDateOf(dueAt)
  const none = { warnBefore: null, warnOn: null, warnAt: null, provisional: false }
  return { startOn: dueOn, anchorAt: dueAt, budget: { seconds: 0 }, dueOn, dueAt, ...none }
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
