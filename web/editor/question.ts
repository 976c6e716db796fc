import { partOf } from './page-parts'

/** A question with its answers; the last is the careful one, and what Esc means. */
export interface Question<Answer extends string> {
  readonly title: string
  readonly text: string
  /** particulars, one a line */
  readonly details?: readonly string[]
  readonly answers: readonly { readonly value: Answer; readonly label: string }[]
}

export type AskUser = <Answer extends string>(question: Question<Answer>) => Promise<Answer>

/** Asks in the page’s own dialog. Questions wait for one another. */
export function askUser(dialog: HTMLDialogElement): AskUser {
  const part = (name: string) => partOf(dialog, name, HTMLElement)
  let before: Promise<unknown> = Promise.resolve()

  return question => {
    const asked = before.then(() => ask(question))
    before = asked
    return asked
  }

  function ask<Answer extends string>({
    title,
    text,
    details = [],
    answers,
  }: Question<Answer>): Promise<Answer> {
    part('question-title').textContent = title
    part('question-text').textContent = text
    part('question-details').hidden = details.length === 0
    part('question-details').replaceChildren(
      ...details.map(detail => {
        const item = document.createElement('li')
        item.textContent = detail
        return item
      }),
    )
    const careful = answers.at(-1) as { readonly value: Answer }
    return new Promise(settle => {
      let chosen = careful.value
      part('question-answers').replaceChildren(
        ...answers.map(({ value, label }, index) => {
          const button = document.createElement('button')
          button.type = 'button'
          button.className = index === 0 ? 'btn btn-primary' : 'btn btn-outline-primary'
          button.textContent = label
          button.addEventListener('click', () => {
            chosen = value
            dialog.close()
          })
          return button
        }),
      )
      dialog.addEventListener(
        'close',
        () => {
          settle(chosen)
        },
        { once: true },
      )
      dialog.showModal()
    })
  }
}
