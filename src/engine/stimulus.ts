/**
 * What can happen to an instance. `slot` names one wait of the state it is in (see `Wait`); a slot that is not open is
 * an error, and so is a stimulus that changes nothing.
 */
export type Stimulus =
  | { readonly kind: 'start' }
  | { readonly kind: 'complete'; readonly slot: string }
  | { readonly kind: 'fireTimer'; readonly slot: string }
  | { readonly kind: 'completeJob'; readonly slot: string }
  | { readonly kind: 'failJob'; readonly slot: string; readonly errorCode: string }
  | { readonly kind: 'message'; readonly slot: string }
  | { readonly kind: 'cancel' }

/** Something an instance waits for. */
export type WaitKind = 'userTask' | 'job' | 'timer' | 'message'

export interface Wait {
  readonly kind: WaitKind
  /** The element that waits: a task, a catch event, a boundary event. */
  readonly activityId: string
  /** Its place in the state, stable while the state is; the address of a stimulus. */
  readonly slot: string
  /** In a multi-instance activity, which element of the collection, from 0. */
  readonly index?: number
  /** The slot the same wait had before this turn; null when it has just opened. */
  readonly was: string | null
}

/** What the turn needs to know of the world, asked in the order in which it needs to know. */
export type Ask =
  | { readonly kind: 'condition'; readonly flowId: string; readonly expression: string }
  | { readonly kind: 'cardinality'; readonly activityId: string; readonly collection: string }
  | { readonly kind: 'completion'; readonly activityId: string; readonly expression: string }
  /** An element with output parameters is being left: note them, later conditions may read them. */
  | { readonly kind: 'record'; readonly elementId: string }

export type Answer = boolean | number | null

/** Answers conditions with booleans, cardinalities with whole numbers, records with null. Throws to fail the step. */
export type Evaluate = (ask: Ask) => Answer

/** What happened on the way, in order. */
export interface Passed {
  readonly kind: 'entered' | 'completed' | 'cancelled' | 'taken'
  /** The id of the flow node, or of the sequence flow that was taken. */
  readonly elementId: string
}

/** Which wait takes which stimulus. */
export const waitFor: Readonly<Record<Exclude<Stimulus['kind'], 'start' | 'cancel'>, WaitKind>> = {
  complete: 'userTask',
  fireTimer: 'timer',
  completeJob: 'job',
  failJob: 'job',
  message: 'message',
}
