import type { CamundaFormField, CamundaValue } from '../../../../src/engine/schema/camunda-types.js'
import type { Change, Create } from './change.js'
import { moved } from './list.js'

/** One more choice, under an id that the field has not used yet: `option_3`. */
export function addChoice(field: CamundaFormField, name: string, create: Create): Change[] {
  const values = field.values ?? []
  return [{ of: field, set: { values: [...values, create('camunda:Value', { id: freeId(values), name })] } }]
}

export function removeChoice(field: CamundaFormField, choice: CamundaValue): Change[] {
  return [{ of: field, set: { values: (field.values ?? []).filter(other => other !== choice) } }]
}

export function moveChoice(field: CamundaFormField, choice: CamundaValue, by: -1 | 1): Change[] {
  return [{ of: field, set: { values: [...moved(field.values ?? [], choice, by)] } }]
}

/** The word people choose. What is stored is the id, which stays: conditions and old cases name it. */
export function nameChoice(of: CamundaValue, name: string): Change[] {
  return [{ of, set: { name } }]
}

function freeId(values: readonly CamundaValue[]): string {
  const used = new Set(values.map(({ id }) => id))
  let number = values.length + 1
  while (used.has(`option_${number}`)) number += 1
  return `option_${number}`
}
