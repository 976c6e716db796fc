import { compile } from '../engine/index.js'
import type { ProcessDefinition } from '../engine/index.js'
import type { StoredDefinition } from '../store/index.js'

/** Compiled definitions by their row. A deployed version never changes, so what was compiled once stays. */
export interface Definitions {
  of(stored: StoredDefinition): Promise<ProcessDefinition>
  byId(id: number): Promise<ProcessDefinition>
}

/** @param load reads one row; a definition that an instance refers to is always there */
export function createDefinitions(load: (id: number) => Promise<StoredDefinition | null>): Definitions {
  const compiled = new Map<number, Promise<ProcessDefinition>>()
  const of = (stored: StoredDefinition) => {
    const known = compiled.get(stored.id)
    if (known) return known
    const made = compile(stored.xml)
    compiled.set(stored.id, made)
    made.catch(() => compiled.delete(stored.id))
    return made
  }
  return {
    of,
    async byId(id) {
      const known = compiled.get(id)
      if (known) return known
      const stored = await load(id)
      if (!stored) throw new Error(`There is no process definition ${id}`)
      return of(stored)
    },
  }
}

/** The sub-processes around a node, the outermost first. */
export function scopesOf(definition: ProcessDefinition, activityId: string): string[] {
  const scopes: string[] = []
  for (let id = definition.nodes.get(activityId)?.parentId; id; id = definition.nodes.get(id)?.parentId) {
    scopes.unshift(id)
  }
  return scopes
}
