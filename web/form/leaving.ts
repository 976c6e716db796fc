/** Asks before a page is left with something typed that was not sent. The browser words the question itself. */
export function guardLeaving(form: HTMLFormElement): void {
  let unsaved = false
  form.addEventListener('input', () => (unsaved = true))
  form.addEventListener('submit', () => (unsaved = false))
  form.addEventListener('draft-saved', () => (unsaved = false))
  window.addEventListener('beforeunload', event => {
    if (unsaved) event.preventDefault()
  })
}
