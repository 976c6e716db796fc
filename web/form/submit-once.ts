import { word } from './words'

/** A second click while the first is on its way does nothing; coming back to the page it works again. */
export function submitOnce(form: HTMLFormElement): void {
  let sending: { button: HTMLElement; words: string } | undefined
  form.addEventListener('submit', event => {
    if (sending) {
      event.preventDefault()
      return
    }
    const button = event.submitter ?? form
    sending = { button, words: button.textContent }
    form.setAttribute('aria-busy', 'true')
    if (button !== form) {
      button.setAttribute('aria-disabled', 'true')
      button.textContent = word('sending')
    }
  })
  window.addEventListener('pageshow', () => {
    if (!sending) return
    form.removeAttribute('aria-busy')
    if (sending.button !== form) {
      sending.button.removeAttribute('aria-disabled')
      sending.button.textContent = sending.words
    }
    sending = undefined
  })
}
