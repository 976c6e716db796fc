import { extensionsOf } from '../../../../src/engine/schema/index.js'
import type { BpmnBaseElement, ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'
import { addExtension, removeExtension } from './extension.js'

/** One fact that is noted when a step is left: text, or FEEL after `=`. */
export type Output = ModdleElement & { readonly name?: string; readonly value?: string }

export function outputsOf(element: BpmnBaseElement): readonly Output[] {
  return holdersOf(element).flatMap(io => (io.outputParameters ?? []) as readonly Output[])
}

export function addOutput(element: BpmnBaseElement, name: string, value: string, create: Create): Change[] {
  const made = create('camunda:OutputParameter', { name, value })
  const holder = holdersOf(element).at(-1)
  return holder
    ? [{ of: holder, set: { outputParameters: [...(holder.outputParameters ?? []), made] } }]
    : addExtension(element, create('camunda:InputOutput', { outputParameters: [made] }), create)
}

export function setOutput(of: Output, set: { readonly name?: string; readonly value?: string }): Change[] {
  return [{ of, set }]
}

export function removeOutput(element: BpmnBaseElement, output: Output): Change[] {
  const holder = holdersOf(element).find(io => (io.outputParameters ?? []).includes(output))
  if (!holder) return []
  const rest = (holder.outputParameters ?? []).filter(other => other !== output)
  return rest.length > 0 || (holder.inputParameters ?? []).length > 0
    ? [{ of: holder, set: { outputParameters: rest } }]
    : removeExtension(element, holder)
}

function holdersOf(element: BpmnBaseElement) {
  return extensionsOf(element, 'camunda:InputOutput')
}
