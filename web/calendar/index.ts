import { readIntoForm } from './read-file'
import { follow } from '../progress/progress'

const form = document.querySelector<HTMLFormElement>('form[data-calendar-import]')
if (form) readIntoForm(form)
const progress = document.querySelector<HTMLElement>('[data-change-progress]')
if (progress) follow(progress, progress.dataset.changeProgress ?? '')
