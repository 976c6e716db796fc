import { word } from './words'

// 18 digits of an identity card, its last may be X; 16 to 19 of a bank card, perhaps in groups of four
const idNumber = /(?<!\d)(\d{17}[\dXx]|\d{4}([ -]?\d{4}){3}([ -]?\d{1,3})?)(?!\d)/g

/** Nobody needs to write an ID or bank number here; who does is told, and can have it made unreadable. */
export function warnOfIdNumbers(form: HTMLFormElement): void {
  for (const control of form.querySelectorAll<HTMLTextAreaElement>('[data-free-text]')) {
    const line = document.createElement('p')
    line.className = 'field-hint field-hint-strong'
    line.setAttribute('role', 'status')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-sm btn-outline-primary'
    button.textContent = word('idMask')
    button.hidden = true
    line.hidden = true
    control.after(line, button)
    const update = () => {
      const found = control.value.search(idNumber) !== -1
      line.hidden = button.hidden = !found
      line.textContent = found ? word('idHint') : ''
    }
    control.addEventListener('input', update)
    button.addEventListener('click', () => {
      control.value = control.value.replaceAll(
        idNumber,
        number => `${number.slice(0, 3)}****${number.slice(-2)}`,
      )
      control.dispatchEvent(new Event('input', { bubbles: true }))
      control.focus()
    })
    update()
  }
}
