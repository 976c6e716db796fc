import { Idiomorph } from 'idiomorph'

/** The part of the page that changes. */
export function board(): HTMLElement | null {
  return document.getElementById('board')
}

/** The state of the board that is shown. */
export function shownRevision(): string | undefined {
  return board()?.dataset.revision
}

/** Told when the board was brought up to date. */
export const boardChanged = 'board-changed'

/**
 * Brings the board up to date where it stands: what a person has opened, ticked, focused or typed stays as it is; only
 * what the server says otherwise changes. A diagram that is drawn is told to look again, not drawn anew.
 */
export function showBoard(html: string): void {
  const old = board()
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('board')
  if (!old || !fresh) return
  const ticked = new Set(ticks(old).flatMap(box => (box.checked ? keyOf(box) : [])))
  void Idiomorph.morph(old, fresh, {
    morphStyle: 'outerHTML',
    callbacks: {
      beforeNodeMorphed: node => !(node instanceof Element && node.matches('[data-bpmn-viewer]')),
      beforeAttributeUpdated: (name, element) => !isThePersons(name, element),
    },
  })
  // a line that has become red stands in another list now, and is ticked still
  for (const box of ticks(document)) if (ticked.has(keyOf(box))) box.checked = true
  for (const figure of document.querySelectorAll('#board [data-bpmn-viewer]'))
    figure.dispatchEvent(new Event('diagram-changed'))
  document.dispatchEvent(new Event(boardChanged))
}

/** The tick boxes of the lines. */
export function ticks(within: ParentNode): HTMLInputElement[] {
  return [...within.querySelectorAll<HTMLInputElement>('input[name=target]')]
}

/** What a box stands for, whoever has the task meanwhile: number, deadline and task without the task's revision. */
export function keyOf(box: HTMLInputElement): string {
  return box.value.replace(/~\d*$/, '')
}

function isThePersons(attribute: string, element: Element): boolean {
  switch (attribute) {
    case 'open':
      return element instanceof HTMLDetailsElement
    case 'checked':
      return element instanceof HTMLInputElement
    case 'hidden':
      return element.matches('[data-tick-all]')
    default:
      return false
  }
}
