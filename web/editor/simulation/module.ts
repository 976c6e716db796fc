import simulator from 'bpmn-js-token-simulation/lib/simulator'
import animation from 'bpmn-js-token-simulation/lib/animation'
import coloredScopes from 'bpmn-js-token-simulation/lib/features/colored-scopes'
import contextPads from 'bpmn-js-token-simulation/lib/features/context-pads'
import disableModeling from 'bpmn-js-token-simulation/lib/features/disable-modeling'
import exclusiveGateways from 'bpmn-js-token-simulation/lib/features/exclusive-gateway-settings'
import inclusiveGateways from 'bpmn-js-token-simulation/lib/features/inclusive-gateway-settings'
import neutralColors from 'bpmn-js-token-simulation/lib/features/neutral-element-colors'
import palette from 'bpmn-js-token-simulation/lib/features/palette'
import pause from 'bpmn-js-token-simulation/lib/features/pause-simulation'
import reset from 'bpmn-js-token-simulation/lib/features/reset-simulation'
import scopeFilter from 'bpmn-js-token-simulation/lib/features/scope-filter'
import speed from 'bpmn-js-token-simulation/lib/features/set-animation-speed'
import state from 'bpmn-js-token-simulation/lib/features/simulation-state'
import { ElementNotes } from './element-notes'
import { TokenCounts } from './token-counts'
import { Mode } from './mode'

/**
 * bpmn-js-token-simulation without its log, its list of runs and its keys, and with parts of our own where its own say
 * English sentences or write styles into the page, which the site’s policy forbids.
 */
export const simulationModule = {
  __depends__: [
    simulator,
    animation,
    coloredScopes,
    contextPads,
    disableModeling,
    exclusiveGateways,
    inclusiveGateways,
    neutralColors,
    palette,
    pause,
    reset,
    scopeFilter,
    speed,
    state,
  ],
  __init__: ['toggleMode', 'tokenCount'],
  elementNotifications: ['factory', ElementNotes],
  // what is paused or begun anew is seen by the buttons
  notifications: ['value', { showNotification: () => undefined }],
  tokenCount: ['factory', TokenCounts],
  toggleMode: ['factory', Mode],
}
