import { word } from './words'

// 18 digits of an identity card, its last may be X; 16 to 19 of a bank card, perhaps in groups of four
const idNumber = /(?<!\d)(\d{17}[\dXx]|\d{4}([ -]?\d{4}){3}([ -]?\d{1,3})?)(?!\d)/

/** Nobody needs to write an ID or bank number here; who does is told while it can still be taken out. */
export function warnOfIdNumbers(form: HTMLFormElement): void {
  for (const control of form.querySelectorAll<HTMLTextAreaElement>('[data-free-text]')) {
    const line = document.createElement('p')
    line.className = 'field-hint field-hint-strong'
    line.setAttribute('role', 'status')
    line.hidden = true
    control.after(line)
    const update = () => {
      const found = idNumber.test(control.value)
      line.hidden = !found
      line.textContent = found ? word('idHint') : ''
    }
    control.addEventListener('input', update)
    update()
  }
}
