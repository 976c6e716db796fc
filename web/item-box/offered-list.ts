import type { Offered } from './ask'

/** The list beneath the field, as a combobox has it (WAI-ARIA authoring practices, list autocomplete). */
export interface OfferedList {
  readonly open: boolean
  show(items: readonly Offered[], choose: (item: Offered) => void): void
  /** whether there was something to do, for all three */
  move(by: 1 | -1): boolean
  take(): boolean
  close(): boolean
  /** for who hears the page */
  say(words: string): void
}

export function openList(box: HTMLElement, input: HTMLInputElement): OfferedList {
  const list = document.createElement('ul')
  list.id = `${input.id}-offered`
  list.className = 'offered'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', box.dataset.label ?? '')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  input.after(list, status)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')
  let chosen = -1
  let take: (() => void)[] = []

  const mark = (index: number) => {
    chosen = index
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index))
      if (at === index) option.scrollIntoView({ block: 'nearest' })
    }
    if (index === -1) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `${list.id}-${index}`)
  }
  const setOpen = (open: boolean) => {
    list.hidden = !open
    input.setAttribute('aria-expanded', String(open))
    mark(-1)
  }

  return {
    get open() {
      return !list.hidden
    },
    show(items, choose) {
      take = items.map(item => () => choose(item))
      list.replaceChildren(
        ...items.map((item, index) => optionOf(item, `${list.id}-${index}`, () => choose(item))),
      )
      setOpen(items.length > 0)
    },
    move(by) {
      const count = list.children.length
      mark(chosen === -1 && by === -1 ? count - 1 : (chosen + by + count) % count)
      return true
    },
    take() {
      const act = take[chosen]
      act?.()
      return act !== undefined
    },
    close() {
      setOpen(false)
      return true
    },
    say(words) {
      status.textContent = words
    },
  }
}

function optionOf({ name, department }: Offered, id: string, choose: () => void): HTMLLIElement {
  const option = document.createElement('li')
  option.id = id
  option.setAttribute('role', 'option')
  const title = document.createElement('span')
  title.textContent = name
  option.append(title)
  if (department !== null) {
    const whose = document.createElement('span')
    whose.className = 'offered-whose'
    whose.textContent = department
    option.append(whose)
  }
  // before the field loses the cursor
  option.addEventListener('pointerdown', event => {
    event.preventDefault()
    choose()
  })
  return option
}
