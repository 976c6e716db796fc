import type { CamundaFormField } from '../../../../src/engine/schema/camunda-types.js'
import type { Change, Create } from './change.js'

/** What a field says beside its label: how to fill it in, how high it is, when it is shown. */
export type PropertyName = 'help' | 'rows' | 'showWhen'

export function propertyOf(field: CamundaFormField, id: PropertyName): string | undefined {
  return field.properties?.values?.find(property => property.id === id)?.value
}

/** Sets, changes or takes away one property; those that the panel does not know stay. */
export function setProperty(
  field: CamundaFormField,
  id: PropertyName,
  value: string | undefined,
  create: Create,
): Change[] {
  const { properties } = field
  const values = properties?.values ?? []
  const found = values.find(property => property.id === id)
  if (value === undefined || value.trim() === '') {
    const rest = values.filter(property => property !== found)
    if (!found || !properties) return []
    return rest.length === 0
      ? [{ of: field, set: { properties: undefined } }]
      : [{ of: properties, set: { values: rest } }]
  }
  if (found) return [{ of: found, set: { value } }]
  const made = create('camunda:Property', { id, value })
  return properties
    ? [{ of: properties, set: { values: [...values, made] } }]
    : [{ of: field, set: { properties: create('camunda:Properties', { values: [made] }) } }]
}
