import { parseContact } from '../../casework/contact.js'
import { maskName, maskPhone, maskText } from '../../casework/masking.js'
import type { Role } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { StoredCall, StoredCase, StoredPrivacyRequest } from '../../store/index.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { caseOfKey, trackedCase, withoutOwnNumbers, type CaseKey, type Tracked } from '../queries/track.js'

/** All that is kept of a citizen with their case, for themselves (PIPL art. 45). */
export interface OwnData {
  readonly number: string
  readonly at: Instant
  /** whether names, numbers and numbers in free text stand there whole */
  readonly whole: boolean
  readonly report: Pick<
    StoredCase,
    | 'itemName'
    | 'registeredAt'
    | 'channel'
    | 'reporterKind'
    | 'reporterName'
    | 'agentName'
    | 'contact'
    | 'appliedChannel'
    | 'failedStage'
    | 'visits'
    | 'guideRead'
    | 'guideMatch'
    | 'description'
  >
  readonly calls: readonly Pick<StoredCall, 'at' | 'number' | 'result' | 'said'>[]
  /** What they see of their case besides: what they added, gave and were answered. */
  readonly tracked: Tracked
  /** Who has looked at their name and number: when, and in which capacity. */
  readonly looks: readonly { readonly at: Instant; readonly role: Role | null }[]
  readonly requests: readonly Pick<
    StoredPrivacyRequest,
    'kind' | 'channel' | 'words' | 'askedAt' | 'dueOn' | 'decision' | 'ground' | 'answer' | 'decidedAt'
  >[]
}

/**
 * What is kept of the citizen. With the case's key alone names and numbers are masked; whoever knows the whole telephone
 * gets them whole. That it was looked at, or taken away, is noted.
 * @throws WrongLookupProblem
 */
export async function ownData(
  parts: Parts,
  key: CaseKey,
  { whole, copied }: { readonly whole: boolean; readonly copied: boolean },
): Promise<OwnData> {
  const { read } = parts.store
  const row = await caseOfKey(parts, key)
  const disclosures = await read.disclosures.ofCase(row.id)
  const accounts = await read.accounts.byIds([...new Set(disclosures.map(({ accountId }) => accountId))])
  const roles = new Map(accounts.map(({ id, role }) => [id, role]))
  const data: OwnData = {
    number: row.number,
    at: parts.clock.now(),
    whole,
    report: row,
    calls: await read.calls.ofCase(row.id),
    tracked: await trackedCase(parts, row),
    looks: disclosures.map(({ at, accountId }) => ({ at, role: roles.get(accountId) ?? null })),
    requests: await read.privacyRequests.ofCase(row.id),
  }
  await command(parts, (unit, at) =>
    unit.accesses.record([
      {
        ...{ at, actorId: null, actorName: text('runtime.citizen'), caseId: row.id },
        ...{ kind: copied ? 'privacy.copied' : 'privacy.seen', data: { whole } },
      },
    ]),
  )
  return only(whole ? data : masked(data))
}

/**
 * Whether this is the case's whole telephone number, however it is typed: it proves more than the last four digits do.
 * @throws WrongLookupProblem when the key does not fit the case
 */
export async function provesWholeNumber(parts: Parts, key: CaseKey, typed: string): Promise<boolean> {
  const row = await caseOfKey(parts, key)
  const contact = parseContact(typed)
  return typeof contact !== 'string' && contact.number === row.contact
}

function masked(data: OwnData): OwnData {
  const { report, tracked } = data
  return {
    ...data,
    report: {
      ...report,
      reporterName: maskName(report.reporterName),
      agentName: report.agentName === null ? null : maskName(report.agentName),
      contact: maskPhone(report.contact),
      description: maskText(report.description),
    },
    calls: data.calls.map(call => ({
      ...call,
      number: maskPhone(call.number),
      said: maskedWords(call.said),
    })),
    tracked: withoutOwnNumbers(tracked),
    requests: data.requests.map(one => ({
      ...one,
      words: maskText(one.words),
      answer: maskedWords(one.answer),
    })),
  }
}

function maskedWords(words: string | null): string | null {
  return words === null ? null : maskText(words)
}

/** Of the stored rows what the citizen is shown, and nothing internal beside it. */
function only(data: OwnData): OwnData {
  const { report } = data
  return {
    ...data,
    report: {
      itemName: report.itemName,
      registeredAt: report.registeredAt,
      channel: report.channel,
      reporterKind: report.reporterKind,
      reporterName: report.reporterName,
      agentName: report.agentName,
      contact: report.contact,
      appliedChannel: report.appliedChannel,
      failedStage: report.failedStage,
      visits: report.visits,
      guideRead: report.guideRead,
      guideMatch: report.guideMatch,
      description: report.description,
    },
    calls: data.calls.map(({ at, number, result, said }) => ({ at, number, result, said })),
    requests: data.requests.map(one => ({
      ...{ kind: one.kind, channel: one.channel, words: one.words },
      ...{ askedAt: one.askedAt, dueOn: one.dueOn, decision: one.decision, ground: one.ground },
      ...{ answer: one.answer, decidedAt: one.decidedAt },
    })),
  }
}
