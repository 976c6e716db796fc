import { formatDate, formatInstant, groundLabel, pauseGrounds } from '../../calendar/index.js'
import { ATTACHMENT_KINDS } from '../../casework/attachment.js'
import { CHANNELS } from '../../casework/channel.js'
import { labelOf } from '../../casework/choice.js'
import { CORRECTED_FIELDS } from '../../casework/correction.js'
import { groundWords, IDENTITY_PROOFS, PRIVACY_REQUESTS } from '../../casework/privacy-request.js'
import { isRole, roleLabel } from '../../casework/role.js'
import { hasText, text } from '../../catalogue/index.js'
import type { CasePage, OpenTask, StoryEntry } from '../../runtime/index.js'
import type { TimelineEntry } from './timeline.js'

/** 办理记录 in sentences: what happened, what moved a date, and where it stands. */
export function caseHistory(page: CasePage): readonly TimelineEntry[] {
  const happened = page.timeline.filter(entry => !isTwiceTold(entry, page.timeline)).map(sentence)
  // what people decided has entries of its own in the history; what the calendar moved stands in the ledgers alone
  const moved = page.deadlines.flatMap(({ name, ledger }) =>
    ledger
      .filter(({ kind }) => kind === 'reprojected')
      .map(move =>
        entry('note', text('history.deadline.moved', { name }), {
          at: move.at,
          note: text('history.deadline.moved.note', {
            from: formatInstant(move.fromDueAt ?? move.toDueAt),
            to: formatInstant(move.toDueAt),
            reason: move.reason ?? '',
          }),
        }),
      ),
  )
  const past = [...happened, ...moved].sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''))
  return [...past, ...page.openTasks.map(now)]
}

/** Who has this task: a person, or the group that may take it. */
export function whoHas({ assigneeName, departmentName, candidateGroup }: OpenTask): string {
  const group = departmentName ?? (candidateGroup === null ? '' : roleName(candidateGroup))
  return assigneeName === null ? group : text('history.who', { name: assigneeName, role: group })
}

/** Stands for a word that was cleared when the case's time was over: the sentence is still told. */
const cleared = text('retention.blank')

// A limit that passed is told by its red card; the diagram's own event of the same moment says nothing more.
function isTwiceTold(one: StoryEntry, all: readonly StoryEntry[]): boolean {
  return (
    one.kind === 'process.milestone' &&
    all.some(other => other.kind === 'card.red' && other.at === one.at && other.activityId === one.activityId)
  )
}

function now(task: OpenTask): TimelineEntry {
  return entry('now', task.name, { who: whoHas(task) })
}

function sentence(one: StoryEntry): TimelineEntry {
  const { kind, at, activityName, answers } = one
  const data = one.data ?? {}
  const said = (name: string) => (typeof data[name] === 'string' && data[name] !== '' ? data[name] : null)
  const rest = { at, who: actorOf(one) }
  const task = activityName ?? ''
  switch (kind) {
    case 'case.registered':
      return entry(
        'done',
        text('history.case.registered', { channel: labelOf(CHANNELS, said('channel') ?? '') }),
        rest,
      )
    case 'task.completed':
      return { ...entry('done', text('history.task.completed', { task }), rest), facts: answers }
    case 'process.milestone':
      return entry('done', task, { at })
    case 'card.yellow':
    case 'card.red':
      return entry(kind === 'card.red' ? 'red' : 'yellow', text(`history.${kind}`, { name: task }), {
        at,
        note: cardNote(data),
      })
    case 'task.reassigned':
    case 'task.returned':
      return entry('note', text(`history.${kind}`, { task, to: said('to') ?? '' }), {
        ...rest,
        note: said('reason'),
      })
    case 'case.supervised': {
      const number = said('number')
      const what =
        number === null ? text('history.case.supervised') : text('history.case.supervised.number', { number })
      return entry('note', what, { ...rest, note: said('message') })
    }
    case 'supervision.replied': {
      const number = said('number')
      const what =
        number === null
          ? text('history.supervision.replied')
          : text('history.supervision.replied.number', { number })
      return entry('note', what, { ...rest, note: said('words') })
    }
    case 'case.subject':
    case 'case.talked':
    case 'assistance.asked':
    case 'assistance.answered': {
      const words = ['name', 'with', 'how', 'department'].map(name => [name, said(name) ?? cleared] as const)
      return entry('note', text(`history.${kind}`, Object.fromEntries(words)), {
        ...rest,
        note: said('words') ?? said('reason'),
      })
    }
    case 'case.reopened':
      return entry('done', text('history.case.reopened', { ending: said('ending') ?? '' }), {
        ...rest,
        note: said('reason'),
      })
    case 'case.appointed': {
      const day = [formatDate(said('on') ?? ''), said('time')].filter(Boolean).join('')
      const what = text('history.case.appointed', { day, window: said('window') ?? cleared })
      return entry('note', what, { ...rest, note: said('contact') })
    }
    case 'deadline.paused':
    case 'deadline.resumed':
    case 'deadline.prolonged':
    case 'deadline.extended':
      return entry('note', text(`history.${kind}`, { limits: said('limits') ?? '' }), {
        ...rest,
        note: timeNote(kind, said),
      })
    case 'privacy.asked':
    case 'privacy.granted':
    case 'privacy.refused':
      return entry(
        'note',
        text(`history.${kind}`, { request: labelOf(PRIVACY_REQUESTS, said('kind') ?? '') }),
        {
          ...rest,
          note: privacyNote(data),
        },
      )
    case 'case.merged':
    case 'case.joined':
    case 'case.unmerged':
    case 'case.parted':
    case 'case.linked':
    case 'case.unlinked':
      return entry('done', text(`history.${kind}`, { number: said('into') ?? said('number') ?? '' }), {
        ...rest,
        note: said('reason'),
      })
    default: {
      // a kind that is younger than this page is still told, in the plainest words
      const key = hasText(`history.${kind}`) ? `history.${kind}` : 'history.other'
      return entry(
        kind === 'case.withdrawn' ? 'done' : 'note',
        text(key, { task, kind: labelOf(ATTACHMENT_KINDS, said('kind') ?? '') }),
        {
          ...rest,
          note: wordsAndFiles(said('message') ?? said('words') ?? said('reason'), said('files')),
        },
      )
    }
  }
}

