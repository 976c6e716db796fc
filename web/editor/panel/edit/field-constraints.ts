import type { CamundaFormField } from '../../../../src/engine/schema/camunda-types.js'
import type { Change, Create } from './change.js'

/** What the engine checks of an answer. */
export type ConstraintName = 'required' | 'min' | 'max' | 'minlength' | 'maxlength' | 'pattern'

/** Whether the field has it, and with what; a constraint without a value, `required`, is the empty text. */
export function constraintOf(field: CamundaFormField, name: ConstraintName): string | undefined {
  const found = field.validation?.constraints?.find(constraint => constraint.name === name)
  return found && (found.config ?? '')
}

/** Sets, changes or takes away one constraint; those that the panel does not know stay. */
export function setConstraint(
  field: CamundaFormField,
  name: ConstraintName,
  config: string | undefined,
  create: Create,
): Change[] {
  const { validation } = field
  const constraints = validation?.constraints ?? []
  const found = constraints.find(constraint => constraint.name === name)
  if (config === undefined) {
    const rest = constraints.filter(constraint => constraint !== found)
    if (!found || !validation) return []
    return rest.length === 0
      ? [{ of: field, set: { validation: undefined } }]
      : [{ of: validation, set: { constraints: rest } }]
  }
  const value = config === '' ? undefined : config
  if (found) return [{ of: found, set: { config: value } }]
  const made = create('camunda:Constraint', { name, config: value })
  return validation
    ? [{ of: validation, set: { constraints: [...constraints, made] } }]
    : [{ of: field, set: { validation: create('camunda:Validation', { constraints: [made] }) } }]
}
