import { randomUUID } from 'node:crypto'
import { formatDate, formatInstant, localDateOf, type LocalDate } from '../../calendar/index.js'
import { labelOf } from '../../casework/choice.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { ExplainedDeadline, Tracked } from '../../runtime/index.js'
import { longestNote, type NoteForm } from '../forms/note-form.js'
import type { RatingForm } from '../forms/rating-form.js'
import { paths, pathTo } from '../paths.js'
import { acceptedFiles, ownAttachmentsModel, type AttachmentModel } from './attachments.js'
import { deadlineCard, type DeadlineCardModel } from './deadline-card.js'
import { errorList, field, type FieldModel } from './field.js'
import type { GlanceRow, PageHeaderModel } from './parts.js'
import { privacyRequestModel, type PrivacyRequestModel } from './privacy-state.js'
import { state } from './state.js'
import type { TimelineEntry } from './timeline.js'
import { progressOf, stepsInWords } from './tracked-progress.js'
import { ratingModel, type RatingModel } from './tracked-rating.js'

declare module '../render.js' {
  interface Pages {
    'track/case': TrackedCaseModel
  }
}

/** 查进度: the citizen's own case, in plain words and with nothing internal. */
export interface TrackedCaseModel {
  readonly header: PageHeaderModel
  readonly days: string
  readonly answers: readonly { readonly title: string; readonly at: Instant | null; readonly words: string }[]
  readonly progress: readonly TimelineEntry[]
  readonly promises: readonly DeadlineCardModel[]
  /** said where there is no promised day yet; null once there is, and when there will be none */
  readonly noPromise: string | null
  readonly errors: ReturnType<typeof errorList>
  /** where they are expected, row by row */
  readonly appointment: readonly GlanceRow[] | null
  /** the citizen's own pictures and papers */
  readonly files: readonly AttachmentModel[]
  readonly rating: RatingModel | null
  /** what they asked about their own data, and where they ask */
  readonly privacy: { readonly requests: readonly PrivacyRequestModel[]; readonly href: string }
  /** what can still be done; null when it has ended */
  readonly actions: {
    readonly note: FieldModel
    readonly noteHref: string
    readonly accept: string
    /** the same form sent twice adds once */
    readonly submissionId: string
    readonly withdrawHref: string
  } | null
}

/** A form of the page that came back: what was typed, and what is wrong with it. */
export interface ReturnedToCitizen {
  readonly note?: Extract<NoteForm, { ok: false }>
  readonly rating?: Extract<RatingForm, { ok: false }>
}

export function trackedCase(
  tracked: Tracked,
  now: Instant,
  returned: ReturnedToCitizen = {},
): TrackedCaseModel {
  const { number, promises, open, workingDays } = tracked
  const note = noteField(returned.note ?? null)
  const rating = ratingModel(tracked, returned.rating ?? null)
  return {
    header: headerOf(tracked, now),
    days:
      workingDays === 0
        ? text('track.case.today')
        : text('track.case.days', { days: text('calendar.budget.workingDays', { count: workingDays }) }),
    answers: answersOf(tracked),
    progress: progressOf(tracked),
    promises: promises.flatMap(promise => promiseCard(tracked, promise, localDateOf(now))),
    noPromise: open && promises.length === 0 ? text('track.promise.none') : null,
    errors: errorList([note, ...(rating?.form?.fields ?? [])]),
    appointment: appointmentRows(tracked),
    files: ownAttachmentsModel(tracked.files, number),
    rating,
    privacy: {
      requests: tracked.privacyRequests.map(privacyRequestModel),
      href: pathTo(paths.trackRights, { number }),
    },
    actions: open
      ? {
          note,
          noteHref: pathTo(paths.trackNotes, { number }),
          accept: acceptedFiles,
          submissionId: returned.note?.submissionId ?? randomUUID(),
          withdrawHref: pathTo(paths.trackWithdraw, { number }),
        }
      : null,
  }
}

