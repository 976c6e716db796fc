type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What stands in the form, in the types the diagram's conditions expect: booleans, numbers, lists; null for nothing. */
export function valuesOf(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const control of form.elements) {
    if (!isControl(control) || control.name === '' || control.name.startsWith('_')) continue
    if (control.type === 'checkbox') {
      const list = (values[control.name] ??= []) as unknown[]
      if ((control as HTMLInputElement).checked) list.push(Number(control.value))
    } else if (control.type === 'radio') {
      values[control.name] ??= null
      if ((control as HTMLInputElement).checked) values[control.name] = typed(control)
    } else {
      values[control.name] = typed(control)
    }
  }
  return values
}

function isControl(element: Element): element is Control {
  return element.matches('input, select, textarea')
}

function typed(control: Control): unknown {
  const { value } = control
  if (value === '') return null
  if (control.type === 'radio' && (value === 'true' || value === 'false')) return value === 'true'
  return control.inputMode === 'numeric' && /^-?\d+$/.test(value) ? Number(value) : value
}
