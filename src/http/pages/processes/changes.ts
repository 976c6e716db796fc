import { text } from '../../../catalogue/index.js'
import type { DiagramComparison } from '../../../runtime/index.js'
import { state, type StateModel } from '../state.js'
import { changeWords, headingWords, kindOfChange, type ChangeWords, type Kind } from './change-words.js'

type Change = DiagramComparison['changes'][number]

/** The model of the partial `changes`: what differs, step by step. */
export interface ChangesModel {
  readonly groups: readonly ChangeGroup[]
  /** 3处有改动，共5项 */
  readonly count: string | null
  /** Nothing, or nothing but the drawing. */
  readonly quiet: string | null
  readonly moved: string | null
  /** All in one sentence, to be read out or copied. */
  readonly summary: string | null
  readonly affected: { readonly title: string; readonly note: string | null } | null
}

interface ChangeGroup {
  /** The element to show on the drawing. */
  readonly id: string
  readonly heading: string
  readonly kind: Kind
  readonly state: StateModel
  readonly lines: readonly (ChangeWords & { readonly id: string; readonly kind: Kind })[]
}

export function changesModel(comparison: DiagramComparison): ChangesModel {
  const { changes, moved } = comparison
  const groups = groupsOf(comparison)
  const nothing = changes.length === 0
  return {
    groups,
    count: nothing ? null : text('compare.count', { steps: groups.length, changes: changes.length }),
    quiet: nothing ? text(moved.length > 0 ? 'compare.layoutOnly' : 'compare.same') : null,
    moved: nothing || moved.length === 0 ? null : text('compare.moved', { count: moved.length }),
    summary: nothing ? null : summaryOf(comparison, groups),
    affected: nothing ? null : affectedOf(comparison),
  }
}

/** What the drawing marks: each changed element on the sides that have it. */
export interface DiagramMark {
  readonly id: string
  readonly side: 'before' | 'after' | 'both'
  readonly kind: Kind | 'moved'
  readonly words: string
}

export function marksOf({ changes, moved }: DiagramComparison): DiagramMark[] {
  const byId = new Map<string, Change[]>()
  for (const change of changes) {
    const ids = new Set([change.element.before?.id, change.element.after?.id])
    for (const id of ids) if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), change])
  }
  const marks = [...byId].map(([id, of]): DiagramMark => {
    const presence = of.find(({ aspect }) => aspect === 'element')
    const kind = presence ? kindOfChange(presence) : 'changed'
    const side = kind === 'added' ? 'after' : kind === 'removed' ? 'before' : 'both'
    return { id, side, kind, words: text(`compare.mark.${kind}`, { count: of.length }) }
  })
  return [
    ...marks,
    ...moved
      .filter(id => !byId.has(id))
      .map(id => ({ id, side: 'both' as const, kind: 'moved' as const, words: text('compare.mark.moved') })),
  ]
}

function groupsOf({ changes, named }: DiagramComparison): ChangeGroup[] {
  const byHome = new Map<string, Change[]>()
  for (const change of changes) {
    const home = (change.element.after ?? change.element.before)?.home ?? ''
    byHome.set(home, [...(byHome.get(home) ?? []), change])
  }
  return [...byHome].map(([home, of]) => {
    const presence = of.find(change => change.aspect === 'element' && isOwn(change, home))
    const kind = presence ? kindOfChange(presence) : 'changed'
    // a step may say the same itself while its limit or its way on does not
    const heading = headingWords(home, named.get(home) ?? { name: '', type: '' }, kind)
    return {
      id: home,
      heading,
      kind,
      state: state(
        kind === 'added' ? 'met' : kind === 'removed' ? 'closed' : 'ok',
        text(`compare.kind.${kind}`),
      ),
      lines: of
        .filter(change => change !== presence)
        .map(change => ({
          ...changeWords(change, named),
          id: (change.element.after ?? change.element.before)?.id ?? home,
          kind: kindOfChange(change),
        })),
    }
  })
}

function isOwn({ element }: Change, home: string): boolean {
  return (element.after ?? element.before)?.id === home
}

function summaryOf(comparison: DiagramComparison, groups: readonly ChangeGroup[]): string {
  const sentences = groups.flatMap(({ heading, id, kind, lines }) => {
    if (kind !== 'changed') return [heading]
    const name = comparison.named.get(id)?.name
    return lines.map(({ sentence }) => `${name ? `『${name}』` : heading}${sentence}`)
  })
  const most = 12
  const rest = sentences.length > most ? '……' : ''
  const affected = affectedOf(comparison)
  return `${[...sentences.slice(0, most), ...(affected ? [affected.title] : [])].join('；')}${rest}。`
}

function affectedOf({ affected, affectedNodes }: DiagramComparison): ChangesModel['affected'] {
  if (affected === 0) return null
  const nodes = affectedNodes.map(({ name, running }) =>
    text('compare.affected.node', { name, count: running }),
  )
  return {
    title: text('compare.affected', { count: affected }),
    note: text('compare.affected.note', { nodes: nodes.join('、') }),
  }
}
