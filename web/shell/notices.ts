/** After a form comes back with errors the list of them has the focus, so that it is the first thing heard. */
export function focusNotice(): void {
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus()
}
