import { boardChanged, ticks } from './board'
import type { Refresh } from './refresh'
import type { Say } from './words'

/**
 * Sends what is asked of the lines without leaving the page, so that the board stays where it was scrolled to. Without
 * the script the form is posted as forms are. A second click while the first is on its way does nothing.
 */
export function startActing(say: Say, refresh: Refresh): void {
  const form = document.querySelector<HTMLFormElement>('#acting')
  const said = form?.querySelector<HTMLElement>('[data-said]')
  if (!form || !said) return
  let sending = false

  const tell = (words: string, wrong: boolean) => {
    form.querySelector('[data-problem]')?.remove()
    said.textContent = words
    said.classList.toggle('is-wrong', wrong)
    document.dispatchEvent(new Event(boardChanged))
  }
  const send = async (body: URLSearchParams, ofTicked: boolean) => {
    const answer = await post(form.action, body)
    if (answer === null) {
      tell(say('notSent'), true)
      return
    }
    const { sentence, submissionId, problem, title, advice } = answer
    if (sentence === undefined || submissionId === undefined) {
      tell(problem ?? `${title ?? ''} ${advice ?? ''}`, true)
      return
    }
    // done: the next press is another one
    if (ofTicked) for (const box of ticks(document)) box.checked = false
    fill('message', '')
    fill('to', '')
    fill('submissionId', submissionId)
    tell(sentence, false)
    await refresh()
  }

  const fill = (name: string, value: string) => {
    const field = form.elements.namedItem(name)
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      field.value = value
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    // Enter in a tick box: no button was meant
    if (sending || event.submitter?.matches('[data-nothing]')) return
    sending = true
    form.setAttribute('aria-busy', 'true')
    tell(say('sending'), false)
    // the form has words only
    const fields = [...new FormData(form, event.submitter)].map(([name, value]) => [name, value as string])
    const ofTicked = event.submitter?.getAttribute('name') !== 'only'
    void send(new URLSearchParams(fields), ofTicked).finally(() => {
      sending = false
      form.removeAttribute('aria-busy')
    })
  })
}

interface Answer {
  /** what was done */
  readonly sentence?: string
  /** of the next form */
  readonly submissionId?: string
  /** what is wrong with the form */
  readonly problem?: string
  /** any other fault: signed out, the form too old */
  readonly title?: string
  readonly advice?: string
}

async function post(url: string, body: URLSearchParams): Promise<Answer | null> {
  try {
    const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } })
    return (await answer.json()) as Answer
  } catch {
    return null
  }
}
