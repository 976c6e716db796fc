import type { Mark } from './mark'
import { openSide } from './side'
import { together, type Together } from './together'

type Words = Readonly<Record<string, string>>

/** Opens both diagrams in their figure; the list of changes beneath then leads to them. */
export async function openSides(figure: HTMLElement): Promise<void> {
  const { marks: marksJson = '[]', words: wordsJson = '{}', icons = '' } = figure.dataset
  const marks = JSON.parse(marksJson) as readonly Mark[]
  const words = JSON.parse(wordsJson) as Words
  const wait = figure.querySelector<HTMLElement>('[data-wait]')
  if (wait) wait.hidden = false
  try {
    const frames = [...figure.querySelectorAll<HTMLElement>('[data-side]')]
    const sides = await Promise.all(frames.map(frame => openSide(frame, marks, words.keys ?? '')))
    const both = together(sides)
    both.fit()
    const first = marks.find(({ id, kind }) => kind !== 'moved' && sides.some(side => side.has(id)))
    if (first) both.show(first.id)
    offerFinding(figure, both, id => sides.some(side => side.has(id)))
    offerTools(figure, both, words, icons)
    wait?.remove()
  } catch (error) {
    if (wait) wait.textContent = words.failed ?? ''
    console.error(error)
  }
}

/** Each heading of the list gets its button, where there is something drawn to go to. */
function offerFinding(figure: HTMLElement, both: Together, isDrawn: (id: string) => boolean): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-find]')) {
    const own = button.dataset.find ?? ''
    const inside = [...(button.closest('li')?.querySelectorAll<HTMLElement>('[data-element]') ?? [])]
    const id = [own, ...inside.map(line => line.dataset.element ?? '')].find(isDrawn)
    if (id === undefined) continue
    button.hidden = false
    button.addEventListener('click', () => {
      both.show(id)
      figure.scrollIntoView({ block: 'nearest' })
    })
  }
}

function offerTools(figure: HTMLElement, both: Together, words: Words, icons: string): void {
  const bar = figure.querySelector<HTMLElement>('[data-bar]')
  const tools = figure.querySelector<HTMLElement>('[data-tools]')
  if (!bar || !tools) return
  bar.hidden = false
  const acts = [
    ['zoomIn', 'zoom-in', () => both.zoom(1.25)],
    ['zoomOut', 'zoom-out', () => both.zoom(0.8)],
    ['fit', 'fit', both.fit],
  ] as const
  for (const [word, icon, act] of acts) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-outline-primary'
    button.append(drawn(icons, icon), ` ${words[word] ?? ''}`)
    button.addEventListener('click', act)
    tools.append(button)
  }
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
