/** The keys of the house: / search, j and k along the rows, Enter opens, c claims, ? says so. */
export function startShortcuts(): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-shortcuts]')
  const actions: Readonly<Record<string, () => boolean>> = {
    '/': () => focusSearch(),
    j: () => moveRow(1),
    k: () => moveRow(-1),
    c: () => press('[data-claim]'),
    '?': () => open(dialog),
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    if (actions[event.key]?.()) event.preventDefault()
  })
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-open-shortcuts]')) {
    button.hidden = false
    button.addEventListener('click', () => open(dialog))
  }
}

function isTyping(target: EventTarget | null): boolean {
  // a diagram has keys of its own
  return (
    target instanceof Element && target.closest('input, textarea, select, dialog, .bjs-container') !== null
  )
}

function focusSearch(): boolean {
  const visible = [...document.querySelectorAll<HTMLInputElement>('[data-search]')].filter(
    input => input.offsetParent !== null,
  )
  // the list's own search box comes after the one at the head of the page, and is meant when there is one
  const input = visible.at(-1)
  input?.focus()
  input?.select()
  return input !== undefined
}

function moveRow(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row]')].flatMap(
    row => row.querySelector<HTMLElement>('a[href]') ?? [],
  )
  const here = links.findIndex(link => link === document.activeElement)
  const next = links[here === -1 ? (step > 0 ? 0 : links.length - 1) : here + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}

function press(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector)
  button?.click()
  return button !== null
}

function open(dialog: HTMLDialogElement | null): boolean {
  if (dialog && !dialog.open) dialog.showModal()
  return dialog !== null
}
