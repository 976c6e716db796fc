import type { IntakeField } from '../../../casework/intake.js'
import { text } from '../../../catalogue/index.js'
import type { examineForHouse } from '../../../runtime/index.js'
import { exampleNames, type ExampleName } from '../../../trial/index.js'
import type { ChosenTime } from '../../forms/trial-form.js'
import { paths, pathTo } from '../../paths.js'
import { errorList, field, type FieldModel } from '../field.js'
import type { IntakeChoices } from '../intake-choices.js'
import { intakeFields } from '../intake-fields.js'
import type { LinkModel, PageHeaderModel } from '../parts.js'
import { crumbs, trialHref, triedName, type Tried } from './parts.js'

type Problems = Awaited<ReturnType<typeof examineForHouse>>

/** The model of `admin/trial-start`: which case is made up, or why nothing can be tried yet. */
export interface TrialStartModel {
  readonly header: PageHeaderModel
  /** what keeps it from being tried: shown in the place of the form */
  readonly refused: {
    readonly why: string
    readonly problems: readonly string[]
    readonly edit: LinkModel
  } | null
  readonly warnings: readonly string[]
  /** a first step that could not be done: what people would read, and what an administrator may make of it */
  readonly notice: { readonly title: string; readonly advice: string; readonly hint: string | null } | null
  readonly errors: ReturnType<typeof errorList>
  readonly examples: readonly (LinkModel & { readonly current: boolean; readonly what: string })[]
  readonly action: string
  readonly example: ExampleName
  readonly on: FieldModel
  readonly at: FieldModel
  readonly fields: Readonly<Record<IntakeField, FieldModel>>
}

/** What was typed, or what the example says. */
export interface StartForm {
  readonly example: ExampleName
  readonly typed: Readonly<Partial<Record<string, string>>>
  readonly time: ChosenTime
  readonly errors: Readonly<Partial<Record<IntakeField, string>>>
  readonly notice: TrialStartModel['notice']
}

export function trialStartModel(
  tried: Tried,
  { problems, whyNot }: { readonly problems: Problems; readonly whyNot: string | null },
  choices: IntakeChoices,
  form: StartForm,
): TrialStartModel {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const fields = intakeFields('register', choices, { values: form.typed, errors: form.errors })
  const on = timeField('on', form.time)
  const at = timeField('at', form.time)
  const why = whyNot ?? (errors.length > 0 ? text('trial.refused', { count: errors.length }) : null)
  const { ref, key } = tried
  return {
    header: {
      title: text('trial.title', { name: triedName(tried) }),
      what: text('trial.start.what'),
      next: text(why === null ? 'trial.start.next' : 'trial.start.next.refused'),
      by: null,
      crumbs: crumbs(tried),
    },
    refused:
      why === null
        ? null
        : {
            why,
            problems: errors.map(({ message }) => message),
            edit: { href: pathTo(paths.processEdit, { key }), label: text('trial.toEditor') },
          },
    warnings: problems.filter(({ severity }) => severity !== 'error').map(({ message }) => message),
    notice: form.notice,
    errors: errorList([on, at, ...Object.values(fields)]),
    examples: exampleNames.map(name => ({
      href: `${trialHref(ref)}?case=${name}`,
      label: text(`trial.example.${name}`),
      what: text(`trial.example.${name}.what`),
      current: name === form.example,
    })),
    action: trialHref(ref),
    example: form.example,
    on,
    at,
    fields,
  }
}

/** A day or a time of day; the sentence of what is wrong stands beside the day. */
export function timeField(
  id: 'on' | 'at' | 'clockOn' | 'clockAt',
  { on, at, wrong }: ChosenTime,
): FieldModel {
  const isDay = id === 'on' || id === 'clockOn'
  const made = field(
    {
      ...{ id, label: text(`trial.time.${id}`), type: isDay ? 'date' : 'string' },
      ...{ required: true, choices: [] },
    },
    { values: { [id]: isDay ? on : at }, errors: wrong === null || !isDay ? {} : { [id]: wrong } },
  )
  return isDay ? made : { ...made, inputType: 'time', width: 'short' }
}
