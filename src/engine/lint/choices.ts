import type { BpmnFlowNode } from '../schema/moddle-types.js'
import { fieldsOf, outputsOf } from './noted-facts.js'

/** A fact that is chosen, and all that it can be: what the forms offer and what is noted as text. */
export interface Choice {
  readonly label: string
  /** Value → what people see. */
  readonly values: ReadonlyMap<string, string>
}

/**
 * The facts of which all possible values stand in the diagram: chosen in every form that asks for them, and noted as
 * plain text elsewhere. What an expression notes could be anything, so such a fact is left out.
 */
export function choicesOf(nodes: readonly BpmnFlowNode[]): ReadonlyMap<string, Choice> {
  const found = new Map<string, { label: string; values: Map<string, string> }>()
  const open = new Set<string>()
  for (const node of nodes) {
    for (const { id = '', label, type, values = [] } of fieldsOf(node)) {
      if (type !== 'enum') open.add(id)
      const choice = found.get(id) ?? { label: label ?? id, values: new Map<string, string>() }
      for (const value of values) if (value.id) choice.values.set(value.id, value.name ?? value.id)
      found.set(id, choice)
    }
    for (const { name, value } of outputsOf(node)) {
      if (value.startsWith('=')) open.add(name)
    }
  }
  for (const node of nodes)
    for (const { name, value } of outputsOf(node)) found.get(name)?.values.set(value, value)
  return new Map([...found].filter(([fact]) => !open.has(fact)))
}
