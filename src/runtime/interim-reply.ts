import { addDays, dayIn, formatDate, localDateOf } from '../calendar/index.js'
import type { LocalDate, WorkCalendar } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { isOneOf } from '../casework/choice.js'
import { CannotExtendProblem, InvalidAnswersProblem } from '../casework/problem.js'
import { lengthOf } from '../casework/plain-text.js'
import { REPLY_CHANNELS } from '../casework/reply-channel.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredCase, Unit } from '../store/index.js'
import { changeLimits, namesOf, openLimits, requireMayChangeTime, type OpenLimit } from './case-limits.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import { changedLimit } from './limits.js'
import type { Parts } from './parts.js'
import { dayOf } from './pause-time.js'

/** 阶段性答复, by the names that the diagram’s form has for it. */
interface InterimReply {
  /** why it cannot be done by the day */
  readonly interimReason: string
  /** what the citizen was told, and how */
  readonly feedbackText: string
  readonly feedbackChannel: string
  /** a working day after the one that holds now */
  readonly newDateOn: string
}

/** How many calendar days after the day that holds now the new one may lie; it may be given again before it comes. */
const longestExtension = 90

const longestText = 2000

/**
 * Files an interim reply on a case, at whatever step it stands, while a limit that its diagram lets be extended runs.
 * @throws InvalidAnswersProblem with a sentence per field; CannotExtendProblem when there is nothing to extend or it is
 *   too late; NotAllowedProblem, ComplainedAboutProblem, CaseClosedProblem, NotFoundProblem
 */
export function fileInterimReply(
  parts: Parts,
  actor: Actor,
  { number, ...reply }: InterimReply & { readonly number: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await byNumber(unit, number)
    requireMayChangeTime(actor, row, { right: 'deadline.reply', action: text('runtime.interimReply') })
    await giveAnotherDay(parts, unit, { row, actor, at: now, reply })
  })
}

/**
 * Gives another day in the place of the one that was promised: the one way to it, from the case and from the task 反馈工作结果
 * alike. Filed before the day that holds now: on that day, at whatever hour, it is too late. The promise stays what the
 * figures measure by; the new day is what warns and fires.
 * @throws InvalidAnswersProblem, CannotExtendProblem
 */
export async function giveAnotherDay(
  parts: Pick<Parts, 'definitions' | 'calendars'>,
  unit: Unit,
  {
    row,
    actor,
    at,
    reply,
  }: {
    readonly row: Pick<StoredCase, 'id' | 'number'>
    readonly actor: Actor
    readonly at: Instant
    readonly reply: InterimReply
  },
): Promise<void> {
  const calendar = await parts.calendars.current(unit)
  const limits = extendable(await openLimits(parts, unit, row.id, at), row.number, localDateOf(at))
  const { extendedTo, told, channel, reason } = readReply(reply, calendar, limits)
  const changes = limits.map(limit =>
    changedLimit(calendar, limit.row, {
      event: { kind: 'extended', data: { extendedTo, told, channel } },
      reason,
    }),
  )
  await changeLimits(unit, changes, {
    ...{ row, actor, at, kind: 'deadline.extended' },
    data: {
      limits: namesOf(limits),
      promisedOn: limits[0]?.row.promisedOn,
      dueOn: limits[0]?.row.dueOn,
      ...{ extendedTo, told, channel },
      words: reason,
    },
  })
}

/** The limits that another day may be given to now. @throws CannotExtendProblem */
function extendable(limits: readonly OpenLimit[], number: string, today: LocalDate): readonly OpenLimit[] {
  const allowed = limits.filter(({ timer }) => timer.mayExtend === 'interimReply')
  if (allowed.length === 0) throw new CannotExtendProblem(number, text('interim.cannot.none'))
  const inTime = allowed.filter(({ row }) => today < row.dueOn)
  if (inTime.length === 0) {
    const day = formatDate(allowed[0]?.row.dueOn ?? today)
    throw new CannotExtendProblem(number, text('interim.cannot.late', { limits: namesOf(allowed), day }))
  }
  return inTime
}

function readReply(
  { interimReason, feedbackText, feedbackChannel, newDateOn }: InterimReply,
  calendar: WorkCalendar,
  limits: readonly OpenLimit[],
): {
  readonly extendedTo: LocalDate
  readonly told: string
  readonly channel: string
  readonly reason: string
} {
  const extendedTo = dayOf(newDateOn.trim())
  const dueOn =
    limits
      .map(({ row }) => row.dueOn)
      .sort()
      .at(-1) ?? ''
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries({ interimReason, feedbackText })) {
    const length = lengthOf(value.trim())
    const over = length - longestText
    if (length === 0) errors[name] = text(`interim.${name}.missing`)
    else if (over > 0) errors[name] = text('casework.answer.tooLong', { length, limit: longestText, over })
  }
  if (!isOneOf(REPLY_CHANNELS, feedbackChannel))
    errors.feedbackChannel = text('interim.feedbackChannel.missing')
  const wrongDay = dayProblem(calendar, extendedTo, dueOn)
  if (wrongDay !== null) errors.newDateOn = wrongDay
  if (extendedTo === null || Object.keys(errors).length > 0) throw new InvalidAnswersProblem(errors)
  return { extendedTo, told: feedbackText.trim(), channel: feedbackChannel, reason: interimReason.trim() }
}

function dayProblem(calendar: WorkCalendar, day: LocalDate | null, dueOn: LocalDate): string | null {
  if (day === null) return text('interim.newDateOn.missing')
  const latest = addDays(dueOn, longestExtension)
  const values = { due: formatDate(dueOn), latest: formatDate(latest), day: formatDate(day) }
  if (day <= dueOn) return text('interim.newDateOn.tooEarly', values)
  if (day > latest) return text('interim.newDateOn.tooLate', values)
  return dayIn(calendar, day).working ? null : text('interim.newDateOn.off', values)
}
