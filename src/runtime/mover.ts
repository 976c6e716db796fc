import type { Instant } from '../clock.js'

/** Who or what moves a process. */
export interface Mover {
  readonly at: Instant
  /** The account; null for the timekeeper and for citizens. */
  readonly by: number | null
  readonly byName: string | null
  /** The task that this person completes with it. */
  readonly completes?: number
}
