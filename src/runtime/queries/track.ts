import { localDateOf, workingDaysBetween } from '../../calendar/index.js'
import { maskText } from '../../casework/masking.js'
import { WrongLookupProblem } from '../../casework/problem.js'
import { normaliseCaseNumber } from '../../casework/case-number.js'
import type { Instant } from '../../clock.js'
import type { StoredCase, StoredPrivacyRequest } from '../../store/index.js'
import { satisfactionOf, type Satisfaction } from '../../casework/satisfaction.js'
import { ownAttachments, type OwnAttachment } from '../attachments/list.js'
import type { Parts } from '../parts.js'
import { returnVisit } from '../rating.js'
import { processState } from './process-state.js'
import { deadlineLedgers } from './deadline-ledger.js'
import type { ExplainedDeadline } from './promise.js'
import { explained } from './promise.js'

/** What a citizen sees of their own case: plain words, nothing internal, nobody’s name. */
export interface Tracked {
  readonly number: string
  readonly itemName: string
  readonly registeredAt: Instant
  readonly placeName: string
  readonly departmentName: string | null
  /** The steps it stands at, and who has them, in the diagram’s words. */
  readonly steps: readonly { readonly name: string; readonly who: string | null }[]
  /** When the departments had confirmed the cause, which is when the promises begin to run. */
  readonly causeConfirmedAt: Instant | null
  /** What the citizen has added since, the oldest first. */
  readonly supplements: readonly {
    readonly at: Instant
    readonly words: string
    readonly files: string | null
  }[]
  /** What they have put into it. */
  readonly files: readonly OwnAttachment[]
  /** Where they are expected to finish it; null when nothing is arranged, or it is over. */
  readonly appointment: {
    readonly when: string | null
    readonly on: string | null
    readonly window: string | null
    readonly contact: string | null
  } | null
  readonly rating: CitizensRating
  /** How the review ended, if there was one. */
  readonly reviewed: 'uphold' | 'change' | null
  /** Counted since the registration. */
  readonly workingDays: number
  /** The promises made to the citizen; internal limits are none of these. */
  readonly promises: readonly ExplainedDeadline[]
  readonly reply: { readonly at: Instant; readonly words: string | null } | null
  readonly feedback: { readonly at: Instant; readonly words: string | null } | null
  /** 阶段性答复, the last one: what was said on the way, and the day by which more will be. */
  readonly interim: {
    /** Null where it was filed before there was a ledger of it. */
    readonly at: Instant | null
    readonly words: string | null
    readonly newDateOn: string | null
  } | null
  /** 补正清单: what the citizen is to bring; told once they have been answered. */
  readonly missing: string | null
  readonly guidance: string | null
  readonly outcome: string | null
  /** What the diagram’s end event is called; null while it goes on. */
  readonly ending: { readonly name: string; readonly at: Instant } | null
  /** Whether it can still be withdrawn or added to. */
  readonly open: boolean
  /** Since when it is kept and used for nothing else, as they asked. */
  readonly restrictedAt: Instant | null
  /** What they asked about their own data, and what was answered, in the order in which it was asked. */
  readonly privacyRequests: readonly Pick<
    StoredPrivacyRequest,
    'kind' | 'askedAt' | 'dueOn' | 'decision' | 'ground' | 'answer' | 'decidedAt'
  >[]
}

/** What opens a case to its citizen. */
export interface CaseKey {
  readonly number: string
  readonly tail: string
  /** whether the whole telephone was shown as well */
  readonly whole?: boolean
}

/** What the citizen has said of how it was done, and what they may still say. */
export interface CitizensRating {
  readonly given: {
    readonly grade: Satisfaction
    readonly words: string | null
    readonly review: boolean
  } | null
  readonly mayRate: boolean
  readonly mayAskReview: boolean
}

/**
 * Looks a case up by its number and the contact’s last four digits.
 * @throws WrongLookupProblem for either, without telling which
 */
export async function track(parts: Parts, key: CaseKey): Promise<Tracked> {
  const tracked = await trackedCase(parts, await caseOfKey(parts, key))
  return key.whole === true ? tracked : withoutOwnNumbers(tracked)
}

/** With the numbers hidden that the citizen wrote themselves: four digits are guessed by who tries long enough. */
export function withoutOwnNumbers(tracked: Tracked): Tracked {
  return {
    ...tracked,
    supplements: tracked.supplements.map(({ at, words, files }) => ({
      ...{ at, words: maskText(words), files: files && maskText(files) },
    })),
    files: tracked.files.map(one => ({ ...one, name: maskText(one.name) })),
  }
}

/**
 * The case that this key opens.
 * @throws WrongLookupProblem
 */
export async function caseOfKey(
  { store }: Pick<Parts, 'store'>,
  { number, tail }: CaseKey,
): Promise<StoredCase> {
  const known = normaliseCaseNumber(number)
  const row = known === null ? null : await store.read.cases.byNumber(known)
  // of a case whose data was cleared there is no number left that could be the right one
  if (row?.erasedAt !== null || row.contactTail !== tail.trim()) throw new WrongLookupProblem()
  return row
}

