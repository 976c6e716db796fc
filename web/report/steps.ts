import type { Draft } from './draft'
import { placesOf } from './places'
import { sendFiles } from './files'
import { isAnswered, markUnanswered } from './required'
import { answersIn, showReview } from './review'
import { wordsOf } from './words'

/**
 * Shows the form a question at a time. The browser's back and forward go a step back and forward; nothing is left out
 * of the form, only hidden, so that going anywhere loses nothing.
 */
export function startSteps(form: HTMLFormElement, draft: Draft): void {
  const sections = [...form.querySelectorAll<HTMLElement>('[data-step]')]
  const asked = sections.filter(section => !section.matches('[data-review]'))
  const last = sections.length - 1
  const words = wordsOf(form)
  const places = placesOf(form)
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-${name}]`)
  const [back, next, review] = [part('back'), part('next'), part('review')]
  const summary = document.querySelector<HTMLElement>('[data-error-summary]')
  let here = 0
  let reviewed = false // once all was looked over, a change leads back to the list

  const show = (step: number) => {
    here = Math.min(Math.max(step, 0), last)
    sections.forEach((section, index) => (section.hidden = index !== here))
    for (const element of form.querySelectorAll<HTMLElement>('[data-at-end]')) element.hidden = here !== last
    const intro = document.querySelector<HTMLElement>('[data-intro] .asks')
    if (intro) intro.hidden = here !== 0
    if (back) back.hidden = here === 0
    if (next) next.hidden = here === last
    showProgress(form, words.progress(here + 1, last + 1), here + 1)
    if (here === last) {
      reviewed = true
      if (review) showReview(review, asked, words, go)
      if (summary && stillWrong() === null) summary.hidden = true
    }
    nameNext()
  }
  const turnTo = (step: number) => {
    show(step)
    sections[here]?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    form.scrollIntoView({ block: 'start' })
  }
  const go = (step: number) => {
    places.add(step)
    turnTo(step)
    draft.keep(here)
  }
  const goOn = () => {
    const section = sections[here]
    if (!section) return
    if (!isAnswered(section)) markUnanswered(section, words.answerFirst)
    else go(reviewed ? (stillWrong() ?? last) : here + 1)
  }
  /** Of what the server refused, the next that nobody has touched since. */
  const stillWrong = () => stepOf(section => section.querySelector('.field-wrong:not([data-touched])'))
  const stepOf = (has: (section: HTMLElement) => unknown) => {
    const step = sections.findIndex((section, index) => index !== here && has(section))
    return step === -1 ? null : step
  }
  const nameNext = () => {
    const section = sections[here]
    if (!next || !section) return
    const skips = !section.querySelector('.required') && answersIn(section).length === 0
    next.textContent = skips ? words.skip : reviewed ? words.toReview : words.next
  }

  // each is a button that sends the form, for who has no script
  const instead = (button: HTMLElement | null, act: () => void) =>
    button?.addEventListener('click', event => {
      event.preventDefault()
      act()
    })
  instead(next, goOn)
  instead(part('enter'), goOn)
  instead(back, () => history.back())
  places.onReturn(turnTo)
  form.addEventListener('input', ({ target }) => {
    ;(target as Element).closest('.field-wrong')?.setAttribute('data-touched', '')
    nameNext()
    draft.keep(here)
  })
  form.addEventListener('reset', () => {
    // the fields are emptied once all have heard of it
    window.setTimeout(() => {
      reviewed = false
      places.add(0)
      turnTo(0)
    })
  })
  // Enter in a line of text would send the whole form: it goes on to the next question instead
  form.addEventListener(
    'submit',
    event => {
      if (here === last && isForServer(event.submitter)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (here !== last) goOn()
    },
    { capture: true },
  )
  // a link of the list of errors leads to a field that may stand in a hidden step
  summary?.addEventListener('click', event => {
    const field = document.getElementById((event.target as Element).closest('a')?.hash.slice(1) ?? '')
    const step = sections.findIndex(section => section.contains(field))
    if (!field || step === -1) return
    event.preventDefault()
    if (step !== here) go(step)
    field.focus()
  })

  /** Sent only with its files, and only when there is a line to send it over. */
  const isForServer = (button: HTMLElement | null) => {
    const why = files.busy() ? words.wait : navigator.onLine ? '' : words.offline
    const line = part('offline')
    if (line) {
      line.textContent = why
      line.hidden = why === ''
    }
    return why === '' || button?.getAttribute('name') === 'mask'
  }
  const files = sendFiles(form, words, () => {
    if (here === last && review) showReview(review, asked, words, go)
    nameNext()
  })

  const wrong = sections.findIndex(section => section.querySelector('.field-wrong'))
  // sent with errors it was looked over before: after each correction back to the list
  reviewed = wrong !== -1
  show(places.begin(reviewed ? wrong : draft.step))
}

function showProgress(form: HTMLFormElement, words: string, value: number): void {
  const progress = form.querySelector<HTMLElement>('[data-progress]')
  const [line, bar] = [progress?.querySelector('p'), progress?.querySelector('progress')]
  if (progress) progress.hidden = false
  if (line) line.textContent = words
  if (bar) bar.value = value
}
