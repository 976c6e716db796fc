/** What a person fills in at a user task. */
export interface Form {
  /** A partial of its own for a form that is more than its fields (camunda:formKey). */
  readonly key?: string
  readonly fields: readonly FormField[]
}

export const fieldTypes = [
  'string',
  'text',
  'long',
  'boolean',
  'date',
  'enum',
  'department',
  'departments',
  'cause',
] as const

export type FieldType = (typeof fieldTypes)[number]

export interface FormField {
  readonly id: string
  readonly label: string
  readonly type: FieldType
  readonly required: boolean
  readonly min?: number
  readonly max?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly help?: string
  readonly rows?: number
  readonly defaultValue?: string
  /** FEEL over this form’s fields and the case’s facts; hidden fields are neither required nor kept. */
  readonly showWhen?: string
}
