// Reading stands apart from the engine: the editor's worker reads by the very same lines.
// @ts-expect-error bpmn-moddle 9 ships no types
import BpmnModdleUntyped from 'bpmn-moddle'
import { moddleExtensions } from './extensions.js'
import type { ModdleElement } from './moddle-types.js'

const BpmnModdle = BpmnModdleUntyped as unknown as new (packages: Record<string, unknown>) => {
  fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: { message: string }[] }>
}

/** Reads BPMN 2.0 XML. Problems of reading are returned as warnings; what is no XML at all throws. */
export async function readXml(
  xml: string,
): Promise<{ root: ModdleElement; context: unknown; warnings: readonly string[] }> {
  const context = await new BpmnModdle(moddleExtensions).fromXML(xml)
  return { root: context.rootElement, context, warnings: context.warnings.map(warning => warning.message) }
}
