import { addDays, formatDate, localDateOf, pauseGrounds } from '../calendar/index.js'
import type { LocalDate, Pause, PauseGround, WorkCalendar } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { CannotPauseProblem, InvalidAnswersProblem, NothingToDoProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { DeadlineChange } from '../store/index.js'
import { changeLimits, namesOf, openLimits, requireMayChangeTime, type OpenLimit } from './case-limits.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import { changedLimit } from './limits.js'
import type { Parts } from './parts.js'
import { resumesOn, said, type PauseTime } from './pause-time.js'

/** A pause as it was asked for. */
interface PauseRequest extends PauseTime {
  readonly number: string
  /** one of 行政许可法 art. 45 */
  readonly ground: string
  /** what shows it: a notice, an order, with its number */
  readonly document: string
  /** what the citizen is told; the law has the office tell them in writing */
  readonly words: string
}

/** Calendar days a pause may last at most; what takes longer is looked at again and filed anew. */
const longestPause = 180

/**
 * 暂停计时: stops every running limit of the case whose diagram allows the ground. Today still counts; the days after it
 * up to the day said do not; then the clock runs again by itself. Only the supervisor may: nobody stops the clock that
 * measures them.
 *
 * @throws InvalidAnswersProblem with a sentence per field; CannotPauseProblem when no limit may be stopped so, and why;
 *   NotAllowedProblem, ComplainedAboutProblem, CaseClosedProblem, NotFoundProblem
 */
export function pauseDeadlines(parts: Parts, actor: Actor, request: PauseRequest): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await byNumber(unit, request.number)
    requireMayChangeTime(actor, row, { right: 'deadline.pause', action: text('runtime.pause') })
    const calendar = await parts.calendars.current(unit)
    const today = localDateOf(now)
    const { ground, ...pause } = readRequest(request, calendar, today)
    const limits = stoppable(await openLimits(parts, unit, row.id, now), ground, {
      number: request.number,
      today,
    })
    const changes = limits.map(({ row: limit }) =>
      changedLimit(calendar, limit, {
        event: { kind: 'paused', data: { ground, ...pause } },
        reason: request.words.trim(),
      }),
    )
    await changeLimits(unit, changes, {
      ...{ row, actor, at: now, kind: 'deadline.paused' },
      data: { limits: namesOf(limits), ground, ...pause, words: request.words.trim() },
    })
  })
}

/**
 * 提前恢复: the running pauses of the case end today; from tomorrow on days count again.
 * @throws InvalidAnswersProblem, NothingToDoProblem when nothing stands still, and as {@link pauseDeadlines}
 */
export function resumeDeadlines(
  parts: Parts,
  actor: Actor,
  { number, words }: { readonly number: string; readonly words: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await byNumber(unit, number)
    requireMayChangeTime(actor, row, { right: 'deadline.pause', action: text('runtime.resume') })
    const errors = said({ words })
    if (Object.keys(errors).length > 0) throw new InvalidAnswersProblem(errors)
    const today = localDateOf(now)
    const paused = standing(await openLimits(parts, unit, row.id, now), pause => pause.until > today)
    if (paused.length === 0) throw new NothingToDoProblem(number, text('runtime.resume'))
    const changes = endOn(await parts.calendars.current(unit), paused, {
      event: { kind: 'resumed', until: today },
      reason: words.trim(),
    })
    await changeLimits(unit, changes, {
      ...{ row, actor, at: now, kind: 'deadline.resumed' },
      data: { limits: namesOf(paused), until: today, words: words.trim() },
    })
  })
}

/**
 * 延长暂停: the running pauses of the case end later, decided before they have ended.
 * @throws as {@link pauseDeadlines}
 */