function headerOf(tracked: Tracked, now: Instant): PageHeaderModel {
  const { number, itemName, placeName, registeredAt, ending, outcome } = tracked
  return {
    title: itemName,
    state: ending ? state('closed', ending.name) : state('ok', text('track.case.state.open')),
    what: text('track.case.what', { number, place: placeName, day: formatDate(localDateOf(registeredAt)) }),
    next: ending
      ? endedWords(ending.name, outcome)
      : text('track.case.next.open', { steps: stepsInWords(tracked) }),
    by: ending ? null : byWhen(tracked, now),
  }
}

function endedWords(ending: string, outcome: string | null): string {
  if (outcome === null) return text('track.case.next.ended', { ending })
  return text('track.case.next.outcome', { ending, outcome: labelOf(OUTCOMES, outcome) })
}

/** The promise that is due first of those still to be kept. */
function byWhen({ promises }: Tracked, now: Instant): string {
  const [next] = promises.filter(({ closedAt }) => closedAt === null)
  if (next) {
    const over = Date.parse(now) > Date.parse(next.dueAt)
    const values = { when: formatInstant(next.dueAt), promised: formatDate(next.promisedOn) }
    if (over) return text('track.case.by.over', values)
    return text(next.dueOn > next.promisedOn ? 'track.case.by.extended' : 'track.case.by.promise', values)
  }
  return text(promises.length === 0 ? 'track.case.by.waiting' : 'track.case.by.kept')
}

function appointmentRows({ appointment }: Tracked): readonly GlanceRow[] | null {
  if (!appointment) return null
  const { on, when, window, contact } = appointment
  const time = [on === null ? null : formatDate(on), when].filter(one => one !== null).join(' ')
  return [
    { label: text('track.appointment.when'), value: time || null },
    { label: text('track.appointment.window'), value: window },
    { label: text('track.appointment.contact'), value: contact },
  ].filter(({ value }) => value !== null)
}

function answersOf(tracked: Tracked): TrackedCaseModel['answers'] {
  const { reply, missing, feedback, interim, guidance, reviewed } = tracked
  const said = (name: string, answer: { at: Instant | null; words: string | null } | null) =>
    answer === null
      ? []
      : [
          {
            title: text(`track.answer.${name}`),
            at: answer.at,
            words: answer.words ?? text('track.answer.noWords'),
          },
        ]
  return [
    ...said('reply', reply),
    ...said('missing', missing ? { at: null, words: missing } : null),
    ...said('feedback', feedback),
    ...said('interim', interim === null ? null : { at: interim.at, words: interimWords(interim) }),
    ...said(
      'review',
      reviewed === null ? null : { at: null, words: text(`track.answer.review.${reviewed}`) },
    ),
    ...said('guidance', guidance === null ? null : { at: null, words: guidance }),
  ]
}

function interimWords({ words, newDateOn }: NonNullable<Tracked['interim']>): string {
  const said = words ?? text('track.answer.noWords')
  return newDateOn === null
    ? said
    : text('track.answer.interimUntil', { words: said, day: formatDate(newDateOn) })
}

/** The card of a promise in the citizen's words: yellow and red cards are the office's own. */
function promiseCard(tracked: Tracked, promise: ExplainedDeadline, today: LocalDate): DeadlineCardModel[] {
  if (!promise.explanation) return []
  const kept = promise.promise === 'phoneReply' ? tracked.reply : tracked.feedback
  const card = deadlineCard({
    ...promise,
    explanation: promise.explanation,
    warned: promise.card === 'yellow',
    completed: kept !== null,
    today,
    reader: 'citizen',
    proofHref: pathTo(paths.trackProof, { number: tracked.number, id: promise.id }),
  })
  return [{ ...card, state: state(card.state.kind, text(`track.promise.state.${card.state.kind}`)) }]
}

function noteField(wrong: ReturnedToCitizen['note'] | null): FieldModel {
  return field(
    {
      id: 'words',
      label: text('track.note.label'),
      help: text('track.note.help'),
      type: 'text',
      required: false,
      maxLength: longestNote,
      choices: [],
    },
    { values: { words: wrong?.typed ?? '' }, errors: wrong ? { words: wrong.error } : {} },
  )
}
