/** Lets the columns be put in order by dragging, or one step at a time; the numbers beside them follow, and are what is sent. */
export function arrange(form: HTMLElement): void {
  const list = form.querySelector('ol')
  if (!list) return
  const rows = () => [...list.querySelectorAll<HTMLElement>('[data-column]')]
  const number = () => {
    rows().forEach((row, index) => {
      const order = row.querySelector<HTMLInputElement>('.column-order input')
      if (order) order.value = String(index + 1)
    })
  }
  let dragged: HTMLElement | null = null
  for (const row of rows()) {
    row.draggable = true
    for (const part of row.querySelectorAll<HTMLElement>('[data-grip], [data-move]')) part.hidden = false
    const order = row.querySelector<HTMLElement>('.column-order')
    if (order) order.hidden = true
    row.addEventListener('dragstart', event => {
      dragged = row
      row.classList.add('is-dragged')
      event.dataTransfer?.setData('text/plain', '')
    })
    row.addEventListener('dragend', () => {
      dragged = null
      row.classList.remove('is-dragged')
      number()
    })
    row.addEventListener('dragover', event => {
      if (!dragged) return
      event.preventDefault()
      if (dragged === row) return
      const place = row.getBoundingClientRect()
      const after = event.clientY > place.top + place.height / 2
      list.insertBefore(dragged, after ? row.nextElementSibling : row)
    })
    const step = (button: string, to: () => Element | null | undefined) => {
      row.querySelector<HTMLElement>(button)?.addEventListener('click', event => {
        const before = to()
        if (before === undefined) return
        list.insertBefore(row, before)
        number()
        ;(event.currentTarget as HTMLElement).focus()
      })
    }
    step('[data-up]', () => row.previousElementSibling ?? undefined)
    step('[data-down]', () =>
      row.nextElementSibling ? row.nextElementSibling.nextElementSibling : undefined,
    )
  }
}
