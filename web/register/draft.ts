import { isOnItsWay } from '../draft/sent'
import { dropStored, fieldsOf, fillIn, readStored, writeStored } from '../draft/stored'

const pause = 600
const notWritten = new Set(['_csrf', 'consultation', 'then', 'together'])

/**
 * Keeps what a clerk has typed on this machine, under the account's own name, and offers it when the form is opened
 * again: somebody else may stand at the window by now. The submission's own id is kept with it: sent again after a
 * lost connection it is still one case. What has arrived is forgotten.
 */
export function keepDraft(form: HTMLFormElement): void {
  const name = form.dataset.draft
  const offer = document.querySelector<HTMLElement>('[data-draft-offer]')
  const kept = form.querySelector<HTMLElement>('[data-draft-kept]')
  const submission = form.querySelector<HTMLInputElement>('[name=submissionId]')
  if (name === undefined || !offer || !submission) return
  const unused = submission.value
  const cameBack = document.querySelector('[data-error-summary]') !== null
  const stored = cameBack ? null : readStored(name)
  offer.hidden = stored === null

  let waiting: number | undefined
  const keep = () => {
    if (!writeStored(name, { at: Date.now(), fields: fieldsOf(form, notWritten) })) return
    offer.hidden = true
    form.dispatchEvent(new Event('draft-saved'))
    kept?.removeAttribute('hidden')
  }
  const later = () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(keep, pause)
  }
  form.addEventListener('input', later)
  form.addEventListener('change', later)
  if (cameBack) keep()

  offer.querySelector('[data-draft-continue]')?.addEventListener('click', () => {
    if (stored) fillIn(form, stored.fields)
    offer.hidden = true
    form.querySelector('#description')?.dispatchEvent(new Event('input', { bubbles: true }))
    form.querySelector<HTMLElement>('#item')?.focus()
  })
  for (const button of document.querySelectorAll('[data-draft-clear]'))
    button.addEventListener('click', () => {
      window.clearTimeout(waiting)
      dropStored(name)
      form.reset()
      // the old one may have arrived without our hearing of it; this will be another
      submission.value = unused
      offer.hidden = true
      kept?.setAttribute('hidden', '')
      form.querySelector<HTMLElement>('#item')?.focus()
    })
  form.addEventListener('submit', () => {
    window.clearTimeout(waiting)
    keep()
    isOnItsWay(name)
  })
}
