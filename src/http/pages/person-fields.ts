import { LIAISON_KINDS } from '../../casework/liaison.js'
import { text } from '../../catalogue/index.js'
import { paths } from '../paths.js'
import { field, type FieldModel } from './field.js'

export type Errors = Readonly<Record<string, string>>
export type Named = readonly { readonly id: number; readonly name: string }[]

/** The way back to 人员. */
export const peopleCrumbs = () => [{ href: paths.people, label: text('admin.people.title') }]

/** 联络员 or 替补, as a field offers them. */
export const liaisonKinds = LIAISON_KINDS.map(({ value, label }) => ({ id: value, name: label }))

/** Where somebody sits, or for which department they speak. */
export function belongingField(
  id: 'placeId' | 'departmentId',
  named: Named,
  surroundings: { values: Readonly<Record<string, unknown>>; errors: Errors },
): FieldModel {
  const choices = named.map(one => ({ id: String(one.id), name: one.name }))
  const made = field(
    {
      id,
      label: text(`people.${id}`),
      help: text(`people.${id}.help`),
      type: 'enum',
      required: false,
      choices,
    },
    { ...surroundings, values: { ...surroundings.values, [id]: idOf(surroundings.values[id]) } },
  )
  return { ...made, control: 'select', group: false, width: 'medium' }
}

function idOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
