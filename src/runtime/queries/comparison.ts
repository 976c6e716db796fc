import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import { compareDiagrams } from '../../engine/index.js'
import type { Change, Comparison } from '../../engine/index.js'
import { scopesOf } from '../definitions.js'
import type { Parts } from '../parts.js'
import { diagramDraft } from './diagram-draft.js'
import { standingOf } from './standing.js'
import type { Standing } from './standing.js'

/** One side of a comparison: a deployed version, the draft, or a kept revision of it. */
export interface ComparedSide {
  readonly kind: 'version' | 'draft' | 'revision'
  /** As it is named in an address: `7`, `draft-banbuchengshi`, `revision-12`. */
  readonly ref: string
  readonly key: string
  readonly name: string
  /** The version’s or the revision’s number. */
  readonly number: number
  readonly at: Instant | null
  readonly xml: string
}

/** What two diagrams say differently, and what that means for what runs. */
export interface DiagramComparison extends Comparison {
  readonly before: ComparedSide
  readonly after: ComparedSide
  readonly standing: readonly Standing[]
  /** How many that run stand at a step that the second diagram changes. */
  readonly affected: number
  readonly affectedNodes: readonly { readonly id: string; readonly name: string; readonly running: number }[]
}

/** @throws NotFoundProblem when there is no such version, draft or revision */
export async function sideOf(parts: Parts, ref: string): Promise<ComparedSide> {
  const { definitions, diagramDrafts } = parts.store.read
  const [, kind, rest = ''] = /^(draft-|revision-)?(.+)$/.exec(ref) ?? []
  if (kind === 'draft-') {
    const { key, name, xml, revision, savedAt, open, inForce } = await diagramDraft(parts, rest)
    // nobody is changing it: what an editor would open is the version in force
    if (!open && inForce) return sideOf(parts, String(inForce.id))
    return { kind: 'draft', ref, key, name, number: revision, at: savedAt, xml }
  }
  const id = /^\d{1,9}$/.test(rest) ? Number(rest) : 0
  if (kind === 'revision-') {
    const revision = await diagramDrafts.revisionById(id)
    const draft = revision && (await diagramDrafts.byId(revision.draftId))
    if (!draft) throw new NotFoundProblem(text('runtime.revision'))
    const { key, name } = draft
    return {
      kind: 'revision',
      ref,
      key,
      name,
      number: revision.revision,
      at: revision.savedAt,
      xml: revision.xml,
    }
  }
  const version = await definitions.byId(id)
  if (!version) throw new NotFoundProblem(text('runtime.definition'))
  const { key, name, xml, deployedAt } = version
  return { kind: 'version', ref, key, name, number: version.version, at: deployedAt, xml }
}

/** From the first to the second, whichever is older. */
export async function comparison(
  parts: Parts,
  before: ComparedSide,
  after: ComparedSide,
): Promise<DiagramComparison> {
  const found = await compareDiagrams(before.xml, after.xml)
  const standing = await standingOf(parts, before.key)
  const touched = new Set(found.changes.flatMap(touchedBy))
  // what is on a sub-process’s border, a limit above all, holds for all that is in it
  const borders = new Set(found.changes.flatMap(borderOf))
  for (const { definitionId, nodes: at } of standing) {
    const definition = await parts.definitions.byId(definitionId)
    for (const { id } of at) if (scopesOf(definition, id).some(scope => borders.has(scope))) touched.add(id)
  }
  const nodes = new Map<string, { id: string; name: string; running: number }>()
  for (const { id, name, running } of standing.flatMap(one => one.nodes)) {
    if (touched.has(id)) nodes.set(id, { id, name, running: running + (nodes.get(id)?.running ?? 0) })
  }
  const affectedNodes = [...nodes.values()]
  const affected = standing
    .flatMap(one => one.situations)
    .filter(({ nodes: ids }) => ids.some(id => touched.has(id)))
    .reduce((sum, { running }) => sum + running, 0)
  return { ...found, before, after, standing, affected, affectedNodes }
}

/** The activity on whose border a change is. */
function borderOf({ element: { before, after } }: Change): string[] {
  return [before, after].flatMap(side => (side && side.home !== side.id ? [side.home] : []))
}

/** The steps that a change is about: where it is, and what it belongs to. */
function touchedBy({ element: { before, after } }: Change): string[] {
  return [before, after].flatMap(side => (side ? [side.id, side.home] : []))
}
