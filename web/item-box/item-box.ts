import { ask, type Offered } from './ask'
import { openList, type OfferedList } from './offered-list'

/**
 * Lets the writer of an item's name choose one of the register by characters, pinyin or its initials. Free text stays
 * free: nothing is put in that was not chosen, and a lost connection takes nothing away.
 *
 * @param box around the field: `data-item-box` is where to ask, `data-found` and `data-none` what to say
 */
export function itemBox(box: HTMLElement): void {
  const input = box.querySelector<HTMLInputElement>('input')
  const address = box.dataset.itemBox
  if (!input || address === undefined) return
  input.removeAttribute('list') // the browser's own list would cover ours
  const list = openList(box, input)
  let asked = 0

  const show = async () => {
    const words = input.value.trim()
    const turn = ++asked
    const items = words === '' ? [] : await ask(address, words)
    // a slow answer to what stood there before says nothing of what stands there now
    if (turn !== asked || items === null) return
    list.show(
      items.filter(({ name }) => name !== words),
      choose,
    )
    list.say(words === '' ? '' : items.length > 0 ? found(box, items.length) : (box.dataset.none ?? ''))
  }
  const choose = (item: Offered) => {
    asked++
    input.value = item.name
    list.close()
    fillDepartment(input.form, item)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
  input.addEventListener('input', event => {
    if (event.isTrusted) later(() => void show())
  })
  input.addEventListener('keydown', event => byKey(event, list))
  input.addEventListener('blur', () => list.close())
}

/** Up and down go through the list, Enter takes, Escape leaves; with nothing shown the keys are the form's. */
function byKey(event: KeyboardEvent, list: OfferedList): void {
  if (event.isComposing || !list.open) return
  const acts: Partial<Record<string, () => boolean>> = {
    ArrowDown: () => list.move(1),
    ArrowUp: () => list.move(-1),
    Enter: () => list.take(),
    Escape: () => list.close(),
  }
  if (acts[event.key]?.()) event.preventDefault()
}

/** Whose item it is, where nobody has said anything else. */
function fillDepartment(form: HTMLFormElement | null, { departmentId }: Offered): void {
  const control = form?.elements.namedItem('department')
  if (departmentId === null || !(control instanceof HTMLSelectElement || control instanceof RadioNodeList))
    return
  if (control.value !== '' && control.value !== 'unknown') return
  control.value = String(departmentId)
  if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event('change', { bubbles: true }))
}

function found({ dataset }: HTMLElement, count: number): string {
  return (dataset.found ?? '').replace('{count}', String(count))
}

// as long as a typist pauses between two characters
const pause = 160
let waiting: number | undefined

function later(act: () => void): void {
  clearTimeout(waiting)
  waiting = window.setTimeout(act, pause)
}
