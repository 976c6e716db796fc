import { text } from '../../catalogue/index.js'
import type { StateModel } from './state.js'

/** The model of the partial `page-header`: what is this, what do I do next, by when. */
export interface PageHeaderModel {
  readonly title: string
  readonly what: string
  readonly next: string | null
  readonly by: string | null
  readonly state?: StateModel | null
  readonly crumbs?: readonly LinkModel[]
}

export interface LinkModel {
  readonly href: string
  readonly label: string
}

/** A row of the partial `glance` (案情一览): words, a link, or something masked. */
export interface GlanceRow {
  readonly label: string
  readonly value: string | null
  readonly href?: string | null
  readonly masked?: MaskedModel | null
}

/** The model of the partial `masked`; `reveal` is where to post to see it whole, for who may. */
export interface MaskedModel {
  readonly value: string
  readonly reveal: string | null
}

/** The model of the partial `empty-state`: why it is empty and what would fill it. */
export interface EmptyStateModel {
  readonly title: string
  readonly why: string
  readonly action: LinkModel | null
}

/** The model of the partial `pagination`. */
export interface PaginationModel {
  /** 第 1–50 件 */
  readonly shown: string
  readonly previous: string | null
  readonly next: string | null
}

/** The model of the partial `figure-tile`. */
export interface FigureTileModel {
  readonly label: string
  readonly value: string
  readonly unit: string | null
  /** how it was computed: 24 ÷ 25 */
  readonly note: string | null
  readonly href: string | null
  readonly state: StateModel['kind'] | null
}

/** The model of the partial `diagram`; the words go to the script, which has none of its own. */
export interface DiagramModel {
  readonly xmlUrl: string
  /** answers with a `DiagramState`; null shows the diagram alone */
  readonly stateUrl: string | null
  readonly words: Readonly<Record<string, string>>
}

/** What `stateUrl` answers: the way taken so far, and where it stands. */
export interface DiagramState {
  /** ids of sequence flows */
  readonly taken: readonly string[]
  /** ids of finished nodes */
  readonly finished: readonly string[]
  /** the nodes it stands on, with the words of their badge: 等2个部门确认 */
  readonly standing: readonly {
    readonly id: string
    readonly words: string
    readonly state: StateModel['kind']
    /** how much stands here, from 0 to 1 of the most; the deeper the colour. Plain where it is not said */
    readonly heat?: number
  }[]
  /** nodes where nothing stands, with something to say of them */
  readonly noted?: readonly { readonly id: string; readonly words: string }[]
}

const diagramWords = [
  'label',
  'failed',
  'zoomIn',
  'zoomOut',
  'fit',
  'full',
  'standing',
  'keys',
  'taken',
  'here',
  'notYet',
]

export function diagram(xmlUrl: string, stateUrl: string | null): DiagramModel {
  return {
    xmlUrl,
    stateUrl,
    words: Object.fromEntries(diagramWords.map(name => [name, text(`shell.diagram.${name}`)])),
  }
}
