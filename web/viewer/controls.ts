import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { View } from './navigation'
import type { DiagramState } from './state'
import type { Words } from './words'

/** The bar beneath the diagram: what the colours mean, and buttons for what mouse and keys do. */
export function controls(
  viewer: NavigatedViewer,
  view: View,
  words: Words,
  icons: string,
  state: DiagramState,
): HTMLElement {
  const bar = document.createElement('figcaption')
  bar.className = 'diagram-bar'
  const tools = document.createElement('div')
  tools.className = 'diagram-tools'
  const add = (word: string, icon: string, act: () => void, wordless = false) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-outline-primary'
    button.append(drawn(icons, icon))
    if (wordless) button.setAttribute('aria-label', words[word] ?? '')
    else button.append(` ${words[word] ?? ''}`)
    button.title = words[word] ?? ''
    button.addEventListener('click', act)
    tools.append(button)
  }
  add('zoomIn', 'zoom-in', () => view.zoom(1.25), true)
  add('zoomOut', 'zoom-out', () => view.zoom(0.8), true)
  add('fit', 'fit', view.fit)
  if (view.stand) add('standing', 'place', view.stand)
  if (document.fullscreenEnabled)
    add(
      'full',
      'full',
      () =>
        void (document.fullscreenElement
          ? document.exitFullscreen()
          : bar.parentElement?.requestFullscreen()),
    )
  if (state.taken.length + state.standing.length > 0)
    bar.append(legend(words, view.stand !== null, state.taken.length > 0))
  bar.append(tools)

  viewer
    .get<{ addListener(listener: (event: { keyEvent: KeyboardEvent }) => true | undefined): void }>(
      'keyboard',
    )
    .addListener(({ keyEvent }) => {
      if (keyEvent.key !== '0') return undefined
      view.fit()
      return true
    })
  return bar
}

function legend(words: Words, stands: boolean, wasOnTheWay: boolean): HTMLElement {
  const list = document.createElement('ul')
  list.className = 'diagram-legend'
  const kinds = [
    ...(wasOnTheWay ? [['taken', 'legend-taken']] : []),
    ...(stands ? [['here', 'legend-here']] : []),
    ...(wasOnTheWay ? [['notYet', 'legend-not-yet']] : []),
  ]
  for (const [word = '', kind = ''] of kinds) {
    const item = document.createElement('li')
    item.className = kind
    item.textContent = words[word] ?? ''
    list.append(item)
  }
  return list
}

function drawn(icons: string, name: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(namespace, 'use')
  use.setAttribute('href', `${icons}#${name}`)
  svg.append(use)
  return svg
}
