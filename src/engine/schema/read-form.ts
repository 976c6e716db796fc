import type { CamundaFormField } from './camunda-types.js'
import { fieldTypes } from './form.js'
import type { FieldType, Form, FormField } from './form.js'
import { extensionsOf } from './is-a.js'
import { patternProblem } from '../lint/pattern-problem.js'
import type { BpmnUserTask } from './moddle-types.js'

/** The form of a user task, from camunda:formData and camunda:formKey. */
export function readForm(task: BpmnUserTask): Form {
  const fields = extensionsOf(task, 'camunda:FormData').flatMap(data =>
    (data.fields ?? []).flatMap(readField),
  )
  return { ...(task.formKey && { key: task.formKey }), fields }
}

function readField(field: CamundaFormField): FormField[] {
  if (!field.id) return []
  const constraints = new Map((field.validation?.constraints ?? []).map(({ name, config }) => [name, config]))
  const properties = new Map((field.properties?.values ?? []).map(({ id, value }) => [id, value]))
  const number = (text: string | undefined) =>
    text === undefined || text.trim() === '' ? undefined : Number(text)
  const pattern = constraints.get('pattern')
  // one that came into force before it was refused holds nobody up: what is typed is not held against it
  const isHarmless = pattern !== undefined && patternProblem(pattern) === undefined
  const help = properties.get('help')
  const showWhen = properties.get('showWhen')
  return [
    {
      id: field.id,
      label: field.label ?? field.id,
      type: typeOf(field.type),
      required: constraints.has('required'),
      choices: (field.values ?? []).map(({ id, name }) => ({ id: id ?? '', name: name ?? id ?? '' })),
      ...given('min', number(constraints.get('min'))),
      ...given('max', number(constraints.get('max'))),
      ...given('minLength', number(constraints.get('minlength'))),
      ...given('maxLength', number(constraints.get('maxlength'))),
      ...given('rows', number(properties.get('rows'))),
      ...given('defaultValue', field.defaultValue),
      ...(isHarmless && { pattern }),
      ...(help && { help }),
      ...(showWhen && { showWhen }),
    },
  ]
}

function typeOf(type: string | undefined): FieldType {
  return fieldTypes.find(known => known === type) ?? 'string'
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}
