import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { controls } from './controls'
import { markWay } from './mark-way'
import { openQuietly } from './navigation'
import { nowhere, type DiagramState } from './state'
import type { Words } from './words'

/** Draws the diagram into its figure with the way taken so far; says so when it cannot. */
export async function mount(figure: HTMLElement): Promise<void> {
  const { xmlUrl = '', stateUrl, words: json = '{}', icons = '' } = figure.dataset
  const words = JSON.parse(json) as Words
  const wait = figure.querySelector<HTMLElement>('[data-wait]')
  if (wait) wait.hidden = false
  const canvas = document.createElement('div')
  canvas.className = 'diagram-canvas'
  figure.prepend(canvas)
  try {
    const stateNow = () =>
      stateUrl === undefined ? nowhere : get(stateUrl).then(answer => answer.json() as Promise<DiagramState>)
    const [xml, state] = await Promise.all([get(xmlUrl).then(answer => answer.text()), stateNow()])
    const viewer = new NavigatedViewer({ container: canvas })
    await viewer.importXML(xml)
    label(canvas, words)
    let unmark = markWay(viewer, state)
    const view = openQuietly(viewer, canvas, state)
    figure.append(controls(viewer, view, words, icons, state))
    figure.addEventListener('fullscreenchange', () => (view.stand ?? view.fit)())
    // the page around it has heard that something happened: the marks are set anew, the view stays where it is
    const follow = async () => {
      const changed = await stateNow()
      unmark()
      unmark = markWay(viewer, changed)
    }
    figure.addEventListener('diagram-changed', () => void follow().catch(console.error))
    wait?.remove()
  } catch (error) {
    canvas.remove()
    if (wait) wait.textContent = words.failed ?? ''
    console.error(error)
  }
}

async function get(url: string): Promise<Response> {
  const answer = await fetch(url, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer
}

function label(canvas: HTMLElement, words: Words): void {
  const svg = canvas.querySelector('svg[tabindex]')
  svg?.setAttribute('role', 'group')
  svg?.setAttribute('aria-label', `${words.label ?? ''}：${words.keys ?? ''}`)
}
