import { localDateOf, workingDaysBetween } from '../../calendar/index.js'
import { WrongLookupProblem } from '../../casework/problem.js'
import { normaliseCaseNumber } from '../../casework/case-number.js'
import type { Instant } from '../../clock.js'
import type { StoredCase } from '../../store/index.js'
import type { Parts } from '../parts.js'
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
  readonly supplements: readonly { readonly at: Instant; readonly words: string }[]
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
  readonly guidance: string | null
  readonly outcome: string | null
  /** What the diagram’s end event is called; null while it goes on. */
  readonly ending: { readonly name: string; readonly at: Instant } | null
  /** Whether it can still be withdrawn or added to. */
  readonly open: boolean
}

/**
 * Looks a case up by its number and the contact’s last four digits.
 * @throws WrongLookupProblem for either, without telling which
 */
export async function track(
  parts: Parts,
  { number, tail }: { number: string; tail: string },
): Promise<Tracked> {
  const known = normaliseCaseNumber(number)
  const row = known === null ? null : await parts.store.read.cases.byNumber(known)
  if (row?.contactTail !== tail.trim()) throw new WrongLookupProblem()
  return trackedCase(parts, row)
}

async function trackedCase(parts: Parts, row: StoredCase): Promise<Tracked> {
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
    })),
    workingDays: workingDaysBetween(calendar, row.registeredOn, localDateOf(row.closedAt ?? now)),
    promises: explainedPromises,
    reply:
      row.repliedAt === null ? null : { at: row.repliedAt, words: words('callSaid') ?? words('noticeText') },
    feedback: row.feedbackAt === null ? null : { at: row.feedbackAt, words: words('feedbackText') },
    interim: row.feedbackAt === null ? interimOf(explainedPromises, row) : null,
    guidance: words('guidance'),
    outcome: row.outcome,
    ending: ending && { name: definition?.nodes.get(ending.id)?.name ?? ending.id, at: ending.at },
    open: row.closedAt === null,
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