function wordsAndFiles(words: string | null, files: string | null): string | null {
  const lines = [words, files === null ? null : text('history.files', { files })]
  return lines.filter(line => line !== null).join('\n') || null
}

/** The day it was about; and, for a card that was missed, when it would have come. */
function cardNote(data: Readonly<Record<string, unknown>>): string {
  const { cameAt } = data
  if (typeof cameAt !== 'string') return text('history.card.due', { due: dueOf(data) })
  return text('history.card.late', { due: dueOf(data), came: formatInstant(cameAt) })
}

/** What was corrected and how the citizen had shown who they are, or why the request was refused. */
function privacyNote({ fields, proof, ground }: Readonly<Record<string, unknown>>): string | null {
  if (typeof ground === 'string') return groundWords(ground)
  const corrected = CORRECTED_FIELDS.filter(name => Array.isArray(fields) && fields.includes(name))
  if (corrected.length === 0) return null
  return text('history.privacy.granted.fields', {
    fields: corrected.map(name => text(`privacy.field.${name}`)).join('、'),
    proof: labelOf(IDENTITY_PROOFS, typeof proof === 'string' ? proof : ''),
  })
}

function timeNote(kind: string, said: (name: string) => string | null): string {
  const day = (name: string) => {
    const value = said(name)
    return value === null ? '' : formatDate(value)
  }
  const words = (name: string) => said(name) ?? cleared
  return text(`history.${kind}.note`, {
    ground: groundLabel(pauseGrounds.find(known => known === said('ground'))),
    ...{ from: day('from'), until: day('until') },
    ...{ promised: day('promisedOn'), due: day('dueOn'), to: day('extendedTo') },
    ...{ document: words('document'), words: words('words'), told: words('told'), channel: words('channel') },
  })
}

function dueOf(data: Readonly<Record<string, unknown>>): string {
  const { dueAt, dueOn } = data
  if (typeof dueAt === 'string') return formatInstant(dueAt)
  return typeof dueOn === 'string' ? formatDate(dueOn) : ''
}

function actorOf({ actorName, actorRole, actorDepartmentName, kind }: StoryEntry): string | null {
  if (actorName === null) return kind === 'case.registered' ? text('case.byCitizen') : null
  if (actorRole === null) return actorName
  return text('history.who', { name: actorName, role: actorDepartmentName ?? roleLabel(actorRole) })
}

function roleName(group: string): string {
  return isRole(group) ? roleLabel(group) : group
}

function entry(
  kind: TimelineEntry['kind'],
  what: string,
  { at = null, who = null, note = null }: Partial<Pick<TimelineEntry, 'at' | 'who' | 'note'>>,
): TimelineEntry {
  return { kind, what, at, who, note, facts: [] }
}
