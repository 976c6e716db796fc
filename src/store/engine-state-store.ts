import type { Knex } from 'knex'
import { engineStateTable, type NewState, type StoredState } from './engine-state.js'
import { rowsOf } from './rows.js'
import type { StateCache } from './state-cache.js'
import { chunks, insertMissing } from './writes.js'

/** States, for reading. A state never changes, so what was read or written once is not asked for again. */
export function readEngineStates(knex: Knex, cache: StateCache) {
  const { columns, name } = engineStateTable

  async function byIds(ids: readonly number[]): Promise<StoredState[]> {
    const unknown = [...new Set(ids)].filter(id => cache.byId(id) === undefined)
    for (const chunk of chunks(unknown)) {
      for (const state of await rowsOf(columns, knex(name).whereIn('id', chunk))) cache.add(state)
    }
    return ids.map(id => cache.byId(id)).filter(state => state !== undefined)
  }

  return {
    /** The states with these ids, in this order. */
    byIds,

    async byId(id: number): Promise<StoredState | null> {
      const [state] = await byIds([id])
      return state ?? null
    },
  }
}

/** States, for a turn. */
export function engineStateStore(knex: Knex, cache: StateCache) {
  const { columns, name } = engineStateTable
  return {
    ...readEngineStates(knex, cache),

    /** Answers the id of each state, in this order, storing those that nobody was in before. */
    async intern(definitionId: number, states: readonly NewState[]): Promise<number[]> {
      const unknown = new Map<string, NewState>()
      for (const state of states) {
        if (cache.byHash(definitionId, state.hash) === undefined) unknown.set(state.hash, state)
      }
      const rows = [...unknown.values()].map(({ hash, body, waits, ended }) => ({
        definitionId,
        hash,
        body,
        waits: waits.map(({ kind, activityId, slot, index }) => ({
          kind,
          activityId,
          slot,
          ...(index === undefined ? {} : { index }),
        })),
        ended,
      }))
      await insertMissing(knex, engineStateTable, rows, ['definitionId', 'hash'])
      for (const chunk of chunks([...unknown.keys()])) {
        const found = knex(name).where({ definition_id: definitionId }).whereIn('hash', chunk)
        for (const state of await rowsOf(columns, found)) cache.add(state)
      }
      return states.map(({ hash }) => {
        const state = cache.byHash(definitionId, hash)
        if (!state) throw new Error(`State ${hash} of definition ${definitionId} was not stored`)
        return state.id
      })
    },
  }
}
