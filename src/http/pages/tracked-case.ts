import { formatDate, formatInstant, localDateOf, type LocalDate } from '../../calendar/index.js'
import { labelOf } from '../../casework/choice.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { ExplainedDeadline, Tracked } from '../../runtime/index.js'
import { longestNote } from '../forms/note-form.js'
import { paths, pathTo } from '../paths.js'
import { deadlineCard, type DeadlineCardModel } from './deadline-card.js'
import { errorList, field, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'
import { state } from './state.js'
import type { TimelineEntry } from './timeline.js'
import { progressOf, stepsInWords } from './tracked-progress.js'

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
  /** what can still be done; null when it has ended */
  readonly actions: {
    readonly note: FieldModel
    readonly noteHref: string
    readonly withdrawHref: string
  } | null
}

/** What of a note was typed and is wrong with it. */
export interface NoteTyped {
  readonly typed: string
  readonly error: string
}

export function trackedCase(
  tracked: Tracked,
  now: Instant,
  wrong: NoteTyped | null = null,
): TrackedCaseModel {
  const { number, promises, open, workingDays } = tracked
  const note = noteField(wrong)
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
    errors: errorList([note]),
    actions: open
      ? {
          note,
          noteHref: pathTo(paths.trackNotes, { number }),
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

function answersOf({ reply, feedback, interim, guidance }: Tracked): TrackedCaseModel['answers'] {
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
    ...said('feedback', feedback),
    ...said('interim', interim === null ? null : { at: interim.at, words: interimWords(interim) }),
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

function noteField(wrong: NoteTyped | null): FieldModel {
  return field(
    {
      id: 'words',
      label: text('track.note.label'),
      help: text('track.note.help'),
      type: 'text',
      required: true,
      maxLength: longestNote,
      choices: [],
    },
    { values: { words: wrong?.typed ?? '' }, errors: wrong ? { words: wrong.error } : {} },
  )
}
