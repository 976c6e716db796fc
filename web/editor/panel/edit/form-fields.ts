import { extensionsOf } from '../../../../src/engine/schema/index.js'
import type { CamundaFormField } from '../../../../src/engine/schema/camunda-types.js'
import type { BpmnUserTask } from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'
import { addExtension, removeExtension } from './extension.js'
import { moved } from './list.js'

/** A field to begin with: a new one, or one that the data dictionary has. */
export interface NewField {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly choices?: readonly { readonly id: string; readonly name: string }[]
}

/** The fields of a step’s form, in the order they are filled in. */
export function fieldsOf(task: BpmnUserTask): readonly CamundaFormField[] {
  return formsOf(task).flatMap(form => form.fields ?? [])
}

export function addField(task: BpmnUserTask, field: NewField, create: Create): Change[] {
  const { id, label, type, choices = [] } = field
  const values = choices.map(choice => create('camunda:Value', choice))
  const made = create('camunda:FormField', { id, label, type, ...(values.length > 0 && { values }) })
  const last = formsOf(task).at(-1)
  return last
    ? [{ of: last, set: { fields: [...(last.fields ?? []), made] } }]
    : addExtension(task, create('camunda:FormData', { fields: [made] }), create)
}

/** Takes a field out of its form; an empty form goes with it, unless the file says more about it. */
export function removeField(task: BpmnUserTask, field: CamundaFormField): Change[] {
  const form = formOf(task, field)
  if (!form) return []
  const fields = (form.fields ?? []).filter(other => other !== field)
  const saysMore = Object.keys(form.$attrs ?? {}).length > 0 || 'businessKey' in form
  return fields.length > 0 || saysMore ? [{ of: form, set: { fields } }] : removeExtension(task, form)
}

export function moveField(task: BpmnUserTask, field: CamundaFormField, by: -1 | 1): Change[] {
  const form = formOf(task, field)
  return form ? [{ of: form, set: { fields: [...moved(form.fields ?? [], field, by)] } }] : []
}

function formsOf(task: BpmnUserTask) {
  return extensionsOf(task, 'camunda:FormData')
}

function formOf(task: BpmnUserTask, field: CamundaFormField) {
  return formsOf(task).find(form => form.fields?.includes(field))
}
