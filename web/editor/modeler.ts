import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import Modeler from 'bpmn-js/lib/Modeler'
import colors from 'bpmn-js-color-picker'
import minimap from 'diagram-js-minimap'
import { moddleExtensions } from '../../src/engine/schema/extensions'
import { chineseModule } from './board/chinese'
import { contextPadModule } from './board/context-pad'
import { defaultsModule } from './board/defaults'
import { idsModule } from './board/ids'
import { menusModule } from './board/menus'
import { paletteModule } from './board/palette'
import { simulationModule } from './simulation/module'
import { panelModule, type PanelConfig } from './panel/index'
import type { Words } from './words'

/** Text in the drawing, on the screen and in what is exported, in the house’s type. */
const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--house-font')
const textRenderer = { defaultStyle: { fontFamily }, externalStyle: { fontFamily } }

/** The drawing board: bpmn-js, with camunda’s attributes and ours typed as the engine reads them. */
export function createModeler(
  container: HTMLElement,
  officePanel: PanelConfig,
  words: Words,
  board: Readonly<Record<string, string>>,
): Modeler {
  return new Modeler({
    container,
    moddleExtensions,
    textRenderer,
    minimap: { open: false },
    officePanel,
    additionalModules: [
      chineseModule(words, board),
      colors,
      minimap,
      idsModule,
      defaultsModule,
      paletteModule,
      contextPadModule,
      menusModule,
      simulationModule,
      panelModule,
    ],
  })
}

/** The same diagram, only to look at: a small screen is no place to draw on. */
export function createLooker(
  container: HTMLElement,
  words: Words,
  board: Readonly<Record<string, string>>,
): NavigatedViewer {
  return new NavigatedViewer({
    container,
    moddleExtensions,
    textRenderer,
    additionalModules: [chineseModule(words, board)],
  })
}
