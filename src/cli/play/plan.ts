import type { Instant } from '../../clock.js'
import type { ScriptedCase } from '../../play/scripted-case.js'
import type { Manners } from '../../play/manners.js'

/** When a case comes: at an instant, or so many months after another one was rectified. */
type Arriving = Instant | { readonly months: number; readonly afterCase: number }

/** A task as a plan is asked about it. */
export interface TaskInPlay {
  readonly activityId: string
  /** The name of the department that is asked; null when the office is. */
  readonly department: string | null
  /** How often it has come to this, this time included. */
  readonly round: number
}

/** A case with when it comes and how its people behave. */
export interface Plan {
  readonly script: ScriptedCase
  readonly manners: Manners
  readonly arriving: Arriving
  /** Which task is left for others to do: the case stops there. */
  readonly leaves?: (task: TaskInPlay) => boolean
}

/** What happens while cases are played, for whoever watches. */
export type Happening =
  | { readonly kind: 'registered'; readonly at: Instant; readonly number: string; readonly item: string }
  | { readonly kind: 'consultation'; readonly at: Instant; readonly item: string }
  | {
      readonly kind: 'completed'
      readonly at: Instant
      readonly number: string
      readonly task: string
      readonly name: string
    }
  | { readonly kind: 'passed'; readonly at: Instant }
  | { readonly kind: 'ended'; readonly at: Instant; readonly number: string; readonly endEvent: string }
