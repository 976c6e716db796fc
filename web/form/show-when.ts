import { evaluate } from 'feelin'
import { valuesOf } from './values'

/**
 * Hides the fields whose `data-show-when` is not true now. The expression is the diagram's own FEEL, over what stands
 * in the form and the case's facts (`data-facts`). A hidden field is not sent; without the script all are shown, and
 * the server asks for none that does not apply.
 */
export function showFields(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-show-when]')]
  if (fields.length === 0) return
  const facts = JSON.parse(form.dataset.facts ?? '{}') as Record<string, unknown>
  const update = () => {
    const context = { ...facts, ...valuesOf(form) }
    for (const field of fields) show(field, isTrue(field.dataset.showWhen ?? 'true', context))
  }
  form.addEventListener('input', update)
  form.addEventListener('change', update)
  update()
}

function show(field: HTMLElement, visible: boolean): void {
  field.hidden = !visible
  for (const control of field.querySelectorAll<HTMLInputElement>('input, select, textarea'))
    control.disabled = !visible
}

function isTrue(expression: string, context: Record<string, unknown>): boolean {
  try {
    return evaluate(expression, context).value === true
  } catch {
    return true // better one field too many than one that cannot be reached
  }
}
