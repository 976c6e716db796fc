import { CAUSES, CAUSE_GROUPS } from '../../casework/cause.js'
import { text } from '../../catalogue/index.js'

/** A form's field as a diagram declares it (its own shape, so that pages need not know the engine). */
export interface FieldSource {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly required: boolean
  readonly min?: number | string | undefined
  readonly max?: number | string | undefined
  readonly maxLength?: number | undefined
  readonly pattern?: string | undefined
  readonly rows?: number | undefined
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly help?: string | undefined
  readonly defaultValue?: string | undefined
  readonly showWhen?: string | undefined
}

/** What was typed or stored before, by field id; for `departments` the ids with the lead first. */
export type FieldValues = Readonly<Record<string, unknown>>

/** What stands beside the fields: stored or typed values, the sentences of what is wrong, the departments there are. */
export interface FieldSurroundings {
  readonly values: FieldValues
  readonly errors: Readonly<Record<string, string>>
  readonly departments?: readonly { readonly id: number; readonly name: string }[]
}

export interface FieldChoice {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
  /** of several departments the one that leads */
  readonly lead: boolean
}

/** The model of the partial `field`. */
export interface FieldModel {
  readonly id: string
  readonly label: string
  readonly required: boolean
  readonly help: string | null
  readonly error: string | null
  readonly describedBy: string | null
  readonly showWhen: string | null
  readonly control: 'input' | 'textarea' | 'radios' | 'select' | 'departments'
  /** several controls under one legend */
  readonly group: boolean
  readonly value: string
  readonly inputType: string
  readonly inputMode: string | null
  readonly autocomplete: string | null
  readonly width: 'short' | 'medium' | 'long'
  readonly rows: number
  readonly min: number | string | null
  readonly max: number | string | null
  readonly maxLength: number | null
  readonly pattern: string | null
  /** the id of a list of words to choose from, for a browser without scripts */
  readonly list: string | null
  /** choices short enough to stand side by side */
  readonly short: boolean
  readonly choices: readonly FieldChoice[]
  readonly groups: readonly { readonly label: string | null; readonly choices: readonly FieldChoice[] }[]
}

// more than these are easier to find in a list
const mostRadios = 5

/** A field as the page shows it. Names in the form: the field's id, and `<id>Lead` beside several departments. */
export function field(
  source: FieldSource,
  { values, errors, departments = [] }: FieldSurroundings,
): FieldModel {
  const { id, label, required, type } = source
  const given = values[id] ?? source.defaultValue ?? ''
  const error = errors[id] ?? null
  const help = source.help ?? null
  const choices = choicesOf(source, given, departments)
  const control = controlOf(type, choices.length)
  const described = [...(help === null ? [] : [`${id}-help`]), ...(error === null ? [] : [`${id}-error`])]
  return {
    id,
    label,
    required,
    help,
    error,
    describedBy: described.length > 0 ? described.join(' ') : null,
    showWhen: source.showWhen ?? null,
    control,
    group: control === 'radios' || control === 'departments',
    value: typeof given === 'string' || typeof given === 'number' ? String(given) : '',
    inputType: type === 'date' ? 'date' : 'text',
    inputMode: type === 'long' ? 'numeric' : null,
    autocomplete: type === 'string' ? 'off' : null,
    width: type === 'long' || type === 'date' ? 'short' : control === 'select' ? 'medium' : 'long',
    rows: source.rows ?? 4,
    min: type === 'date' ? (source.min ?? null) : null,
    max: type === 'date' ? (source.max ?? null) : null,
    maxLength: source.maxLength ?? null,
    pattern: source.pattern ?? null,
    list: null,
    short: choices.every(({ label: name }) => name.length <= 4),
    choices,
    groups: type === 'cause' ? causeGroups(choices) : [{ label: null, choices }],
  }
}

/** The list of what is wrong, in the order of the form, for the partial `error-summary`. */
export function errorList(
  fields: readonly FieldModel[],
): readonly { readonly field: string; readonly message: string }[] {
  return fields.flatMap(({ id, error }) => (error === null ? [] : [{ field: id, message: error }]))
}

function controlOf(type: string, choices: number): FieldModel['control'] {
  switch (type) {
    case 'text':
      return 'textarea'
    case 'boolean':
      return 'radios'
    case 'enum':
      return choices <= mostRadios ? 'radios' : 'select'
    case 'department':
    case 'cause':
      return 'select'
    case 'departments':
      return 'departments'
    default:
      return 'input'
  }
}

function choicesOf(
  { type, choices }: FieldSource,
  given: unknown,
  departments: readonly { readonly id: number; readonly name: string }[],
): readonly FieldChoice[] {
  const chosen = (Array.isArray(given) ? given : [given]).map(String)
  const choice = (value: string, label: string) => ({
    value,
    label,
    chosen: chosen.includes(value),
    lead: Array.isArray(given) && chosen[0] === value,
  })
  switch (type) {
    case 'boolean':
      return [choice('true', text('shell.form.yes')), choice('false', text('shell.form.no'))]
    case 'department':
    case 'departments':
      return departments.map(({ id, name }) => choice(String(id), name))
    case 'cause':
      return CAUSES.map(({ code, label }) => choice(code, `${code} ${label}`))
    default:
      return choices.map(({ id, name }) => choice(id, name))
  }
}

function causeGroups(choices: readonly FieldChoice[]): FieldModel['groups'] {
  return CAUSE_GROUPS.map(({ group, label }) => ({
    label: `${group} ${label}`,
    choices: choices.filter(({ value }) => value.startsWith(group)),
  }))
}
