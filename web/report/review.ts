/** One step of the form: its section, and what it is called in the list at the end. */
export interface Step {
  readonly section: HTMLElement
  readonly title: string
}

interface Words {
  readonly noAnswer: string
  readonly change: string
  changeOf(title: string): string
}

/** Lists what was answered, a row for each step, with a way back to it. */
export function showReview(
  list: Element,
  steps: readonly Step[],
  words: Words,
  change: (step: number) => void,
) {
  list.replaceChildren(
    ...steps.map(({ section, title }, index) => {
      const row = document.createElement('div')
      const [term, answer, button] = [
        document.createElement('dt'),
        document.createElement('dd'),
        document.createElement('button'),
      ]
      const given = answersIn(section)
      term.textContent = title
      answer.textContent = given.length > 0 ? given.join('\n') : words.noAnswer
      answer.classList.toggle('report-unanswered', given.length === 0)
      button.type = 'button'
      button.className = 'btn btn-link'
      button.textContent = words.change
      button.setAttribute('aria-label', words.changeOf(title))
      button.addEventListener('click', () => change(index))
      const action = document.createElement('dd')
      action.append(button)
      row.append(term, answer, action)
      return row
    }),
  )
}

/** What stands in a step, in the words that were chosen or typed. */
export function answersIn(section: Element): string[] {
  const controls = section.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input, select, textarea',
  )
  return [...controls].flatMap(control => {
    if (control.value === '') return []
    if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text ?? []
    if (control.type === 'radio')
      return (control as HTMLInputElement).checked ? (control.closest('label')?.textContent.trim() ?? []) : []
    return control.value.trim() === '' ? [] : control.value.trim()
  })
}
