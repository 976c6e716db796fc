import type { CamundaFormField } from '../../../../src/engine/schema/camunda-types.js'
import type { Change, Create } from './change.js'

export function setFieldLabel(of: CamundaFormField, label: string): Change[] {
  return [{ of, set: { label } }]
}

/** The name under which the answer is kept. Answers of old cases stand under the old one. */
export function setFieldId(of: CamundaFormField, id: string): Change[] {
  return [{ of, set: { id } }]
}

/**
 * Another type. Choices stay where the new type has some and go where it has none; a type with choices gets the ones
 * given when it has none yet, because a question without answers cannot be shown.
 */
export function setFieldType(
  of: CamundaFormField,
  type: string,
  firstChoices: readonly { readonly id: string; readonly name: string }[],
  create: Create,
): Change[] {
  const values = of.values ?? []
  if (type !== 'enum') return [{ of, set: { type, values: [] } }]
  const kept = values.length > 0 ? values : firstChoices.map(choice => create('camunda:Value', choice))
  return [{ of, set: { type, values: kept } }]
}
