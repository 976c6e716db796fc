/** Whether what must be answered in this step is. What else could be wrong the server says. */
export function isAnswered(section: HTMLElement): boolean {
  return required(section).every(isGiven)
}

/** Says beside each open question that it must be answered, until it is. */
export function markUnanswered(section: HTMLElement, words: string): void {
  const open = required(section).filter(field => !isGiven(field))
  for (const field of open) {
    if (field.querySelector('.field-error')) continue
    const line = document.createElement('p')
    line.className = 'field-error'
    line.setAttribute('role', 'alert')
    line.textContent = words
    const label = field.querySelector('label.form-label, legend')
    label?.after(line)
    field.classList.add('field-wrong')
    field.addEventListener(
      'input',
      () => {
        line.remove()
        field.classList.remove('field-wrong')
      },
      { once: true },
    )
  }
  open[0]?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}

function required(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('.field')].filter(field =>
    field.querySelector('.required'),
  )
}

function isGiven(field: HTMLElement): boolean {
  const controls = [...field.querySelectorAll<HTMLInputElement>('input, select, textarea')]
  return controls.some(control => (control.type === 'radio' ? control.checked : control.value.trim() !== ''))
}
