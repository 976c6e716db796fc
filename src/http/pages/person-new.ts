import type { Actor } from '../../casework/actor.js'
import { ROLES } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { manages, type TypedPerson } from '../../runtime/index.js'
import { errorList, field, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'
import { belongingField, liaisonKinds, peopleCrumbs, type Errors, type Named } from './person-fields.js'

declare module '../render.js' {
  interface Pages {
    'admin/person-new': NewPersonModel
  }
}

/** 添加人员. */
export interface NewPersonModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly fields: readonly FieldModel[]
}

export function newPersonModel(
  actor: Actor,
  { places, departments }: { places: Named; departments: Named },
  { values = {}, errors = {} }: { values?: Partial<TypedPerson>; errors?: Errors } = {},
): NewPersonModel {
  const surroundings = { values: { liaison: 'main', ...values }, errors }
  const words = (id: 'username' | 'displayName', help?: string) =>
    field(
      { id, label: text(`people.${id}`), help, type: 'string', required: true, maxLength: 50, choices: [] },
      surroundings,
    )
  const roles = ROLES.filter(({ value }) => manages(actor, value))
  const role = field(
    {
      id: 'role',
      label: text('people.role'),
      type: 'enum',
      required: true,
      choices: roles.map(({ value, label }) => ({ id: value, name: label })),
    },
    surroundings,
  )
  const office =
    actor.role === 'admin'
      ? [
          belongingField('placeId', places, surroundings),
          belongingField('departmentId', departments, surroundings),
          field(
            {
              id: 'liaison',
              label: text('people.liaison'),
              type: 'enum',
              required: false,
              choices: liaisonKinds,
            },
            surroundings,
          ),
        ]
      : []
  const fields = [words('displayName'), words('username', text('people.username.help')), role, ...office]
  return {
    header: {
      title: text('people.new'),
      what: text('people.new.what'),
      next: text('people.new.next'),
      by: null,
      crumbs: peopleCrumbs(),
    },
    errors: errorList(fields),
    fields,
  }
}
