import type { EventBus, Overlays } from '../bpmn-js'
import { inColours, type Scope } from './scope'

interface Simulator {
  findScopes(which: (scope: Scope) => boolean): readonly Scope[]
}

/** How many tokens wait at an element, a number for each run. */
export function TokenCounts(eventBus: EventBus, overlays: Overlays & OverlayById, simulator: Simulator) {
  const shown = new Map<string, string>()
  eventBus.on('tokenSimulation.simulator.elementChanged', 500, ({ element }) => {
    if (!element) return
    const before = shown.get(element.id)
    if (before !== undefined) overlays.remove(before)
    shown.delete(element.id)
    if (element.waypoints) return
    const waiting = simulator.findScopes(
      scope => !scope.destroyed && scope.children.some(one => !one.destroyed && one.element === element),
    )
    if (waiting.length === 0) return
    const html = document.createElement('div')
    html.className = 'bts-token-count-parent'
    html.append(
      ...waiting.map(scope =>
        inColours('bts-token-count waiting', scope, String(scope.getTokensByElement(element))),
      ),
    )
    shown.set(element.id, overlays.add(element, 'token-count', { position: { bottom: 10, left: -15 }, html }))
  })
}
TokenCounts.$inject = ['eventBus', 'overlays', 'simulator']

interface OverlayById {
  remove(id: string): void
}
