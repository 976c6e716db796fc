import { DateTime } from 'luxon'
import type { Actor } from '../../casework/actor.js'
import { hasRight } from '../../casework/rights.js'
import { maskName, maskPhone, maskText } from '../../casework/masking.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { localDateOf, officeZone, type LocalDate } from '../../calendar/index.js'
import type { StoredCase, StoredPrivacyRequest } from '../../store/index.js'
import { command } from '../command.js'
import { officeSetting } from '../office-settings.js'
import type { Parts } from '../parts.js'
import { requireRight } from '../rights.js'
import { caseOfPerson } from './sight.js'

/** The person of a case as it is known, masked. */
interface KnownPerson {
  readonly number: string
  readonly itemName: string
  readonly reporterName: string
  readonly agentName: string | null
  readonly contact: string
  readonly closed: boolean
  readonly restricted: boolean
  /** nothing is known any more */
  readonly erased: boolean
}

/** A request as somebody of the office reads it; `decidedByName` is null while it waits. */
export interface SeenRequest extends StoredPrivacyRequest {
  readonly askedByName: string | null
  readonly decidedByName: string | null
}

/** What the window does about the citizen's data: put it right, write a request down, see what was asked. */
export interface PersonOfCase {
  readonly today: LocalDate
  readonly person: KnownPerson
  readonly requests: readonly SeenRequest[]
  readonly mayDecide: boolean
}

/** @throws the problems of {@link caseOfPerson} */
export async function personOfCase(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  number: string,
): Promise<PersonOfCase> {
  const row = await caseOfPerson(store.read, actor, { number, right: 'privacy.record' })
  const requests = await store.read.privacyRequests.ofCase(row.id)
  return {
    today: localDateOf(clock.now()),
    person: personIn(row),
    requests: (await seen(store.read, requests)).map(masked),
    mayDecide: hasRight(actor, 'privacy.decide'),
  }
}

/** One request, to be decided: what is to stand there instead stands there whole, and the look is noted. */
export interface PrivacyRequestPage {
  readonly today: LocalDate
  readonly person: KnownPerson
  readonly request: SeenRequest
  /** the day from which it would be cleared without being asked; null while the case is open */
  readonly keptUntil: LocalDate | null
}

/** @throws NotFoundProblem; the problems of {@link caseOfPerson} */
export async function privacyRequestPage(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  id: number,
): Promise<PrivacyRequestPage> {
  requireRight(actor, 'privacy.decide')
  const { read } = parts.store
  const found = await read.privacyRequests.byId(id)
  const about = found && (await read.cases.byId(found.caseId))
  if (!found || !about) throw new NotFoundProblem(text('runtime.privacy.request'))
  const row = await caseOfPerson(read, actor, { number: about.number, right: 'privacy.decide' })
  const [request] = await seen(read, [found])
  if (!request) throw new NotFoundProblem(text('runtime.privacy.request'))
  if ([found.reporterName, found.agentName, found.contact].some(value => value !== null)) {
    const reason = text('runtime.privacy.look')
    await command(parts, (unit, at) =>
      unit.disclosures.record([{ caseId: row.id, accountId: actor.accountId, at, reason }]),
    )
  }
  return {
    today: localDateOf(parts.clock.now()),
    person: personIn(row),
    request: wordsMasked(request),
    keptUntil: keptUntil(row, await officeSetting(read, 'keptCases')),
  }
}

function keptUntil({ closedAt }: StoredCase, years: number): LocalDate | null {
  return closedAt && DateTime.fromISO(closedAt, { zone: officeZone }).plus({ years }).toISODate()
}

function personIn(row: StoredCase): KnownPerson {
  return {
    number: row.number,
    itemName: row.itemName,
    reporterName: maskName(row.reporterName),
    agentName: row.agentName === null ? null : maskName(row.agentName),
    contact: maskPhone(row.contact),
    closed: row.closedAt !== null,
    restricted: row.restrictedAt !== null && row.erasedAt === null,
    erased: row.erasedAt !== null,
  }
}

async function seen(
  read: Parts['store']['read'],
  requests: readonly StoredPrivacyRequest[],
): Promise<readonly SeenRequest[]> {
  const ids = requests.flatMap(({ askedBy, decidedBy }) => [askedBy ?? [], decidedBy ?? []].flat())
  const accounts = await read.accounts.byIds([...new Set(ids)])
  const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]))
  return requests.map(one => ({
    ...one,
    askedByName: names.get(one.askedBy ?? 0) ?? null,
    decidedByName: names.get(one.decidedBy ?? 0) ?? null,
  }))
}

/** The numbers in what was typed hidden, on both sides. */
function wordsMasked(request: SeenRequest): SeenRequest {
  const { words, answer } = request
  return { ...request, words: maskText(words), answer: answer === null ? null : maskText(answer) }
}

function masked(request: SeenRequest): SeenRequest {
  const { reporterName, agentName, contact } = request
  return {
    ...wordsMasked(request),
    reporterName: reporterName === null ? null : maskName(reporterName),
    agentName: agentName === null ? null : maskName(agentName),
    contact: contact === null ? null : maskPhone(contact),
  }
}
