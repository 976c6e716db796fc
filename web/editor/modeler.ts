import Modeler from 'bpmn-js/lib/Modeler'
import { moddleExtensions } from '../../src/engine/schema/index'
import { panelModule, type PanelConfig } from './panel/index'

/** The drawing board: bpmn-js, with camunda’s attributes and ours typed as the engine reads them. */
export function createModeler(container: HTMLElement, officePanel: PanelConfig): Modeler {
  return new Modeler({
    container,
    moddleExtensions,
    officePanel,
    additionalModules: [panelModule],
  })
}