/** A case as its citizen sees it. */
export async function trackedCase(parts: Parts, row: StoredCase): Promise<Tracked> {
  const { store, clock } = parts
  const now = clock.now()
  const calendar = await parts.calendars.current(store.read)
  const detail = await store.views.caseDetail({ id: row.id })
  const definition = detail?.definitionId ? await parts.definitions.byId(detail.definitionId) : null
  const state = detail?.stateId ? await store.read.engineStates.byId(detail.stateId) : null
  const active = definition && state ? processState(definition, [], state.waits).active : []
  const promises = (await store.views.caseDeadlines(row.id)).filter(one => one.promise !== null)
  const ledgers = await deadlineLedgers(
    store,
    promises.map(({ id }) => id),
  )
  const added = (await store.views.timeline(row.id)).filter(entry => entry.kind === 'case.supplemented')
  const words = (name: string) => (typeof row.facts[name] === 'string' ? row.facts[name] : null)
  const explainedPromises = promises.map(one =>
    explained(calendar, one, { now, ledger: ledgers.get(one.id) ?? [] }),
  )
  const ending =
    row.closedAt === null || row.endEvent === null ? null : { id: row.endEvent, at: row.closedAt }
  return {
    number: row.number,
    itemName: row.itemName,
    registeredAt: row.registeredAt,
    placeName: detail?.placeName ?? '',
    departmentName: detail?.departmentName ?? null,
    steps: active.map(id => ({
      name: definition?.nodes.get(id)?.name ?? id,
      who: definition?.nodes.get(id)?.userTask?.candidateGroups[0] ?? null,
    })),
    causeConfirmedAt: row.causeConfirmedAt,
    supplements: added.map(({ at, data }) => ({
      at,
      words: typeof data?.words === 'string' ? data.words : '',
      files: typeof data?.files === 'string' && data.files !== '' ? data.files : null,
    })),
    files: ownAttachments(await store.read.attachments.ofCase(row.id)),
    appointment: appointmentOf(row),
    rating: await ratingOf(parts, row),
    reviewed:
      row.facts.reviewResult === 'uphold' || row.facts.reviewResult === 'change'
        ? row.facts.reviewResult
        : null,
    workingDays: workingDaysBetween(calendar, row.registeredOn, localDateOf(row.closedAt ?? now)),
    promises: explainedPromises,
    reply:
      row.repliedAt === null ? null : { at: row.repliedAt, words: words('callSaid') ?? words('noticeText') },
    feedback: row.feedbackAt === null ? null : { at: row.feedbackAt, words: words('feedbackText') },
    interim: row.feedbackAt === null ? interimOf(explainedPromises, row) : null,
    missing: row.repliedAt === null ? null : words('missingMaterials'),
    guidance: words('guidance'),
    outcome: row.outcome,
    ending: ending && { name: definition?.nodes.get(ending.id)?.name ?? ending.id, at: ending.at },
    open: row.closedAt === null,
    restrictedAt: row.restrictedAt,
    privacyRequests: (await store.read.privacyRequests.ofCase(row.id)).map(one => ({
      ...{ kind: one.kind, askedAt: one.askedAt, dueOn: one.dueOn, decision: one.decision },
      ...{ ground: one.ground, answer: one.answer, decidedAt: one.decidedAt },
    })),
  }
}

/** What the ledger of the promise has last; before there was one, what the form left with the case. */
function interimOf(promises: readonly ExplainedDeadline[], { facts }: StoredCase): Tracked['interim'] {
  const last = promises
    .flatMap(({ ledger }) => ledger.filter(({ kind }) => kind === 'extended'))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .at(-1)
  const said = (value: unknown) => (typeof value === 'string' ? value : null)
  if (last) return { at: last.at, words: said(last.data.told), newDateOn: said(last.data.extendedTo) }
  if (facts.feedbackKind !== 'interim') return null
  return { at: null, words: said(facts.feedbackText), newDateOn: said(facts.newDateOn) }
}

async function ratingOf(parts: Parts, row: StoredCase): Promise<CitizensRating> {
  const { facts } = row
  const grade = satisfactionOf(facts.satisfaction)
  const said = (value: unknown) => (typeof value === 'string' ? value : null)
  const helped = row.repliedAt !== null || row.feedbackAt !== null
  // a rating from before a review or a second analysis is about another answer
  const current =
    grade !== null && (said(facts.ratedAt) ?? row.closedAt ?? '') >= (row.causeConfirmedAt ?? '')
  const visit = row.closedAt === null && helped ? await returnVisit(parts, parts.store.read, row) : null
  const first = !current && helped
  return {
    given: current
      ? { grade, words: said(facts.dissatisfaction), review: facts.reviewRequested === true }
      : null,
    mayRate: row.closedAt === null ? visit !== null || first : first && row.satisfaction === null,
    mayAskReview:
      row.closedAt === null && helped && (typeof facts.reviewCount !== 'number' || facts.reviewCount < 1),
  }
}

/** As it was arranged on the telephone; a case that came to a result needs none any more. */
function appointmentOf({ facts, closedAt, outcome }: StoredCase): Tracked['appointment'] {
  const said = (name: string) => (typeof facts[name] === 'string' && facts[name] !== '' ? facts[name] : null)
  const [when, on, window, contact] = [
    said('appointmentAt'),
    said('appointmentOn'),
    said('appointmentWindow'),
    said('appointmentContact'),
  ]
  if (closedAt !== null || outcome !== null || (when ?? on ?? window) === null) return null
  return { when, on, window, contact }
}
