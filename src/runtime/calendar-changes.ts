import {
  differenceTo,
  doubtsOf,
  inverseOf,
  laidOver,
  localDateOf,
  oneAfterAnother,
  type Arrangement,
  type CalendarContents,
} from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { cleanText, lengthOf } from '../casework/plain-text.js'
import {
  CalendarMovedOnProblem,
  CalendarRefusedProblem,
  InvalidAnswersProblem,
  NothingToDoProblem,
  NotFoundProblem,
} from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { StoredCalendarChange, Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

/** What is to be arranged, given the calendar as it would be with what is gathered already. */
type Arranger = (contents: CalendarContents) => Arrangement

/**
 * Adds to the change that this administrator is gathering, or begins one; what would change nothing is dropped. Nothing
 * counts differently until the change is confirmed.
 *
 * @returns the id of the change
 */
export function gatherChange(parts: Parts, actor: Actor | null, arranger: Arranger): Promise<number> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'calendar.change')
    const there = await unit.calendar.contents()
    const draft = actor && (await unit.calendarChanges.draftOf(actor.accountId))
    const gathered = draft?.arrangement ?? { days: [], years: [] }
    const more = arranger(laidOver(there, gathered))
    const arrangement = differenceTo(there, oneAfterAnother(gathered, more))
    if (!draft) {
      const createdBy = actor?.accountId ?? null
      return unit.calendarChanges.draft({ createdAt: now, createdBy, arrangement })
    }
    if (!(await unit.calendarChanges.gather(draft.id, arrangement, draft.revision)))
      throw new CalendarMovedOnProblem()
    return draft.id
  })
}

/** Takes a day, or a year’s announcement, out of what is being gathered. */
export function dropFromChange(
  parts: Parts,
  actor: Actor,
  what: { readonly scope: string; readonly date: string } | { readonly scope: string; readonly year: number },
): Promise<void> {
  return command(parts, async unit => {
    requireRight(actor, 'calendar.change')
    const draft = await unit.calendarChanges.draftOf(actor.accountId)
    if (!draft) return
    const { days, years } = draft.arrangement
    const arrangement =
      'date' in what
        ? { days: days.filter(day => day.scope !== what.scope || day.date !== what.date), years }
        : { days, years: years.filter(one => one.scope !== what.scope || one.year !== what.year) }
    if (!(await unit.calendarChanges.gather(draft.id, arrangement, draft.revision)))
      throw new CalendarMovedOnProblem()
  })
}

/** Throws away what was gathered. Of a change that was confirmed already, nothing is thrown away. */
export function discardChange(parts: Parts, actor: Actor | null, changeId: number): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'calendar.change')
    await changeOf(unit, changeId)
    if (!(await unit.calendarChanges.discard(changeId, now)))
      throw new NothingToDoProblem(text('runtime.calendar.change'), text('runtime.calendar.discard'))
  })
}

/**
 * Gathers a change anew that was thrown away or found out of date; or, of one that was applied, what takes it back. The
 * rest goes its way: look, confirm, apply.
 *
 * @returns the id of the change that is gathered
 */
export async function gatherAgain(parts: Parts, actor: Actor, changeId: number): Promise<number> {
  requireRight(actor, 'calendar.change')
  const { calendar, calendarChanges } = parts.store.read
  const change = await calendarChanges.byId(changeId)
  if (!change) throw new NotFoundProblem(text('runtime.calendar.change'))
  const { versionId, arrangement } = change
  if (change.appliedAt === null) return gatherChange(parts, actor, () => arrangement)
  if (versionId === null)
    throw new NothingToDoProblem(text('runtime.calendar.change'), text('runtime.calendar.takeBack'))
  const back = inverseOf(await calendar.contents(versionId - 1), await calendar.arrangementOf(versionId))
  return gatherChange(parts, actor, () => back)
}

/** What somebody has seen when they confirm a change. */
export interface Confirmation {
  readonly changeId: number
  /** of the change: what is gathered */
  readonly revision: number
  /** of the calendar: what it was counted on */
  readonly version: number
  readonly reason: string
}

/** The longest reason: it stands beside every date that moves. */
export const longestReason = 100

/**
 * Confirms a change as it was seen. The work is done by a job, which is written in the same transaction: a change that is
 * confirmed is applied, and one that was confirmed already is not confirmed again.
 *
 * @throws InvalidAnswersProblem without a reason; CalendarRefusedProblem for what the law does not allow;
 *   CalendarMovedOnProblem when the calendar or what is gathered has changed since it was seen
 */
export function confirmChange(
  parts: Parts,
  actor: Actor | null,
  { changeId, revision, version, reason }: Confirmation,
): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'calendar.change')
    const change = await changeOf(unit, changeId)
    if (change.confirmedAt !== null) return
    if (change.discardedAt !== null)
      throw new NothingToDoProblem(text('runtime.calendar.change'), text('runtime.calendar.confirm'))
    const words = reasonOf(reason)
    const there = await unit.calendar.contents()
    const arrangement = differenceTo(there, change.arrangement)
    if (arrangement.days.length === 0 && arrangement.years.length === 0)
      throw new NothingToDoProblem(text('runtime.calendar.change'), text('runtime.calendar.confirm'))
    const after = laidOver(there, arrangement)
    const doubts = doubtsOf({ after, arrangement, today: localDateOf(now) })
    const unlawful = doubts.find(({ severity }) => severity === 'error')
    if (unlawful) throw new CalendarRefusedProblem(unlawful.sentence)

    const seen = revision === change.revision && version === (await unit.calendar.version())
    if (!seen) throw new CalendarMovedOnProblem()
    const [jobId = null] = await unit.jobs.enqueue([changeJob(changeId, now)])
    const by = actor?.accountId ?? null
    const confirmed = { confirmedAt: now, confirmedBy: by, baseVersion: version, reason: words, jobId }
    if (!(await unit.calendarChanges.confirm(changeId, confirmed, revision)))
      throw new CalendarMovedOnProblem()
  })
}

function reasonOf(typed: string): string {
  const words = cleanText(typed).replaceAll(/\s+/g, ' ')
  const length = lengthOf(words)
  if (words === '') throw new InvalidAnswersProblem({ reason: text('runtime.calendar.reason.missing') })
  const over = length - longestReason
  if (over > 0)
    throw new InvalidAnswersProblem({
      reason: text('casework.answer.tooLong', { length, limit: longestReason, over }),
    })
  return words
}

/** No activity of a diagram asked for it. */
function changeJob(changeId: number, dueAt: string) {
  return { kind: 'calendarChange' as const, activityId: '', payload: { changeId }, dueAt }
}

async function changeOf(unit: Unit, id: number): Promise<StoredCalendarChange> {
  const change = await unit.calendarChanges.byId(id)
  if (!change) throw new NotFoundProblem(text('runtime.calendar.change'))
  return change
}
