/** Of several departments one leads: choosing it ticks it, and the first one ticked leads until another is chosen. */
export function keepLead(form: HTMLFormElement): void {
  for (const group of form.querySelectorAll<HTMLElement>('[data-departments]')) {
    group.addEventListener('change', ({ target }) => {
      const row = (target as HTMLElement).closest('.choice-row')
      const tick = row?.querySelector<HTMLInputElement>('[type=checkbox]')
      const lead = row?.querySelector<HTMLInputElement>('[type=radio]')
      if (!tick || !lead) return
      if (target === lead) tick.checked = true
      else if (!tick.checked) lead.checked = false
      const ticked = group.querySelector('[type=checkbox]:checked')?.closest('.choice-row')
      if (ticked && !group.querySelector('[type=radio]:checked'))
        ticked.querySelectorAll<HTMLInputElement>('[type=radio]').forEach(radio => (radio.checked = true))
    })
  }
}
