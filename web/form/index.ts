import { saveDrafts } from './drafts'
import { countCharacters } from './character-count'
import { keepLead } from './departments'
import { warnOfIdNumbers } from './id-numbers'
import { guardLeaving } from './leaving'
import { showFields } from './show-when'
import { submitOnce } from './submit-once'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) {
  keepLead(form)
  showFields(form)
  countCharacters(form)
  warnOfIdNumbers(form)
  submitOnce(form)
  saveDrafts(form)
  guardLeaving(form)
}
