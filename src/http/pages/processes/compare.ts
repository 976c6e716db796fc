import { formatInstant } from '../../../calendar/index.js'
import { text } from '../../../catalogue/index.js'
import type { ComparedSide, DiagramComparison, VersionPage } from '../../../runtime/index.js'
import { paths, pathTo } from '../../paths.js'
import type { LinkModel, PageHeaderModel } from '../parts.js'
import { changesModel, marksOf, type ChangesModel, type DiagramMark } from './changes.js'
import { compareHref } from './list.js'

/** The model of `admin/compare`: two diagrams side by side, and what differs in words. */
export interface CompareModel {
  readonly header: PageHeaderModel
  readonly changes: ChangesModel
  readonly sides: readonly SideModel[]
  readonly marks: readonly DiagramMark[]
  readonly words: Readonly<Record<string, string>>
  readonly legend: readonly { readonly kind: string; readonly label: string }[]
  readonly swap: LinkModel
  readonly choose: {
    readonly action: string
    readonly from: readonly SideChoice[]
    readonly to: readonly SideChoice[]
  }
}

interface SideModel {
  readonly side: 'before' | 'after'
  readonly title: string
  readonly label: string
  readonly when: string
  readonly xmlUrl: string
}

interface SideChoice {
  readonly ref: string
  readonly label: string
  readonly chosen: boolean
}

export function compareModel(
  comparison: DiagramComparison,
  versions: VersionPage['versions'],
  hasDraft: boolean,
): CompareModel {
  const { before, after, changes } = comparison
  const choices = (side: ComparedSide): SideChoice[] => {
    const all = [
      ...(hasDraft ? [{ ref: `draft-${after.key}`, label: text('compare.show.draft') }] : []),
      ...versions.map(one => ({
        ref: String(one.id),
        label: text('compare.version', { number: one.version }),
      })),
    ]
    const known = all.some(({ ref }) => ref === side.ref) ? [] : [{ ref: side.ref, label: sideWords(side) }]
    return [...known, ...all].map(one => ({ ...one, chosen: one.ref === side.ref }))
  }
  return {
    header: {
      title: text('compare.title', { name: after.name }),
      what: text('compare.what', { before: sideWords(before), after: sideWords(after) }),
      next: text(changes.length > 0 ? 'compare.next' : 'compare.next.none'),
      by: null,
      crumbs: [{ href: paths.processes, label: text('admin.processes.title') }],
    },
    changes: changesModel(comparison),
    sides: [sideModel('before', before), sideModel('after', after)],
    marks: marksOf(comparison),
    words: Object.fromEntries(scriptWords.map(name => [name, text(`compare.${name}`)])),
    legend: ['added', 'removed', 'changed', 'moved'].map(kind => ({
      kind,
      label: text(`compare.legend.${kind}`),
    })),
    swap: { href: compareHref(after.ref, before.ref), label: text('compare.swap') },
    choose: { action: paths.processCompare, from: choices(before), to: choices(after) },
  }
}

const scriptWords = ['wait', 'failed', 'keys', 'fit', 'zoomIn', 'zoomOut', 'find']

/** 第2版, 草稿（第14次保存） */
export function sideWords({ kind, number }: ComparedSide): string {
  return text(`compare.${kind}`, { number })
}

function sideModel(side: 'before' | 'after', compared: ComparedSide): SideModel {
  const { kind, ref, key, at } = compared
  return {
    side,
    title: text(`compare.${side}`),
    label: sideWords(compared),
    when: at === null ? '' : formatInstant(at),
    xmlUrl:
      kind === 'version'
        ? pathTo(paths.definitionXml, { id: ref })
        : kind === 'draft'
          ? pathTo(paths.processDraftXml, { key })
          : pathTo(paths.revisionXml, { id: ref.replace('revision-', '') }),
  }
}
