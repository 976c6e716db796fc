import { follow } from '../progress/progress'
import { arrange } from './columns'

for (const form of document.querySelectorAll<HTMLElement>('[data-columns]')) arrange(form)
for (const part of document.querySelectorAll<HTMLElement>('[data-export-progress]'))
  follow(part, part.dataset.exportProgress ?? '')
