import type { LintProblem } from '../../../src/engine/lint/problem'
import type { Overlays, Shape } from '../bpmn-js'
import type { FindShape } from '../find-shape'
import type { Drawn } from '../drawn'
import type { Words } from '../words'

const type = 'problems'
/** A sign stays legible when the whole drawing is looked at, and does not cover it when one looks closely. */
const legible = { min: 0.75, max: 1.25 }

/**
 * Marks the elements that something is wrong with: an eight-cornered sign for errors, a three-cornered one for doubts,
 * with how many. A click tells what. What is drawn nowhere is marked where it belongs.
 */
export function createMarks(
  board: { readonly overlays: Overlays; readonly find: FindShape },
  words: Words,
  drawn: Drawn,
  tell: (elementId: string) => void,
): (problems: readonly LintProblem[]) => void {
  return problems => {
    board.overlays.remove({ type })
    for (const [id, ofElement] of byElement(problems)) {
      const shape = board.find(id)
      if (!shape || isPage(shape)) continue
      board.overlays.add(shape, type, { position: placeOn(shape), scale: legible, html: sign(id, ofElement) })
    }
  }

  function sign(id: string, problems: readonly LintProblem[]): HTMLElement {
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1 // the list is for keys; here they would go through the drawing element by element
    button.className = `editor-mark is-${errors > 0 ? 'error' : 'warning'}`
    button.append(drawn(errors > 0 ? 'incident' : 'warning'), String(problems.length))
    button.title = problems.map(({ message }) => message).join('\n')
    button.setAttribute('aria-label', words('problems.mark', { errors, warnings: problems.length - errors }))
    button.addEventListener('click', () => {
      tell(id)
    })
    return button
  }
}

function byElement(problems: readonly LintProblem[]): ReadonlyMap<string, readonly LintProblem[]> {
  const found = new Map<string, LintProblem[]>()
  for (const problem of problems) {
    const id = problem.elementId ?? ''
    found.set(id, [...(found.get(id) ?? []), problem])
  }
  return found
}

/** The whole drawing has no corner to hang a sign on. */
function isPage({ type: kind }: Shape): boolean {
  return kind === 'bpmn:Process' || kind === 'bpmn:Collaboration'
}

function placeOn({ waypoints, x, y }: Shape): { top: number; left: number } {
  if (!waypoints) return { top: -14, left: -10 }
  const [first, second = first] = waypoints
  const middle = { x: ((first?.x ?? x) + (second?.x ?? x)) / 2, y: ((first?.y ?? y) + (second?.y ?? y)) / 2 }
  const left = Math.min(...waypoints.map(point => point.x))
  const top = Math.min(...waypoints.map(point => point.y))
  return { top: middle.y - top - 10, left: middle.x - left - 10 }
}
