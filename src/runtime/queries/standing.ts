import type { Parts } from '../parts.js'
import { standingAt } from './process-state.js'

/** How many that run stand at each node of one version; one may stand at several. */
export interface Standing {
  readonly definitionId: number
  readonly version: number
  /** All that run on this version. */
  readonly running: number
  readonly nodes: readonly StandingAt[]
  /** How many stand at all of these nodes at once: each that runs is in one situation. */
  readonly situations: readonly { readonly nodes: readonly string[]; readonly running: number }[]
}

interface StandingAt {
  readonly id: string
  readonly name: string
  readonly running: number
}

/**
 * Where everything that runs stands, version by version, the newest first. Counted by situation, of which there are few
 * dozen however many cases run.
 */
export async function standingOf(parts: Parts, key: string): Promise<readonly Standing[]> {
  const counts = await parts.store.views.standingCounts(key)
  const states = await parts.store.read.engineStates.byIds(counts.map(({ stateId }) => stateId))
  const waits = new Map(states.map(state => [state.id, state.waits]))
  const versions = [...new Map(counts.map(one => [one.definitionId, one.version]))]
  return Promise.all(
    versions.map(async ([definitionId, version]) => {
      const definition = await parts.definitions.byId(definitionId)
      const situations = counts
        .filter(one => one.definitionId === definitionId)
        .map(({ stateId, running }) => ({ nodes: standingAt(definition, waits.get(stateId) ?? []), running }))
      const at = new Map<string, number>()
      for (const { nodes: ids, running } of situations)
        for (const id of ids) at.set(id, (at.get(id) ?? 0) + running)
      const nodes = [...definition.nodes.values()].flatMap(({ id, name }) => {
        const here = at.get(id)
        return here === undefined ? [] : [{ id, name, running: here }]
      })
      const running = situations.reduce((sum, one) => sum + one.running, 0)
      return { definitionId, version, running, nodes, situations }
    }),
  )
}
