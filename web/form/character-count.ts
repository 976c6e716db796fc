import { word } from './words'

/** Says beneath a text how much of its limit is left, once it is nearly used up; the server has the last word. */
export function countCharacters(form: HTMLFormElement): void {
  for (const control of form.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) {
    const limit = Number(control.dataset.limit)
    const line = document.createElement('p')
    line.className = 'field-hint'
    line.setAttribute('role', 'status')
    control.after(line)
    const update = () => {
      const left = limit - control.value.length
      line.hidden = left > limit / 5 && left > 50
      line.textContent = left < 0 ? word('over', { count: -left }) : word('left', { count: left })
    }
    control.addEventListener('input', update)
    update()
  }
}
