import type { BpmnScope, BpmnUserTask } from '../../../../src/engine/schema/moddle-types.js'
import { fieldsOf, type NewField } from '../edit/form-fields.js'
import type { House, HouseFact } from './house.js'
import { userTasksWithin } from './steps.js'

/** A field that asks something new, under an id that neither the diagram nor the dictionary has: `field_2`. */
export function newField(process: BpmnScope, house: House, label: string): NewField {
  const used = new Set([
    ...house.facts.map(({ key }) => key),
    ...userTasksWithin(process).flatMap(task => fieldsOf(task).flatMap(({ id }) => id ?? [])),
  ])
  let number = 1
  while (used.has(`field_${number}`)) number += 1
  return { id: `field_${number}`, label, type: 'string' }
}

/** Whether the id was given by {@link newField} and nothing hangs on it yet: then it may be written by hand. */
export function isFreshId(id: string): boolean {
  return /^field_\d+$/.test(id)
}

/** The facts of the dictionary that a form may ask and this one does not yet. */
export function adoptable(task: BpmnUserTask, house: House): readonly HouseFact[] {
  const asked = new Set(fieldsOf(task).map(({ id }) => id))
  return house.facts.filter(
    ({ key, from, type }) => from === 'answer' && type !== 'instant' && !asked.has(key),
  )
}

/** A field that asks for a fact of the dictionary, with its choices. */
export function fieldFor({ key, label, type, choices }: HouseFact): NewField {
  return {
    id: key,
    label,
    type: fieldTypeFor(type),
    ...(type === 'choice' && { choices: choices.map(({ value, label: name }) => ({ id: value, name })) }),
  }
}

function fieldTypeFor(type: string): string {
  switch (type) {
    case 'choice':
      return 'enum'
    case 'number':
      return 'long'
    case 'day':
      return 'date'
    case 'boolean':
    case 'cause':
    case 'department':
    case 'departments':
      return type
    default:
      return 'text'
  }
}
