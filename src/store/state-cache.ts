import type { StoredState } from './engine-state.js'

/** States that are known to be stored. */
export interface StateCache {
  byId(id: number): StoredState | undefined
  byHash(definitionId: number, hash: string): StoredState | undefined
  add(state: StoredState): void
}

/** More than a house with many versions has; where it is exceeded, forgetting all is cheap and rare. */
const capacity = 5000

/** A cache of committed states, shared by all transactions. */
export function createStateCache(): StateCache {
  const ids = new Map<number, StoredState>()
  const hashes = new Map<string, StoredState>()
  return {
    byId: id => ids.get(id),
    byHash: (definitionId, hash) => hashes.get(`${definitionId} ${hash}`),
    add(state) {
      if (ids.size >= capacity) {
        ids.clear()
        hashes.clear()
      }
      ids.set(state.id, state)
      hashes.set(`${state.definitionId} ${state.hash}`, state)
    },
  }
}

/**
 * What one transaction sees: the shared cache, and states of its own that others may see only once it is committed. If
 * it is rolled back their ids mean nothing, and may mean something else later.
 */
export function createPendingStates(shared: StateCache): StateCache & { publish(): void } {
  const added: StoredState[] = []
  const own = createStateCache()
  return {
    byId: id => own.byId(id) ?? shared.byId(id),
    byHash: (definitionId, hash) => own.byHash(definitionId, hash) ?? shared.byHash(definitionId, hash),
    add(state) {
      own.add(state)
      added.push(state)
    },
    publish: () => added.forEach(state => shared.add(state)),
  }
}
