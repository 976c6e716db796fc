import type { Draft } from './draft'
import { isAnswered, markUnanswered } from './required'
import { answersIn, showReview, type Step } from './review'

/**
 * Shows the form a question at a time. The browser's back and forward go a step back and forward; nothing is left out
 * of the form, only hidden, so that going anywhere loses nothing.
 */
export function startSteps(form: HTMLFormElement, draft: Draft): void {
  const sections = [...form.querySelectorAll<HTMLElement>('[data-step]')]
  const steps = sections
    .filter(section => !section.matches('[data-review]'))
    .map(section => ({ section, title: section.dataset.title ?? '' }))
  const last = sections.length - 1
  const words = wordsOf(form)
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-${name}]`)
  const [back, next, progress] = [part('back'), part('next'), part('progress')]
  let here = 0
  let reviewed = false // once all was looked over, a change leads back to the list

  const show = (step: number, focus: boolean) => {
    here = Math.min(Math.max(step, 0), last)
    sections.forEach((section, index) => (section.hidden = index !== here))
    for (const element of form.querySelectorAll<HTMLElement>('[data-at-end]')) element.hidden = here !== last
    for (const element of document.querySelectorAll<HTMLElement>('[data-intro] .asks'))
      element.hidden = here !== 0
    if (back) back.hidden = here === 0
    if (next) next.hidden = here === last
    if (progress) {
      progress.hidden = false
      const [line, bar] = [progress.querySelector('p'), progress.querySelector('progress')]
      if (line) line.textContent = fill(words.progress, { step: here + 1, count: last + 1 })
      if (bar) bar.value = here + 1
    }
    const summary = document.querySelector<HTMLElement>('[data-error-summary]')
    if (summary) summary.hidden = stillWrong() === null && here === last
    if (here === last) {
      reviewed = true
      const list = form.querySelector('.report-review')
      const reviewWords = { ...words, changeOf: (title: string) => fill(words.changeOf, { title }) }
      if (list) showReview(list, steps, reviewWords, go)
    }
    nameNext()
    if (focus) {
      sections[here]?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
      form.scrollIntoView({ block: 'start' })
    }
  }
  const nameNext = () => {
    const section = sections[here]
    if (!next || !section || here === last) return
    const skips = !section.querySelector('[aria-required], .required') && answersIn(section).length === 0
    next.textContent = skips ? words.skip : reviewed ? words.toReview : words.next
  }
  const go = (step: number) => {
    history.pushState({ step }, '')
    show(step, true)
    draft.keep(here)
  }
  /** Of what the server refused, the next that nobody has touched since. */
  const stillWrong = () => {
    const step = sections.findIndex(
      (section, index) => index !== here && section.querySelector('.field-wrong:not([data-touched])'),
    )
    return step === -1 ? null : step
  }
  const goOn = () => {
    const section = sections[here]
    if (!section) return
    if (!isAnswered(section)) markUnanswered(section, words.answerFirst)
    else go(reviewed ? (stillWrong() ?? last) : here + 1)
  }

  next?.addEventListener('click', goOn)
  back?.addEventListener('click', () => history.back())
  window.addEventListener('popstate', ({ state }) => {
    show((state as { step?: number } | null)?.step ?? 0, true)
  })
  form.addEventListener('input', ({ target }) => {
    ;(target as Element).closest('.field-wrong')?.setAttribute('data-touched', '')
    nameNext()
    draft.keep(here)
  })
  // Enter in a line of text would send the whole form: it goes on to the next question instead
  form.addEventListener(
    'submit',
    event => {
      if (here === last) return
      event.preventDefault()
      event.stopImmediatePropagation()
      goOn()
    },
    { capture: true },
  )
  // a link of the list of errors leads to a field that may stand in a hidden step
  document.querySelector('[data-error-summary]')?.addEventListener('click', event => {
    const target = (event.target as Element).closest('a')?.hash.slice(1)
    const step = sections.findIndex(section => target && section.querySelector(`#${CSS.escape(target)}`))
    if (step === -1) return
    event.preventDefault()
    go(step)
    document.getElementById(target ?? '')?.focus()
  })

  form.dataset.ready = ''
  const wrong = sections.findIndex(section => section.querySelector('.field-wrong'))
  const begin = wrong === -1 ? (historyStep() ?? draft.step ?? 0) : wrong
  // sent with errors it was looked over before: after each correction back to the list
  reviewed = wrong !== -1
  beginAt(begin)
  show(begin, false)
}

/** The browser's "back" leads through the steps even when one begins in the middle. */
function beginAt(step: number): void {
  if (historyStep() !== null) return
  history.replaceState({ step: 0 }, '')
  for (let index = 1; index <= step; index += 1) history.pushState({ step: index }, '')
}

function historyStep(): number | null {
  return (history.state as { step?: number } | null)?.step ?? null
}

function wordsOf(form: HTMLFormElement) {
  return JSON.parse(form.dataset.report ?? '{}') as Record<
    'progress' | 'next' | 'skip' | 'toReview' | 'answerFirst' | 'noAnswer' | 'change' | 'changeOf',
    string
  >
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))
}
