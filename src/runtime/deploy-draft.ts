import type { Actor } from '../casework/actor.js'
import { FourEyesProblem, OneAdministratorProblem } from '../casework/diagram-problem.js'
import { InvalidAnswersProblem, NotFoundProblem, NothingToDoProblem } from '../casework/problem.js'
import { lengthOf } from '../casework/plain-text.js'
import { text } from '../catalogue/index.js'
import type { ProcessDefinition } from '../engine/index.js'
import type { DraftRevision, StoredDefinition, StoredDiagramDraft, Unit } from '../store/index.js'
import { command } from './command.js'
import { compiled, putInForce, record, sha256Of } from './deployments.js'
import { put, requireRevision, requireThawed } from './diagram-drafts.js'
import { examineForHouse } from './examine-house.js'
import { LostRaceError } from './lost-race.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

/** What an administrator says who puts a draft into force, or proposes it. */
export interface DeploymentRequest {
  readonly key: string
  /** The draft’s revision that they looked at. */
  readonly revision: number
  readonly reason: string
  /** Whether the warnings were ticked as read; of no meaning where there are none. */
  readonly warningsRead: boolean
}

/**
 * Puts the draft into force and closes it. Sent twice, it is deployed once.
 *
 * @throws InvalidAnswersProblem, DefinitionRefusedProblem, DraftChangedProblem, FourEyesProblem, NotFoundProblem
 */
export async function deployDraft(
  parts: Parts,
  actor: Actor,
  request: DeploymentRequest,
): Promise<StoredDefinition> {
  requireRight(actor, 'process.change')
  const done = await deployedAlready(parts, request)
  if (done) return done
  const { latest, definition } = await checked(parts, request)
  return command(parts, async (unit, now) => {
    if (await fourEyes(unit)) throw new FourEyesProblem()
    const draft = await requireOpen(unit, request, latest)
    await requireThawed(unit, request.key)
    return deployWithin(parts, unit, now, { draft, definition, reason: request.reason.trim(), actor })
  })
}

/**
 * Proposes the draft to another administrator; until it is decided nobody changes it.
 * @throws as {@link deployDraft}
 */
export async function proposeDraft(parts: Parts, actor: Actor, request: DeploymentRequest): Promise<void> {
  requireRight(actor, 'process.change')
  const { latest } = await checked(parts, request)
  await command(parts, async (unit, now) => {
    const { key, revision } = await requireOpen(unit, request, latest)
    const waiting = await unit.proposals.waiting(key)
    // sent twice
    if (waiting?.proposedBy === actor.accountId && waiting.draftRevision === revision) return
    await requireThawed(unit, key)
    const reason = request.reason.trim()
    await unit.proposals.propose({
      ...{ key, draftRevision: revision, sha256: latest.sha256, reason },
      ...{ proposedAt: now, proposedBy: actor.accountId },
    })
    await record(unit, { ...entry(actor, now), kind: 'process.proposed', data: { key, revision, reason } })
  })
}

/** One administrator’s answer to another’s proposal. */
export interface Decision {
  readonly key: string
  readonly decision: 'approve' | 'return' | 'withdraw'
  /** Required to return it. */
  readonly reason: string
}

/**
 * Approves, returns or withdraws what waits. The proposer may only withdraw, everybody else only approve or return.
 * Answers the version that an approval made.
 *
 * @throws NothingToDoProblem, FourEyesProblem, InvalidAnswersProblem, DefinitionRefusedProblem
 */
export async function decideProposal(
  parts: Parts,
  actor: Actor,
  { key, decision, reason }: Decision,
): Promise<StoredDefinition | null> {
  requireRight(actor, 'process.change')
  const said = reason.trim()
  if (decision === 'return' && said === '')
    throw new InvalidAnswersProblem({ reason: text('runtime.deploy.returnReason') })
  const draft = await parts.store.read.diagramDrafts.byKey(key)
  const latest = draft && (await parts.store.read.diagramDrafts.latest(draft.id))
  // read outside the transaction: it takes longer than a lock should be held, and its text is checked within
  const definition = decision === 'approve' && latest ? await compiled(parts, latest.xml) : null
  return command(parts, async (unit, now) => {
    const proposal = await unit.proposals.waiting(key)
    if (!proposal) throw new NothingToDoProblem(text('runtime.draft'), text('runtime.proposal.decide'))
    const isOwn = proposal.proposedBy === actor.accountId
    if (isOwn !== (decision === 'withdraw')) throw new FourEyesProblem()
    const stands = await unit.diagramDrafts.byKey(key)
    let made: StoredDefinition | null = null
    if (definition && stands) {
      await requireRevision(unit, stands, proposal.draftRevision)
      if (sha256Of(definition.xml) !== proposal.sha256) throw new LostRaceError(`draft of ${key}`)
      made = await deployWithin(parts, unit, now, {
        draft: stands,
        definition,
        reason: proposal.reason,
        actor,
      })
    }
    await unit.proposals.decide(proposal.id, {
      decision: decided[decision],
      decidedAt: now,
      decidedBy: actor.accountId,
      decisionReason: said === '' ? null : said,
      ...(made && { definitionId: made.id }),
    })
    const data = { key, revision: proposal.draftRevision, ...(said !== '' && { reason: said }) }
    await record(unit, { ...entry(actor, now), kind: `process.${decided[decision]}`, data })
    return made
  })
}

