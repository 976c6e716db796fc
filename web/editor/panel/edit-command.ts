import type { ModdleElement } from '../../../src/engine/schema/moddle-types'
import { adopt, type Change } from './edit/change'

/** A shape or connection of the canvas. */
export interface Drawn {
  readonly id: string
  readonly businessObject: ModdleElement
}

interface Modeling {
  updateProperties(element: Drawn, properties: object): void
  updateModdleProperties(element: Drawn, moddle: ModdleElement, properties: object): void
}

interface Context {
  readonly element: Drawn
  readonly changes: readonly Change[]
}

/**
 * One command of the panel: several changes that are one step to undo. What the element itself says goes the way that
 * redraws it; what stands inside of it the way that only remembers.
 */
export function EditCommand(modeling: Modeling, elementRegistry: { get(id: string): Drawn | undefined }) {
  return {
    preExecute({ element, changes }: Context) {
      for (const { of, set } of changes) {
        adopt(of, Object.values(set))
        const drawn = of === element.businessObject ? element : elementRegistry.get(of.id ?? '')
        if (drawn?.businessObject === of) modeling.updateProperties(drawn, set)
        else modeling.updateModdleProperties(element, of, set)
      }
    },
  }
}
EditCommand.$inject = ['modeling', 'elementRegistry']
