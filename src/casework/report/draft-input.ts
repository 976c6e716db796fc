import type { Pattern } from './patterns.js'
import type { QuarterFigures } from './quarter-figures.js'
import type { TypicalCase } from './typical-cases.js'

/** What a draft is written from: the figures, and what they are compared with. */
export interface DraftInput {
  readonly figures: QuarterFigures
  /** The quarter before; null when there was none. */
  readonly previous: QuarterFigures | null
  /** The same quarter a year before; null when there was none. */
  readonly yearBefore: QuarterFigures | null
  readonly typical: readonly TypicalCase[]
  readonly patterns: readonly Pattern[]
}