const decided = { approve: 'approved', return: 'returned', withdraw: 'withdrawn' } as const

/**
 * Makes an earlier version current again: its text becomes the next version. Under the four-eyes rule that is refused:
 * it can be made the draft (`draftOfVersion`) and proposed like any other change.
 *
 * @throws InvalidAnswersProblem, DefinitionRefusedProblem, FourEyesProblem, NotFoundProblem
 */
export async function makeCurrentAgain(
  parts: Parts,
  actor: Actor,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<StoredDefinition> {
  requireRight(actor, 'process.change')
  const wrong = reasonProblem(reason)
  if (wrong !== null) throw new InvalidAnswersProblem({ reason: wrong })
  const old = await parts.store.read.definitions.byId(id)
  if (!old) throw new NotFoundProblem(text('runtime.definition'))
  const definition = await compiled(parts, old.xml)
  return command(parts, async (unit, now) => {
    if (await fourEyes(unit)) throw new FourEyesProblem()
    await requireThawed(unit, old.key)
    return putInForce(
      parts,
      { unit, now },
      { ...said(actor), definition, reason: reason.trim(), kind: 'process.restored' },
    )
  })
}

/** Switches the four-eyes rule on or off, on record. @throws OneAdministratorProblem when there is no second one */
export function setFourEyes(parts: Parts, actor: Actor, on: boolean): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'process.change')
    if ((await fourEyes(unit)) === on) return
    if (on && (await unit.accounts.withRole('admin')).length < 2) throw new OneAdministratorProblem()
    await unit.settings.put([{ key: fourEyesKey, value: on ? 'on' : 'off' }])
    await record(unit, { ...entry(actor, now), kind: 'process.fourEyes', data: { on } })
  })
}

/** Whether what one administrator changes another must approve. */
export async function fourEyes({
  settings,
}: {
  readonly settings: Pick<Unit['settings'], 'get'>
}): Promise<boolean> {
  return (await settings.get(fourEyesKey)) === 'on'
}

const fourEyesKey = 'process.fourEyes'

async function deployWithin(
  parts: Parts,
  unit: Unit,
  now: string,
  work: {
    readonly draft: StoredDiagramDraft
    readonly definition: ProcessDefinition
    readonly reason: string
    readonly actor: Actor
  },
): Promise<StoredDefinition> {
  const { draft, definition, reason, actor } = work
  const stored = await putInForce(
    parts,
    { unit, now },
    { ...said(actor), definition, reason, kind: 'process.deployed' },
  )
  await put(unit, draft, { open: false, at: now, by: actor.accountId, baseId: stored.id })
  return stored
}

/** Sent twice: the draft is closed by now, and what it held is the version it is based on. */
async function deployedAlready(
  { store }: Parts,
  { key, revision }: DeploymentRequest,
): Promise<StoredDefinition | null> {
  const draft = await store.read.diagramDrafts.byKey(key)
  if (!draft || draft.open || draft.baseId === null || draft.revision !== revision + 1) return null
  const latest = await store.read.diagramDrafts.latest(draft.id)
  const base = await store.read.definitions.byId(draft.baseId)
  return base && base.sha256 === latest?.sha256 ? base : null
}

/** A reason is given, and is one and not a treatise. */
function reasonProblem(reason: string): string | null {
  const length = lengthOf(reason.trim())
  if (length === 0) return text('runtime.deploy.reason')
  const over = length - longestReason
  return over > 0 ? text('casework.answer.tooLong', { length, limit: longestReason, over }) : null
}

const longestReason = 500

/** The draft’s text as it may go into force. */
async function checked(
  parts: Parts,
  { key, reason, warningsRead }: DeploymentRequest,
): Promise<{ readonly latest: DraftRevision; readonly definition: ProcessDefinition }> {
  const draft = await parts.store.read.diagramDrafts.byKey(key)
  const latest = draft?.open ? await parts.store.read.diagramDrafts.latest(draft.id) : null
  if (!latest) throw new NotFoundProblem(text('runtime.draft'))
  const definition = await compiled(parts, latest.xml)
  const warnings = await examineForHouse(parts, latest.xml)
  const reasonWrong = reasonProblem(reason)
  const wrong = {
    ...(reasonWrong !== null && { reason: reasonWrong }),
    ...(warnings.length > 0 && !warningsRead && { warningsRead: text('runtime.deploy.warnings') }),
  }
  if (Object.keys(wrong).length > 0) throw new InvalidAnswersProblem(wrong)
  return { latest, definition }
}

/** The draft as it was looked at and checked. @throws DraftChangedProblem, NotFoundProblem */
async function requireOpen(
  unit: Unit,
  { key, revision }: DeploymentRequest,
  latest: DraftRevision,
): Promise<StoredDiagramDraft> {
  const draft = await unit.diagramDrafts.byKey(key)
  if (!draft?.open) throw new NotFoundProblem(text('runtime.draft'))
  await requireRevision(unit, draft, revision)
  await requireRevision(unit, draft, latest.revision)
  const inForce = await unit.definitions.latest(key)
  if (inForce?.sha256 === latest.sha256)
    throw new NothingToDoProblem(text('runtime.draft'), text('runtime.draft.deploy'))
  return draft
}

function said({ accountId, name }: Actor): { by: number; byName: string } {
  return { by: accountId, byName: name }
}

function entry(actor: Actor, at: string) {
  return { at, ...said(actor) }
}
