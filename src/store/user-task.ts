import type { Instant } from '../clock.js'
import { instant, integer, json, nullable, oneOf, text, type NewRowOf, type RowOf } from './rows.js'
import { sealed } from './sealing/sealed.js'

/** Work for a person. */
export const userTaskTable = {
  name: 'user_task',
  columns: {
    id: integer,
    instanceId: integer,
    caseId: nullable(integer),
    reportId: nullable(integer),
    activityId: text,
    /** the sub-processes around the activity, the outermost first: `/SubProcess_Resolve/SubProcess_Rectify/` */
    scopePath: text,
    /** where the engine's state has it; changes from turn to turn */
    slot: text,
    name: text,
    /** the role that may do it */
    candidateGroup: nullable(text),
    /** only people of this place may do it */
    placeId: nullable(integer),
    /** only people of this department may do it */
    departmentId: nullable(integer),
    /** in a multi-instance activity, which element of the collection, from 0 */
    elementIndex: nullable(integer),
    assigneeId: nullable(integer),
    openedAt: instant,
    claimedAt: nullable(instant),
    closedAt: nullable(instant),
    closedBy: nullable(integer),
    closeKind: nullable(oneOf('completed', 'cancelled')),
    revision: integer,
    /** what somebody has typed and not sent */
    draft: nullable(sealed('user_task.draft', json<Readonly<Record<string, unknown>>>())),
    /** the earliest open deadline that covers it; kept by the store, see follow-due.ts */
    nextDeadlineId: nullable(integer),
    /** that deadline's due instant; the end of time when there is none */
    nextDueAt: instant,
  },
}

export type StoredUserTask = RowOf<typeof userTaskTable.columns>

/** A task to be opened. */
export type NewUserTask = Omit<
  NewRowOf<typeof userTaskTable.columns>,
  'scopePath' | 'revision' | 'nextDeadlineId' | 'nextDueAt' | 'closedAt' | 'closedBy' | 'closeKind'
> & {
  /** the sub-processes around the activity, the outermost first */
  readonly scopes?: readonly string[]
}

/** The slot a task has in the new state. */
export interface TaskPlace {
  readonly id: number
  readonly slot: string
  readonly elementIndex?: number | null | undefined
}

/** The end of a task. */
export interface TaskClosing {
  readonly id: number
  /** the revision the person saw, when it was a person */
  readonly expectedRevision?: number | undefined
  readonly at: Instant
  readonly by?: number | null | undefined
  readonly kind: 'completed' | 'cancelled'
}
