import Modeler from 'bpmn-js/lib/Modeler'
import { moddleExtensions } from '../../src/engine/schema/index'

/** The drawing board: bpmn-js, with camunda’s attributes and ours typed as the engine reads them. */
export function createModeler(container: HTMLElement, panel: HTMLElement): Modeler {
  return new Modeler({
    container,
    moddleExtensions,
    propertiesPanel: { parent: panel },
    additionalModules: [],
  })
}
