import { compile, compileInForce, DefinitionRefusedError } from '../engine/index.js'
import type { ProcessDefinition } from '../engine/index.js'
import type { StoredDefinition } from '../store/index.js'

/** Compiled definitions. A text means one definition for ever, so what was compiled once stays. */
export interface Definitions {
  /** @throws DefinitionRefusedError with every problem */
  compile(xml: string): Promise<ProcessDefinition>
  /** Of what is in force, or was: a rule that is stricter than it was then stops nothing that runs. */
  of(stored: StoredDefinition): Promise<ProcessDefinition>
  /** A definition that an instance refers to is always there. */
  byId(id: number): Promise<ProcessDefinition>
}

/** Compiled definitions by their text; may be shared by several houses in one program. */
export type CompiledTexts = Map<string, Promise<ProcessDefinition>>

/** @param load reads one row */
export function createDefinitions(
  load: (id: number) => Promise<StoredDefinition | null>,
  texts: CompiledTexts = new Map(),
): Definitions {
  const ids = new Map<number, Promise<ProcessDefinition>>()
  const definitions: Definitions = {
    compile(xml) {
      const known = texts.get(xml)
      if (known) return known
      const made = compile(xml)
      texts.set(xml, made)
      made.catch(() => texts.delete(xml))
      return made
    },
    of: ({ id, xml }) => {
      const made = definitions.compile(xml).catch((error: unknown) => {
        if (error instanceof DefinitionRefusedError) return compileInForce(xml)
        throw error
      })
      made.catch(() => ids.delete(id))
      ids.set(id, made)
      return made
    },
    async byId(id) {
      const known = ids.get(id)
      if (known) return known
      const stored = await load(id)
      if (!stored) throw new Error(`There is no process definition ${id}`)
      return definitions.of(stored)
    },
  }
  return definitions
}

/** The sub-processes around a node, the outermost first. */
export function scopesOf(definition: ProcessDefinition, activityId: string): string[] {
  const scopes: string[] = []
  for (let id = definition.nodes.get(activityId)?.parentId; id; id = definition.nodes.get(id)?.parentId) {
    scopes.unshift(id)
  }
  return scopes
}