export function prolongPause(
  parts: Parts,
  actor: Actor,
  request: Omit<PauseRequest, 'ground'>,
): Promise<void> {
  return command(parts, async (unit, now) => {
    const { number, document, words } = request
    const row = await byNumber(unit, number)
    requireMayChangeTime(actor, row, { right: 'deadline.pause', action: text('runtime.prolong') })
    const calendar = await parts.calendars.current(unit)
    const today = localDateOf(now)
    const paused = standing(await openLimits(parts, unit, row.id, now), pause => pause.until >= today)
    const [first] = paused
    if (!first) throw new NothingToDoProblem(number, text('runtime.prolong'))
    const { pause } = first
    const read = resumesOn(calendar, request, {
      after: pause.until,
      latest: addDays(pause.from, longestPause),
    })
    const errors = { ...said({ document, words }), ...('errors' in read ? read.errors : {}) }
    if ('errors' in read || Object.keys(errors).length > 0) throw new InvalidAnswersProblem(errors)
    const changes = endOn(calendar, paused, {
      event: { kind: 'prolonged', until: read.until, document: document.trim() },
      reason: words.trim(),
    })
    await changeLimits(unit, changes, {
      ...{ row, actor, at: now, kind: 'deadline.prolonged' },
      data: {
        limits: namesOf(paused),
        ...{ until: read.until, document: document.trim() },
        words: words.trim(),
      },
    })
  })
}

function readRequest(
  request: PauseRequest,
  calendar: WorkCalendar,
  today: LocalDate,
): Pause & { readonly ground: PauseGround } {
  const ground = pauseGrounds.find(known => known === request.ground)
  const read = resumesOn(calendar, request, { after: today, latest: addDays(today, longestPause) })
  const errors = {
    ...(ground === undefined && { ground: text('pause.ground.unknown') }),
    ...said({ document: request.document, words: request.words }),
    ...('errors' in read ? read.errors : {}),
  }
  if (ground === undefined || 'errors' in read || Object.keys(errors).length > 0)
    throw new InvalidAnswersProblem(errors)
  return { from: today, until: read.until, ground, document: request.document.trim() }
}

/** The limits that this ground stops. @throws CannotPauseProblem naming what stands in the way of the last that could */
function stoppable(
  limits: readonly OpenLimit[],
  ground: PauseGround,
  { number, today }: { readonly number: string; readonly today: LocalDate },
): readonly OpenLimit[] {
  const refuse = (why: string, values: Readonly<Record<string, unknown>> = {}) =>
    new CannotPauseProblem(number, text(`pause.cannot.${why}`, values))
  const allowed = limits.filter(({ timer }) => timer.mayPause !== undefined)
  if (limits.length === 0) throw refuse('none')
  if (allowed.length === 0) throw refuse('notAllowed', { limits: namesOf(limits) })
  const grounded = allowed.filter(({ timer }) => timer.mayPause?.includes(ground))
  if (grounded.length === 0)
    throw refuse('ground', { limits: namesOf(allowed), ground: text(`calendar.ground.${ground}`) })
  const [standsStill] = standing(grounded, pause => pause.until > today)
  const running = grounded.filter(({ row }) => !row.pauses.some(pause => pause.until > today))
  if (standsStill && running.length === 0)
    throw refuse('already', { until: formatDate(standsStill.pause.until) })
  // what the count is to leave out must lie before its end: today still counts
  const inTime = running.filter(({ row }) => today < row.promisedOn)
  if (inTime.length === 0) throw refuse('late', { limits: namesOf(running) })
  return inTime
}

interface PausedLimit extends OpenLimit {
  readonly pause: Pause
}

function standing(limits: readonly OpenLimit[], goesOn: (pause: Pause) => boolean): readonly PausedLimit[] {
  return limits.flatMap(limit => {
    const pause = limit.row.pauses.findLast(one => one.from < one.until && goesOn(one))
    return pause ? [{ ...limit, pause }] : []
  })
}

function endOn(
  calendar: WorkCalendar,
  paused: readonly PausedLimit[],
  {
    event: { kind, ...end },
    reason,
  }: {
    readonly event: {
      readonly kind: 'resumed' | 'prolonged'
      readonly until: LocalDate
      readonly document?: string
    }
    readonly reason: string
  },
): readonly DeadlineChange[] {
  return paused.map(({ row, pause }) =>
    changedLimit(calendar, row, { event: { kind, data: { from: pause.from, ...end } }, reason }),
  )
}
