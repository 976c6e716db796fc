import { formatInstant } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import {
  DiagramUnreadableProblem,
  DraftChangedProblem,
  DraftFrozenProblem,
  OtherProcessProblem,
} from '../casework/diagram-problem.js'
import { NotFoundProblem, NothingToDoProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import { EngineError, laidOut, readDiagram } from '../engine/index.js'
import type { WhatIsSaid } from '../engine/index.js'
import type { RevisionKind, StoredDiagramDraft, Unit } from '../store/index.js'
import { command } from './command.js'
import { sha256Of } from './deployments.js'
import { LostRaceError } from './lost-race.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

/** Where a draft stands after it was saved. */
export interface Saved {
  readonly key: string
  /** To be named with the next save; goes up with each. */
  readonly revision: number
  readonly savedAt: Instant
}

/** Revisions that are kept of a draft, beside the last one of each writer. */
const kept = 50

/**
 * Saves a diagram that is being changed. It need not be fit to run, but it must be one that can be read, and of this
 * process. Who saves names the revision that they had before them: when it is not the newest, nothing is written and
 * they are told whose that is. Saving theirs all the same is naming the newest; what the other saved stays a revision.
 *
 * @throws DraftChangedProblem, DraftFrozenProblem, DiagramUnreadableProblem, OtherProcessProblem, NotFoundProblem
 */
export async function saveDiagram(
  parts: Parts,
  actor: Actor,
  { key, xml, revision }: { readonly key: string; readonly xml: string; readonly revision: number },
): Promise<Saved> {
  requireRight(actor, 'process.change')
  const said = await looked(xml)
  if (said.key !== key) throw new OtherProcessProblem(key, said.key)
  return command(parts, async (unit, now) => {
    const draft = await unit.diagramDrafts.byKey(key)
    if (!draft && !(await unit.definitions.latest(key))) throw new NotFoundProblem(text('runtime.process'))
    await requireRevision(unit, draft, revision)
    return write(unit, { actor, now, draft, said, xml, kind: 'saved' })
  })
}

/**
 * Takes a file as the newest revision of the draft of its process; a process there is not yet begins with it. What is
 * not drawn is laid out, and that is told.
 * @throws DraftFrozenProblem, DiagramUnreadableProblem
 */
export async function importDiagram(
  parts: Parts,
  actor: Actor,
  file: string,
): Promise<Saved & { readonly laidOut: boolean }> {
  requireRight(actor, 'process.change')
  const said = await looked(file)
  const { xml, isNew } = await readable(laidOut(file))
  const saved = await command(parts, async (unit, now) => {
    const draft = await unit.diagramDrafts.byKey(said.key)
    return write(unit, { actor, now, draft, said, xml, kind: 'imported' })
  })
  return { ...saved, laidOut: isNew }
}

/** Makes an earlier version the draft, to be changed further and deployed. @throws NotFoundProblem, DraftFrozenProblem */
export function draftOfVersion(parts: Parts, actor: Actor, id: number): Promise<Saved> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'process.change')
    const old = await unit.definitions.byId(id)
    if (!old) throw new NotFoundProblem(text('runtime.definition'))
    const draft = await unit.diagramDrafts.byKey(old.key)
    const said = await looked(old.xml)
    return write(unit, { actor, now, draft, said, xml: old.xml, kind: 'restored' })
  })
}

/** Makes a kept revision the newest one; also how a discarded draft comes back. @throws NotFoundProblem, DraftFrozenProblem */
export function restoreRevision(
  parts: Parts,
  actor: Actor,
  { key, revisionId }: { readonly key: string; readonly revisionId: number },
): Promise<Saved> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'process.change')
    const draft = await unit.diagramDrafts.byKey(key)
    const old = await unit.diagramDrafts.revisionById(revisionId)
    if (!draft || old?.draftId !== draft.id) throw new NotFoundProblem(text('runtime.revision'))
    const said = await looked(old.xml)
    return write(unit, { actor, now, draft, said, xml: old.xml, kind: 'restored' })
  })
}

/**
 * Discards a draft. Its revisions stay, so that it can be taken back; who has it open in an editor is told when they
 * save.
 * @throws DraftChangedProblem, DraftFrozenProblem, NothingToDoProblem
 */
export function discardDraft(
  parts: Parts,
  actor: Actor,
  { key, revision }: { readonly key: string; readonly revision: number },
): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'process.change')
    const draft = await unit.diagramDrafts.byKey(key)
    if (!draft?.open) throw new NothingToDoProblem(text('runtime.draft'), text('runtime.draft.discard'))
    await requireRevision(unit, draft, revision)
    await requireThawed(unit, key)
    await put(unit, draft, { open: false, at: now, by: actor.accountId })
  })
}

/** The draft as it goes on; with the next revision. @throws LostRaceError */
export async function put(
  unit: Unit,
  draft: StoredDiagramDraft,
  set: { open: boolean; at: Instant; by: number | null; baseId?: number; name?: string },
): Promise<void> {
  const { id, key, name, baseId, revision } = draft
  const done = await unit.diagramDrafts.put({ id, key, name, baseId, revision, ...set })
  if (done === null) throw new LostRaceError(`draft of ${key}`)
}

/** @throws DraftChangedProblem when the draft has another revision by now */
export async function requireRevision(
  unit: Unit,
  draft: StoredDiagramDraft | null,
  revision: number,
): Promise<void> {
  if (!draft || draft.revision === revision) return
  const by = draft.savedBy === null ? null : await unit.accounts.byId(draft.savedBy)
  throw new DraftChangedProblem({
    by: by?.displayName ?? text('runtime.someone'),
    at: draft.savedAt,
    when: formatInstant(draft.savedAt),
    revision: draft.revision,
  })
}

/** @throws DraftFrozenProblem while a proposal waits */
export async function requireThawed(unit: Unit, key: string): Promise<void> {
  const waiting = await unit.proposals.waiting(key)
  if (!waiting) return
  const by = await unit.accounts.byId(waiting.proposedBy)
  throw new DraftFrozenProblem(by?.displayName ?? text('runtime.someone'))
}

async function write(
  unit: Unit,
  {
    actor,
    now,
    draft,
    said,
    xml,
    kind,
  }: {
    readonly actor: Actor
    readonly now: Instant
    readonly draft: StoredDiagramDraft | null
    readonly said: WhatIsSaid
    readonly xml: string
    readonly kind: RevisionKind
  },
): Promise<Saved> {
  const { key, name } = said
  await requireThawed(unit, key)
  const revision = draft?.revision ?? 0
  // what was deployed or discarded begins anew, from the version in force
  const baseId = draft?.open ? draft.baseId : ((await unit.definitions.latest(key))?.id ?? null)
  const by = actor.accountId
  const id = await unit.diagramDrafts.put({
    id: draft?.id ?? null,
    ...{ key, name, baseId, revision, open: true, at: now, by },
  })
  if (id === null) throw new LostRaceError(`draft of ${key}`)
  const next = revision + 1
  const sha256 = sha256Of(xml)
  await unit.diagramDrafts.keep({ draftId: id, revision: next, kind, xml, sha256, savedAt: now, savedBy: by })
  await unit.diagramDrafts.prune(id, kept)
  return { key, revision: next, savedAt: now }
}

function looked(xml: string): Promise<WhatIsSaid> {
  return readable(readDiagram(xml))
}

async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    throw new DiagramUnreadableProblem(error.message, { cause: error })
  }
}
