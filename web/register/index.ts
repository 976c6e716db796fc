import { itemBox } from '../item-box/item-box'
import { keepDraft } from './draft'
import { lookUpSimilar } from './similar'

// The clerk types while the person speaks: the first open line has the cursor, and no hand needs to leave the keys.
const form = document.querySelector<HTMLFormElement>('form[data-register]')
if (form) {
  for (const box of form.querySelectorAll<HTMLElement>('[data-item-box]')) itemBox(box)
  lookUpSimilar(form)
  keepDraft(form)
  if (!document.querySelector('[data-error-summary]')) {
    const open = [...form.querySelectorAll<HTMLInputElement>('input[type=text], input[type=tel], textarea')]
    open.find(control => control.value === '' && control.ariaRequired === 'true')?.focus()
  }
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(form.querySelector<HTMLButtonElement>('[type=submit]'))
  })
  form.querySelector('[data-keys]')?.removeAttribute('hidden')
}
