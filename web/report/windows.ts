/** Shows only the windows of the chosen place; without the script they stand in groups, each under its place. */
export function narrowWindows(form: HTMLFormElement): void {
  const place = form.elements.namedItem('place') as HTMLSelectElement | null
  const windows = form.elements.namedItem('window') as HTMLSelectElement | null
  if (!place || !windows) return
  const groups = [...windows.querySelectorAll('optgroup')]
  const update = () => {
    const name = place.value === '' ? null : place.selectedOptions[0]?.text
    // taken out rather than hidden: not every browser hides a group of options
    for (const group of groups) {
      if (name === null || group.label === name) windows.append(group)
      else group.remove()
    }
    if (windows.selectedIndex === -1) windows.value = ''
  }
  place.addEventListener('change', update)
  form.addEventListener('reset', () => window.setTimeout(update))
  update()
}
