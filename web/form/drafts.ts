import { word } from './words'

const pause = 1500

/**
 * Keeps what is typed while it is typed: a form with `data-draft-url` is posted there after each pause. The state is
 * said in `[data-draft-status]`; that a draft could not be kept is said too, the form itself goes on.
 */
export function saveDrafts(form: HTMLFormElement): void {
  const url = form.dataset.draftUrl
  if (url === undefined) return
  const status = form.querySelector<HTMLElement>('[data-draft-status]')
  let timer: number | undefined
  const save = async () => {
    // drafts are words: a file is sent when the form is
    const words = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    const body = new URLSearchParams(words)
    const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(
      () => undefined,
    )
    if (answer?.ok) form.dispatchEvent(new Event('draft-saved'))
    if (status) status.textContent = word(answer?.ok ? 'draftSaved' : 'draftFailed')
  }
  form.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), pause)
  })
  form.addEventListener('submit', () => {
    window.clearTimeout(timer)
  })
}
