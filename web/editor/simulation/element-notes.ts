import type { EventBus, Overlays, Shape } from '../bpmn-js'
import type { Words } from '../words'
import { inColours, type Scope } from './scope'

const type = 'simulation-note'

/** What the simulation says beside an element: that a run has ended there. */
export function ElementNotes(overlays: Overlays, eventBus: EventBus, words: Words) {
  const clear = () => {
    overlays.remove({ type })
  }
  eventBus.on(
    [
      'tokenSimulation.resetSimulation',
      'tokenSimulation.simulator.createScope',
      'tokenSimulation.toggleMode',
    ],
    clear,
  )
  return {
    clear,
    removeElementNotification: clear,
    addElementNotification(element: Shape, note: { readonly text: string; readonly scope?: Scope }) {
      const said = note.text === 'Finished' ? words('simulation.finished') : words('simulation.unsupported')
      const html = inColours('editor-simulation-note', note.scope ?? {}, said)
      overlays.add(element, type, { position: { top: -15, right: 15 }, html })
    },
  }
}
ElementNotes.$inject = ['overlays', 'eventBus', 'words']
