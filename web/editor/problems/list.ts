import type { LintProblem } from '../../../src/engine/lint/problem'
import type { Drawn } from '../drawn'
import type { Words } from '../words'
import type { Fix } from './fix'
import { partOf } from '../page-parts'

/** The list beneath the drawing, for mouse and keys. */
export interface ProblemList {
  show(problems: readonly LintProblem[]): void
  /** to the first problem of an element, opening the list */
  tell(elementId: string): void
  /** says that nobody can look the diagram over here */
  fail(): void
}

interface Doing {
  /** brings the element into sight and selects it */
  readonly goTo: (elementId: string) => void
  /** what can be done about it at once; nothing where only a person can say */
  readonly fixOf: (problem: LintProblem) => Fix | undefined
}

/** Shows problems in the order they come (errors first), each with its remedy, and a button where one is obvious. */
export function createList(section: HTMLElement, words: Words, drawn: Drawn, doing: Doing): ProblemList {
  const part = (name: string) => partOf(section, name, HTMLElement)
  const [list, count, toggle] = [part('problem-list'), part('problem-count'), part('problem-toggle')]
  const isOpen = () => toggle.getAttribute('aria-expanded') === 'true'
  const open = (yes: boolean) => {
    toggle.setAttribute('aria-expanded', String(yes))
    list.hidden = !yes
    section.classList.toggle('is-open', yes)
  }
  toggle.addEventListener('click', () => {
    open(!isOpen())
  })
  list.addEventListener('keydown', stepByArrows)

  return {
    show(problems) {
      const focused = focusedPlace(list)
      const errors = problems.filter(({ severity }) => severity === 'error').length
      const warnings = problems.length - errors
      count.textContent =
        problems.length === 0 ? words('problems.none') : words('problems.count', { errors, warnings })
      section.classList.toggle('has-errors', errors > 0)
      section.classList.toggle('is-clean', problems.length === 0)
      list.replaceChildren(...problems.map(row))
      if (focused >= 0) goesOn(list, focused)
    },
    tell(elementId) {
      open(true)
      const found = [...list.querySelectorAll<HTMLElement>('[data-element]')]
      found.find(({ dataset }) => dataset.element === elementId)?.focus()
    },
    fail() {
      count.textContent = words('problems.failed')
    },
  }

  function row(problem: LintProblem): HTMLElement {
    const item = document.createElement('li')
    item.className = `editor-problem is-${problem.severity}`
    const go = document.createElement('button')
    go.type = 'button'
    go.className = 'editor-problem-go'
    const kind = document.createElement('span')
    kind.className = 'editor-problem-kind'
    kind.append(
      drawn(problem.severity === 'error' ? 'incident' : 'warning'),
      words(`problems.${problem.severity}`),
    )
    const message = document.createElement('span')
    message.textContent = problem.message
    go.append(kind, message)
    const { elementId } = problem
    if (elementId === undefined) go.disabled = true
    else {
      go.dataset.element = elementId
      go.addEventListener('click', () => {
        doing.goTo(elementId)
      })
    }
    item.append(go)
    const fix = doing.fixOf(problem)
    if (fix) item.append(fixButton(fix))
    return item
  }

  function fixButton(fix: Fix): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-outline-primary editor-problem-fix'
    button.append(drawn('fix'), fix.label)
    button.addEventListener('click', fix.apply)
    return button
  }
}

function buttonsOf(list: HTMLElement): HTMLButtonElement[] {
  return [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
}

function focusedPlace(list: HTMLElement): number {
  return buttonsOf(list).findIndex(button => button === document.activeElement)
}

/** Rows are made anew after each stroke; whoever is in the list stays in it. */
function goesOn(list: HTMLElement, place: number): void {
  const buttons = buttonsOf(list)
  buttons[Math.min(place, buttons.length - 1)]?.focus()
}

function stepByArrows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const buttons = buttonsOf(event.currentTarget as HTMLElement)
  const at = buttons.findIndex(button => button === document.activeElement)
  buttons[at + step]?.focus()
  event.preventDefault()
}
