import { APPLIED_CHANNELS } from '../../casework/channel.js'
import type { Choice } from '../../casework/choice.js'
import { FAILED_STAGES } from '../../casework/failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ } from '../../casework/guide.js'
import type { IntakeField } from '../../casework/intake.js'
import { INTAKE_LIMITS } from '../../casework/intake-schema.js'
import { REPORTER_KINDS } from '../../casework/reporter-kind.js'
import { hasText, text } from '../../catalogue/index.js'
import { field, type FieldChoice, type FieldModel, type FieldSource } from './field.js'
import type { IntakeChoices } from './intake-choices.js'

/** Whose words the fields are in: the citizen is asked, the clerk ticks off. */
export type IntakeWords = 'citizen' | 'register'

/** What was typed or preset, and what is wrong with it, by field. */
export interface IntakeTyped {
  readonly values: Readonly<Partial<Record<string, string>>>
  readonly errors: Readonly<Partial<Record<IntakeField, string>>>
}

/** The fields of a report (R12), each as the partial `field` shows it. */
export function intakeFields(
  words: IntakeWords,
  choices: IntakeChoices,
  typed: IntakeTyped,
): Readonly<Record<IntakeField, FieldModel>> {
  const make = (id: IntakeField, type: string, more: Partial<Omit<FieldSource, 'id' | 'type'>> = {}) =>
    fieldOf(words, typed, { id, type, ...more })
  const among = (id: IntakeField, vocabulary: readonly Choice[]) =>
    make(id, 'enum', { choices: vocabulary.map(choice => named(words, id, choice)) })
  return {
    item: {
      ...make('item', 'string', { required: true, maxLength: INTAKE_LIMITS.item }),
      list: 'item-names',
    },
    department: departmentField(words, choices, typed),
    contact: telephone(make('contact', 'string', { required: true, maxLength: INTAKE_LIMITS.contact })),
    place: placeField(words, choices, typed),
    window: windowField(words, choices, typed),
    description: make('description', 'text', {
      required: true,
      maxLength: INTAKE_LIMITS.description,
      rows: 7,
    }),
    reporterKind: among('reporterKind', REPORTER_KINDS),
    reporterName: make('reporterName', 'string', { maxLength: INTAKE_LIMITS.reporterName }),
    agentName: make('agentName', 'string', { maxLength: INTAKE_LIMITS.agentName }),
    appliedChannel: among('appliedChannel', [...APPLIED_CHANNELS].reverse()), // most come in person
    failedStage: among('failedStage', FAILED_STAGES),
    visits: make('visits', 'long'),
    guideRead: among('guideRead', GUIDE_READ),
    guideMatch: among('guideMatch', GUIDE_MATCH),
    aboutOffice: make('aboutOffice', 'boolean'),
  }
}

function fieldOf(
  words: IntakeWords,
  { values, errors }: IntakeTyped,
  { id, ...source }: Partial<FieldSource> & { id: IntakeField; type: string },
): FieldModel {
  const help = `${words}.field.${id}.help`
  return field(
    {
      id,
      required: false,
      choices: [],
      label: text(`${words}.field.${id}`),
      help: hasText(help) ? text(help) : undefined,
      ...source,
    },
    { values, errors },
  )
}

/** The office's word for a value, or a plainer one where this page has it. */
function named(words: IntakeWords, id: IntakeField, { value, label }: Choice) {
  const plainer = `${words}.choice.${id}.${value}`
  return { id: value, name: hasText(plainer) ? text(plainer) : label }
}

/** 不清楚 stands first: who does not know must not have to read the list to its end. */
function departmentField(words: IntakeWords, { departments }: IntakeChoices, typed: IntakeTyped): FieldModel {
  const unknown = { id: 'unknown', name: text(`${words}.choice.department.unknown`) }
  const known = departments.map(({ id, name }) => ({ id: String(id), name }))
  const model = fieldOf(words, typed, {
    id: 'department',
    type: 'enum',
    required: true,
    choices: [unknown, ...known],
  })
  const listed = words === 'citizen' && departments.length <= mostListed
  return listed ? { ...model, control: 'radios', group: true } : { ...model, ...asSelect }
}

// one tap each on a phone; more than these are found sooner in the device's own list
const mostListed = 16
const asSelect = { control: 'select', group: false, width: 'medium' } as const

function placeField(words: IntakeWords, { places }: IntakeChoices, typed: IntakeTyped): FieldModel {
  const model = fieldOf(words, typed, {
    id: 'place',
    type: 'enum',
    required: true,
    choices: places.map(({ id, name }) => ({ id: String(id), name })),
  })
  const kindOf = new Map(places.map(({ id, kind }) => [String(id), kind]))
  const groups = placeKinds.map(kind => ({
    label: text(`citizen.place.${kind}`),
    choices: model.choices.filter(({ value }) => kindOf.get(value) === kind),
  }))
  return { ...model, ...asSelect, groups: groups.filter(group => group.choices.length > 0) }
}

const placeKinds = ['district', 'street', 'branch', 'online'] as const

function windowField(words: IntakeWords, { places, windows }: IntakeChoices, typed: IntakeTyped): FieldModel {
  const model = fieldOf(words, typed, {
    id: 'window',
    type: 'enum',
    choices: [
      { id: 'unknown', name: text(`${words}.choice.window.unknown`) },
      ...windows.map(({ id, name }) => ({ id: String(id), name })),
    ],
  })
  const placeOf = new Map(windows.map(({ id, placeId }) => [String(id), placeId]))
  const at = (placeId: number) => model.choices.filter(({ value }) => placeOf.get(value) === placeId)
  const groups: { label: string | null; choices: readonly FieldChoice[] }[] = [
    { label: null, choices: model.choices.slice(0, 1) },
    ...places.map(({ id, name }) => ({ label: places.length > 1 ? name : null, choices: at(id) })),
  ]
  return { ...model, ...asSelect, groups: groups.filter(group => group.choices.length > 0) }
}

function telephone(model: FieldModel): FieldModel {
  return { ...model, inputType: 'tel', inputMode: 'tel', autocomplete: 'tel', width: 'medium' }
}
