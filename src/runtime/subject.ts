import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'

/** Where a task belongs, beside the role that may do it. Null: everywhere. */
export interface TaskReach {
  readonly placeId: number | null
  readonly departmentId: number | null
  readonly assigneeId: number | null
}

/**
 * What a process is about: a case, or a quarter’s report. It holds the facts; the process holds only where it stands.
 * One is loaded for one transaction, changed in memory by the turn, and saved once at its end.
 */
export interface Subject {
  readonly kind: 'case' | 'report'
  readonly id: number
  /** What FEEL sees: every fact of the data dictionary, flat, null when unknown. */
  context(now: Instant): Readonly<Record<string, unknown>>
  /** Notes a fact. */
  note(name: string, value: unknown): void
  /** The elements of a collection that a multi-instance activity runs over: ids of departments, of accounts. */
  collection(name: string): readonly number[]
  /** Where a task for this role belongs; `element` is the collection’s element in a multi-instance activity. */
  reach(group: string | null, element: { readonly collection: string; readonly id: number } | null): TaskReach
  /** A multi-instance activity over this collection opens: a new round of asking each of them. */
  openRound(collection: string): void
  /** Writes everything that changed. `ended`: the process has come to its end. */
  save(unit: Unit, ended: { readonly at: Instant; readonly endEvent: string } | null): Promise<void>
}
