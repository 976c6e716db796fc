import type { Instant } from '../../clock.js'

/** One line of the partial `timeline`. */
export interface TimelineEntry {
  /** done, standing here, to come; a note beside the way; the cards */
  readonly kind: 'done' | 'now' | 'next' | 'note' | 'yellow' | 'red'
  readonly what: string
  readonly at: Instant | null
  readonly who: string | null
  readonly note: string | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}
