/** Menus are `details`; they close when one clicks elsewhere or presses Escape. */
export function closeMenus(): void {
  const menus = () => document.querySelectorAll<HTMLDetailsElement>('details:is(.account, .menu)[open]')
  document.addEventListener('click', ({ target }) => {
    const chosen = (target as Element).closest('.menu button') !== null
    for (const menu of menus()) if (chosen || !menu.contains(target as Node)) menu.open = false
  })
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const menu of menus()) {
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
  })
}
