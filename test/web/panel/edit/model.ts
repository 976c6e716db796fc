// @ts-expect-error bpmn-moddle 9 ships no types
import BpmnModdleUntyped from 'bpmn-moddle'
import { moddleExtensions } from '../../../../src/engine/schema/index.js'
import { readXml } from '../../../../src/engine/bpmn.js'
import { elementsById } from '../../../../src/engine/lint/elements-by-id.js'
import { isA } from '../../../../src/engine/schema/index.js'
import type { BpmnUserTask, ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import {
  adopt,
  creator,
  type Change,
  type Create,
  type Live,
} from '../../../../web/editor/panel/edit/change.js'

const BpmnModdle = BpmnModdleUntyped as unknown as new (packages: object) => {
  create(type: string, values: object): unknown
  fromXML(xml: string): Promise<{ rootElement: ModdleElement }>
  toXML(root: ModdleElement): Promise<{ xml: string }>
}

/** A file that is being edited: what a writer says is done, and the file can be read anew. */
export interface Model {
  readonly root: ModdleElement
  readonly create: Create
  get(id: string): ModdleElement
  task(id: string): BpmnUserTask
  apply(changes: readonly Change[]): void
  xml(): Promise<string>
  /** written and read again, by the engine’s own reader */
  again(): Promise<Model>
}

export async function openModel(xml: string): Promise<Model> {
  const moddle = new BpmnModdle(moddleExtensions)
  const { rootElement: root } = await moddle.fromXML(xml)
  const get = (id: string) => {
    const found = elementsById(root).get(id)
    if (!found) throw new Error(`no ${id}`)
    return found
  }
  const write = async () => (await moddle.toXML(root)).xml
  return {
    root,
    get,
    create: creator(moddle),
    task(id) {
      const found = get(id)
      if (!isA(found, 'bpmn:UserTask')) throw new Error(`${id} is no user task`)
      return found
    },
    apply(changes) {
      for (const { of, set } of changes) {
        adopt(of, Object.values(set))
        for (const [name, value] of Object.entries(set)) (of as unknown as Live).set(name, value)
      }
    },
    xml: write,
    async again() {
      const written = await write()
      await readXml(written)
      return openModel(written)
    },
  }
}
