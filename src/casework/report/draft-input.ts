import type { Pattern } from './patterns.js'
import type { QuarterFigures } from './quarter-figures.js'
import type { TypicalCase } from './typical-cases.js'

/** What a draft is written from: the figures, with what they are compared with. */
export interface DraftInput {
  readonly figures: QuarterFigures
  readonly typical: readonly TypicalCase[]
  readonly patterns: readonly Pattern[]
}
