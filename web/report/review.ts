import type { Words } from './words'

/** Lists what was answered, a row for each step, with a way back to it. */
export function showReview(
  review: Element,
  sections: readonly HTMLElement[],
  words: Words,
  change: (step: number) => void,
): void {
  const rows = sections.map((section, step) => {
    const title = section.dataset.title ?? ''
    const given = answersIn(section)
    const answer = element('dd', given.length > 0 ? given.join('\n') : words.noAnswer)
    answer.classList.toggle('report-unanswered', given.length === 0)
    const button = element('button', words.change)
    button.type = 'button'
    button.className = 'btn btn-link'
    button.setAttribute('aria-label', words.changeOf(title))
    button.addEventListener('click', () => change(step))
    const action = element('dd', '')
    action.append(button)
    const row = element('div', '')
    row.append(element('dt', title), answer, action)
    return row
  })
  review.querySelector('dl')?.replaceChildren(...rows)
}

/** What stands in a step, in the words that were chosen or typed. */
export function answersIn(section: Element): string[] {
  const controls = section.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input, select, textarea',
  )
  const files = [...section.querySelectorAll('[data-file-name]')].map(name => name.textContent)
  const answers = [...controls].flatMap(control => {
    const words = answerOf(control)?.trim() ?? ''
    return words === '' ? [] : words
  })
  return [...answers, ...files]
}

function answerOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string | undefined {
  if (control.value === '' || control.type === 'file') return undefined
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text
  if (control.type !== 'radio') return control.value
  return (control as HTMLInputElement).checked ? control.closest('label')?.textContent : undefined
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  words: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = words
  return made
}
