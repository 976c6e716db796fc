import type Modeler from 'bpmn-js/lib/Modeler'
import type { Canvas, CommandStack, ElementRegistry, EventBus, Shape } from './bpmn-js'
import type { SimulationMode } from './simulation/mode'
import { sayTitles } from './simulation/titles'
import type { View } from './view'
import type { Words } from './words'
import { buttonOf } from './page-parts'

interface SearchPad {
  toggle(): void
}

/** Ties the page’s buttons to the board: what the keys do (Ctrl+Z, Ctrl+F …), for who does not know them. */
export function tieToolbar(modeler: Modeler, section: HTMLElement, view: View, words: Words): void {
  const button = (name: string) => buttonOf(section, name)
  const does = (name: string, act: () => void) => {
    button(name).addEventListener('click', act)
  }
  const stack = modeler.get<CommandStack>('commandStack')
  does('undo', () => {
    stack.undo()
  })
  does('redo', () => {
    stack.redo()
  })
  does('search', () => {
    // after this click is over, which would close it again
    window.setTimeout(() => {
      modeler.get<SearchPad>('searchPad').toggle()
    })
  })
  searchWhatIsWritten(modeler.get<Canvas>('canvas').getContainer())
  tieView(section, view)

  const playing = button('simulate')
  const isPlaying = () => playing.getAttribute('aria-pressed') === 'true'
  const refresh = () => {
    button('undo').disabled = isPlaying() || !stack.canUndo()
    button('redo').disabled = isPlaying() || !stack.canRedo()
  }
  modeler.get<EventBus>('eventBus').on('commandStack.changed', refresh)
  modeler.get<EventBus>('eventBus').on('import.done', refresh)
  refresh()

  sayTitles(modeler.get<Canvas>('canvas').getContainer(), words)
  const play = (yes: boolean) => {
    playing.setAttribute('aria-pressed', String(yes))
    modeler.get<SimulationMode>('toggleMode').toggleMode(yes)
    section.classList.toggle('is-playing', yes)
    // what is played is not changed: neither by the panel nor by a file, and its colours are not exported
    for (const part of section.querySelectorAll<HTMLElement>('[data-drawing]')) part.inert = yes
    const [start] = modeler.get<ElementRegistry>('elementRegistry').filter(isStart)
    if (yes && start) view.bring(start) // from far away its buttons are not shown
    refresh()
  }
  does('simulate', () => {
    play(!isPlaying())
  })
}

/** bpmn-js searches when a key is let go; Chinese is written and words are pasted without one. */
function searchWhatIsWritten(container: HTMLElement): void {
  container.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest('.djs-search-container'))
      target.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
  })
}

function isStart({ type, parent }: Shape): boolean {
  return type === 'bpmn:StartEvent' && parent?.type !== 'bpmn:SubProcess'
}

/** The buttons that only move about; a small screen has no others. */
export function tieView(section: HTMLElement, view: View): void {
  const does = (name: string, act: () => void) => {
    section.querySelector(`[data-do="${name}"]`)?.addEventListener('click', act)
  }
  does('zoom-in', () => {
    view.zoom(1.25)
  })
  does('zoom-out', () => {
    view.zoom(0.8)
  })
  does('fit', view.fit)
}
