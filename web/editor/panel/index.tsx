import { render } from '@bpmn-io/properties-panel/preact'
import { isA } from '../../../src/engine/schema/index'
import type { ModdleElement } from '../../../src/engine/schema/moddle-types'
import { wordsOf } from '../words'
import { creator, type Change, type Create } from './edit/change'
import { EditCommand, type Drawn } from './edit-command'
import { drawLimit, type Drawing } from './new-limit'
import type { House } from './model/house'
import { processOf } from './model/steps'
import { Panel, type Shown } from './panel'

/** Where the panel stands, and what the page says of the house (`PanelSettings` of the pages, as JSON). */
export interface PanelConfig {
  readonly parent: HTMLElement
  readonly settings: string
  /** address of the drawings of the icons */
  readonly icons: string
}

/** Reads it from the page. */
export function panelConfig(editor: HTMLElement): PanelConfig {
  const parent = editor.querySelector<HTMLElement>('[data-panel]')
  if (!parent) throw new Error('The page has no place for the panel')
  return { parent, settings: parent.dataset.panel ?? '{}', icons: editor.dataset.icons ?? '' }
}

interface Services extends Drawing {
  readonly config: PanelConfig
  readonly eventBus: {
    on(event: string, act: () => void): void
    off(event: string, act: () => void): void
  }
  readonly selection: {
    get(): readonly (Drawn & { readonly labelTarget?: Drawn })[]
    select(element: Drawn): void
  }
  readonly elementRegistry: { get(id: string): Drawn | undefined }
  readonly canvas: { getRootElement(): Drawn; scrollToElement(element: Drawn): void }
  readonly commandStack: {
    registerHandler(name: string, handler: unknown): void
    execute(name: string, context: object): void
  }
  readonly moddle: Parameters<typeof creator>[0]
}

/** The properties panel as a module of bpmn-js; it is given its place by the modeler’s option `officePanel`. */
export const panelModule = {
  __init__: ['officePanel'],
  officePanel: ['factory', createPanel],
}

createPanel.$inject = [
  'config.officePanel',
  'eventBus',
  'selection',
  'elementRegistry',
  'canvas',
  'commandStack',
  'moddle',
  'modeling',
  'elementFactory',
]
function createPanel(
  config: PanelConfig,
  eventBus: Services['eventBus'],
  selection: Services['selection'],
  elementRegistry: Services['elementRegistry'],
  canvas: Services['canvas'],
  commandStack: Services['commandStack'],
  moddle: Services['moddle'],
  modeling: Services['modeling'],
  elementFactory: Services['elementFactory'],
) {
  commandStack.registerHandler('officePanel.edit', EditCommand)
  const { words, house } = JSON.parse(config.settings) as { words: Record<string, string>; house: House }
  const say = wordsOf(JSON.stringify(words))
  const create: Create = creator(moddle)
  const current = () => selectedIn(selection, canvas)
  const office = {
    words: say,
    house,
    icons: config.icons,
    create,
    edit(changes: readonly Change[]) {
      const element = current()
      if (element && changes.length > 0) commandStack.execute('officePanel.edit', { element, changes })
    },
    rename(name: string) {
      const element = current()
      const named = element && meant(element.businessObject)
      if (element && named) office.edit([{ of: named, set: { name: name === '' ? undefined : name } }])
    },
    select(id: string) {
      const element = elementRegistry.get(id)
      if (!element) return
      selection.select(element)
      canvas.scrollToElement(element)
    },
    addLimit() {
      const host = current()
      if (host) drawLimit(host, { modeling, elementFactory }, create, count => say('limits.new', { count }))
    },
  }
  const shown = (): Shown => {
    if (selection.get().length > 1) return 'several'
    const element = current()?.businessObject
    return element ? meant(element) : null
  }
  eventBus.on('import.done', () => {
    render(<Panel office={office} eventBus={eventBus} shown={shown} />, config.parent)
  })
  return office
}

/** The one element that is selected, not its label; the drawing itself when none is. */
function selectedIn(selection: Services['selection'], canvas: Services['canvas']): Drawn | undefined {
  const [first] = selection.get()
  return first ? (first.labelTarget ?? first) : canvas.getRootElement()
}

/** Who selects the drawing or its pool means the procedure. */
function meant(element: ModdleElement): ModdleElement | null {
  return isA(element, 'bpmn:Collaboration') ? (processOf(element) ?? null) : element
}
