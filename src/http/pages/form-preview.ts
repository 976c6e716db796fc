import { text } from '../../catalogue/index.js'
import type { PreviewedForm } from '../forms/previewed-form.js'
import { field } from './field.js'
import { addsOf, forms } from './panel-settings.js'
import { inGroups, type TaskFormModel } from './task-form.js'

/** The model of `admin/form-preview`: the form of a task as its doer will see it, and what a special form adds. */
export interface FormPreviewModel {
  readonly groups: TaskFormModel['groups']
  readonly adds: string | null
}

export function formPreview(
  { key, fields }: PreviewedForm,
  departments: readonly { readonly id: number; readonly name: string }[],
): FormPreviewModel {
  const shown = fields.map(source => field(source, { values: {}, errors: {}, departments }))
  const special = key !== null && forms.includes(key)
  return {
    groups: inGroups(shown),
    adds: special ? text('panelHouse.adds', { adds: addsOf(key) }) : null,
  }
}
