import type { Canvas, EventBus, Selection } from '../bpmn-js'

/** Whether the diagram is being played; switched by the page’s own button. */
export interface SimulationMode {
  toggleMode(active: boolean): void
}

export function Mode(eventBus: EventBus, canvas: Canvas, selection: Selection): SimulationMode {
  let isActive = false
  return {
    toggleMode(active) {
      if (active === isActive) return
      isActive = active
      if (active) selection.select(null)
      const container = canvas.getContainer()
      container.parentElement?.classList.toggle('simulation', active)
      container.querySelector('.djs-palette')?.classList.toggle('hidden', active)
      eventBus.fire('tokenSimulation.toggleMode', { active })
    },
  }
}
Mode.$inject = ['eventBus', 'canvas', 'selection']
