import type { CanonicalState, Wait } from '../engine/index.js'
import { flag, integer, json, text, type RowOf } from './rows.js'

/** A situation a diagram can be in. Few dozen exist of each version; cases refer to them by id. */
export const engineStateTable = {
  name: 'engine_state',
  columns: {
    id: integer,
    definitionId: integer,
    hash: text,
    body: text,
    waits: json<readonly StateWait[]>(),
    ended: flag,
  },
}

/** What is waited for in a state. Which slot it had in the state before depends on the way there, not on the state. */
export type StateWait = Omit<Wait, 'was'>

export type StoredState = RowOf<typeof engineStateTable.columns>

/** A state as a turn gives it. */
export interface NewState extends CanonicalState {
  readonly waits: readonly StateWait[]
  readonly ended: boolean
}
