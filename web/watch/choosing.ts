import { boardChanged, keyOf, ticks } from './board'
import type { Say } from './words'

/** Ticking lines: all of a list at once, the same line in two lists as one, and the bar that comes up with the first. */
export function startChoosing(say: Say): void {
  const dock = document.querySelector<HTMLElement>('[data-dock]')
  if (!dock) return
  const title = dock.querySelector<HTMLElement>('[data-selected]')
  const help = dock.querySelector<HTMLElement>('[data-bar-help]')
  const none = dock.querySelector<HTMLElement>('[data-tick-none]')
  const message = dock.querySelector<HTMLTextAreaElement>('textarea')
  const first = title?.textContent ?? ''
  dock.classList.add('is-live')

  const update = () => {
    const chosen = ticks(document).filter(box => box.checked)
    const count = new Set(chosen.map(keyOf)).size
    if (title) title.textContent = count > 0 ? say('selected', { count }) : first
    if (help) help.hidden = count > 0
    if (none) none.hidden = count === 0
    dock.classList.toggle('is-up', count > 0 || (message?.value ?? '') !== '' || hasWords(dock))
    offerPeople(dock, chosen)
    for (const button of document.querySelectorAll<HTMLElement>('[data-tick-all]')) button.hidden = false
  }
  const set = (boxes: readonly HTMLInputElement[], checked: boolean) => {
    const keys = new Set(boxes.map(keyOf))
    for (const box of ticks(document)) if (keys.has(keyOf(box))) box.checked = checked
    update()
  }

  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'target') set([target], target.checked)
  })
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element)) return
    const all = event.target.closest('[data-tick-all]')?.closest('section')
    if (all) set(ticks(all), !ticks(all).every(box => box.checked))
    if (event.target.closest('[data-tick-none]')) set(ticks(document), false)
    const reassign = event.target.closest<HTMLElement>('[data-reassign]')
    const box = document.getElementById(reassign?.dataset.reassign ?? '')
    // a line with several tasks behind it has its choice on the page of the case
    if (!(box instanceof HTMLInputElement) || !box.dataset.role) return
    event.preventDefault()
    set([box], true)
    dock.querySelector<HTMLElement>('select')?.focus()
  })
  message?.addEventListener('input', update)
  document.addEventListener(boardChanged, update)
  update()
  dock.querySelector<HTMLElement>('[data-problem]')?.focus()
}

function hasWords(dock: HTMLElement): boolean {
  return (
    dock.querySelector('[data-problem]') !== null ||
    (dock.querySelector('[data-said]')?.textContent ?? '') !== ''
  )
}

/** Only people of the role that all ticked tasks are for can be given them. */
function offerPeople(dock: HTMLElement, chosen: readonly HTMLInputElement[]): void {
  const roles = new Set(chosen.map(box => box.dataset.role ?? ''))
  for (const group of dock.querySelectorAll<HTMLOptGroupElement>('optgroup'))
    group.disabled = roles.size > 0 && !(roles.size === 1 && roles.has(group.dataset.role ?? ''))
}
