import { readXml } from './bpmn.js'
import { UnreadableDiagramError } from './errors.js'
import { checkReading, checkSource } from './lint/index.js'
import { processesOf, readProcess } from './read-definition.js'
import type { WhatIsSaid } from './read-definition.js'
import type { ModdleElement } from './schema/moddle-types.js'

/**
 * Looks at a diagram without judging it: what its process says, the one that can run before others. A draft may have
 * errors; what it may not be is a file in which there is no process to see.
 *
 * @throws UnreadableDiagramError
 */
export async function readDiagram(xml: string): Promise<WhatIsSaid> {
  const { root, warnings } = await readSafely(xml)
  const processes = processesOf(root)
  const process = processes.find(one => one.isExecutable === true) ?? processes[0]
  const said = process && readProcess(process)
  if (said) return said
  // a process that was there and could not be read is not one that is missing
  const [lost] = checkReading(warnings)
  throw new UnreadableDiagramError(lost?.message ?? '文件中没有流程；请画出流程后再上传。')
}

/** The model’s root. @throws UnreadableDiagramError when the text is not safe to read, or is no BPMN */
export async function readRoot(xml: string): Promise<ModdleElement> {
  return (await readSafely(xml)).root
}

async function readSafely(xml: string): ReturnType<typeof readXml> {
  const [unsafe] = checkSource(xml)
  if (unsafe) throw new UnreadableDiagramError(unsafe.message)
  try {
    return await readXml(xml)
  } catch (cause) {
    throw new UnreadableDiagramError('文件不是 BPMN 2.0 流程图；请选择由流程编辑器导出的文件。', { cause })
  }
}
