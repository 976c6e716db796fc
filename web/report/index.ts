import { itemBox } from '../item-box/item-box'
import { draftOf, dropDraft } from './draft'
import { startSteps } from './steps'
import { narrowWindows } from './windows'

const form = document.querySelector<HTMLFormElement>('form[data-report]')
if (form) {
  const draft = draftOf(form)
  narrowWindows(form)
  for (const box of form.querySelectorAll<HTMLElement>('[data-item-box]')) itemBox(box)
  startSteps(form, draft)
}
// it has arrived: what was kept in case it would not is not needed any more
if (document.querySelector('[data-report-arrived]')) dropDraft()
