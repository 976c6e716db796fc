// @ts-expect-error bpmn-auto-layout ships no types
import { layoutProcess as layoutUntyped } from 'bpmn-auto-layout'
import { readXml } from './bpmn.js'
import { UnreadableDiagramError } from './errors.js'
import { checkReading, hasTooManyElements, mostElements } from './lint/index.js'
import { readRoot } from './read-diagram.js'
import { isA } from './schema/index.js'
import type { ModdleElement } from './schema/moddle-types.js'

const layoutProcess = layoutUntyped as unknown as (xml: string) => Promise<string>

/**
 * The diagram as it can be looked at: as it is where it is drawn, else with its steps laid out in rows. Programs that
 * only run processes write none of the drawing, and an editor would show an empty page. Notes, frames and lanes are not
 * laid out; the rule no-bpmndi tells of each.
 *
 * @throws UnreadableDiagramError when it is not safe to read, no BPMN, or cannot be laid out
 */
export async function laidOut(xml: string): Promise<{ readonly xml: string; readonly isNew: boolean }> {
  const root = await readRoot(xml)
  if (isDrawn(root)) return { xml, isNew: false }
  // it would be written anew, and what was not read would be lost without a word
  const [lost] = checkReading((await readXml(xml)).warnings)
  if (lost) throw new UnreadableDiagramError(lost.message)
  if (hasTooManyElements(root)) {
    throw new UnreadableDiagramError(
      `文件里没有画图，流程的元素又超过 ${mostElements} 个，系统不能替它排布；请拆分成几个流程文件。`,
    )
  }
  try {
    return { xml: await layoutProcess(xml), isNew: true }
  } catch (cause) {
    throw new UnreadableDiagramError(
      '文件里只有流程、没有画图，系统也不能替它排布；请在原来的流程编辑器中画好图再导出。',
      { cause },
    )
  }
}

/** Whether something of the model has a place on a page that belongs to the model. */
function isDrawn(root: ModdleElement): boolean {
  const diagrams = isA(root, 'bpmn:Definitions') ? (root.diagrams ?? []) : []
  return (diagrams as readonly Diagram[]).some(
    ({ plane }) => plane?.bpmnElement && plane.planeElement?.some(({ bpmnElement }) => bpmnElement),
  )
}

interface Diagram {
  readonly plane?: {
    readonly bpmnElement?: unknown
    readonly planeElement?: readonly { readonly bpmnElement?: unknown }[]
  }
}
