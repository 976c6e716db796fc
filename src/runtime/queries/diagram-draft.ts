import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type {
  DraftRevisionLine,
  StoredDefinition,
  StoredHistoryEntry,
  StoredProposal,
} from '../../store/index.js'
import type { Parts } from '../parts.js'

/** What an editor opens: the draft, or where there is none the version in force, to become one with the first save. */
export interface DiagramDraft {
  readonly key: string
  readonly name: string
  readonly xml: string
  /** To be named with the next save. */
  readonly revision: number
  /** Whether it is a draft already. */
  readonly open: boolean
  readonly savedAt: Instant | null
  readonly savedByName: string | null
  /** The version it was made from. */
  readonly base: StoredDefinition | null
  readonly inForce: StoredDefinition | null
  /** Waits for approval and cannot be changed. */
  readonly waiting: (StoredProposal & { readonly proposedByName: string }) | null
}

/** @throws NotFoundProblem when there is no such process */
export async function diagramDraft(parts: Pick<Parts, 'store'>, key: string): Promise<DiagramDraft> {
  const { accounts, definitions, diagramDrafts, proposals } = parts.store.read
  const draft = await diagramDrafts.byKey(key)
  const inForce = await definitions.latest(key)
  const latest = draft?.open ? await diagramDrafts.latest(draft.id) : null
  const xml = latest?.xml ?? inForce?.xml
  if (xml === undefined) throw new NotFoundProblem(text('runtime.process'))
  const nameOf = async (id: number | null) =>
    id === null ? null : ((await accounts.byId(id))?.displayName ?? null)
  const waiting = await proposals.waiting(key)
  return {
    key,
    name: (latest ? draft?.name : inForce?.name) ?? key,
    xml,
    revision: draft?.revision ?? 0,
    open: draft?.open ?? false,
    savedAt: draft?.open ? draft.savedAt : null,
    savedByName: draft?.open ? await nameOf(draft.savedBy) : null,
    base: draft?.open && draft.baseId !== null ? await definitions.byId(draft.baseId) : inForce,
    inForce,
    waiting: waiting && { ...waiting, proposedByName: (await nameOf(waiting.proposedBy)) ?? '' },
  }
}

/** The kept revisions of a draft, open or not, and what was proposed and decided. */
export interface DraftHistory {
  readonly key: string
  readonly name: string
  readonly open: boolean
  /** To be named by who discards it. */
  readonly revision: number
  readonly waiting: boolean
  readonly inForceId: number | null
  readonly revisions: readonly DraftRevisionLine[]
  /** Deployed, restored, proposed, decided, four eyes on and off: the newest first. */
  readonly events: readonly StoredHistoryEntry[]
  readonly proposals: Awaited<ReturnType<Parts['store']['read']['proposals']['ofKey']>>
}

/** @throws NotFoundProblem */
export async function draftHistory(parts: Pick<Parts, 'store'>, key: string): Promise<DraftHistory> {
  const { definitions, diagramDrafts, proposals } = parts.store.read
  const draft = await diagramDrafts.byKey(key)
  const inForce = await definitions.latest(key)
  if (!draft && !inForce) throw new NotFoundProblem(text('runtime.process'))
  return {
    key,
    name: inForce?.name ?? draft?.name ?? key,
    open: draft?.open ?? false,
    revision: draft?.revision ?? 0,
    waiting: (await proposals.waiting(key)) !== null,
    inForceId: inForce?.id ?? null,
    revisions: draft ? await diagramDrafts.revisions(draft.id) : [],
    events: (await parts.store.read.history.ofProcesses(200)).filter(
      ({ data }) => data?.key === key || data?.on !== undefined,
    ),
    proposals: await proposals.ofKey(key, 20),
  }
}

/** @throws NotFoundProblem */
export async function revisionXml(parts: Pick<Parts, 'store'>, id: number): Promise<string> {
  const revision = await parts.store.read.diagramDrafts.revisionById(id)
  if (!revision) throw new NotFoundProblem(text('runtime.revision'))
  return revision.xml
}
