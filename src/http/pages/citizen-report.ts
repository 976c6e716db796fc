import type { IntakeField } from '../../casework/intake.js'
import { text } from '../../catalogue/index.js'
import type { IntakeForm } from '../forms/intake-form.js'
import { errorList, type FieldModel } from './field.js'
import type { IntakeChoices } from './intake-choices.js'
import { intakeFields } from './intake-fields.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'citizen/report': ReportPageModel
  }
}

/** 我要反映: one form, which script shows a question at a time. */
export interface ReportPageModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly submissionId: string
  /** `qr` when the visitor came by a window's poster */
  readonly via: 'qr' | 'web'
  /** says which window's poster it was */
  readonly from: string | null
  readonly steps: readonly ReportStep[]
  /** the last step, where all is looked over */
  readonly reviewNumber: number
  /** the sentences of the script, with places for what it fills in */
  readonly words: Readonly<Record<string, string>>
}

interface ReportStep {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly fields: readonly FieldModel[]
  /** the notice about personal data stands where they are asked for */
  readonly privacy: boolean
}

/** One question a step; where two belong together they stand together. */
const steps: readonly { readonly id: string; readonly fields: readonly IntakeField[] }[] = [
  { id: 'item', fields: ['item'] },
  { id: 'place', fields: ['appliedChannel', 'place', 'window'] },
  { id: 'department', fields: ['department'] },
  { id: 'failedStage', fields: ['failedStage'] },
  { id: 'visits', fields: ['visits'] },
  { id: 'guideRead', fields: ['guideRead'] },
  { id: 'guideMatch', fields: ['guideMatch'] },
  { id: 'description', fields: ['description', 'aboutOffice'] },
  { id: 'reporter', fields: ['reporterKind', 'reporterName', 'agentName'] },
  { id: 'contact', fields: ['contact'] },
]

export function reportPage(
  form: IntakeForm,
  choices: IntakeChoices,
  errors: Readonly<Partial<Record<IntakeField, string>>>,
): ReportPageModel {
  const fields = intakeFields('citizen', choices, { values: form.typed, errors })
  const shown = steps.map((step, index) => ({
    id: step.id,
    number: index + 1,
    title: text(`citizen.step.${step.id}`),
    fields: step.fields.map(id => fields[id]),
    privacy: step.id === 'contact',
  }))
  const via = form.typed.via === 'qr' ? 'qr' : 'web'
  return {
    header: {
      title: text('citizen.report.title'),
      what: text('citizen.report.what'),
      next: text('citizen.report.next', { count: steps.length }),
      by: text('citizen.report.by'),
    },
    errors: errorList(shown.flatMap(step => step.fields)),
    submissionId: form.submissionId,
    via,
    from: via === 'qr' ? posterWords(choices, form.typed) : null,
    steps: shown,
    reviewNumber: steps.length + 1,
    words: scriptWords(),
  }
}

/** What a visitor who scanned a window's poster has told us by it: `?window=3`, or `?place=2` for a whole centre. */
export function presetBy(
  query: Readonly<Record<string, unknown>>,
  { places, windows }: IntakeChoices,
): IntakeForm['typed'] {
  const idOf = (value: unknown) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null
  const window = windows.find(({ id }) => id === idOf(query.window))
  const place = places.find(({ id }) => id === (window?.placeId ?? idOf(query.place)))
  if (!place) return {}
  const at = { via: 'qr', place: String(place.id) }
  return window ? { ...at, window: String(window.id) } : at
}

function posterWords(
  { places, windows }: IntakeChoices,
  { place, window }: IntakeForm['typed'],
): string | null {
  const placeName = places.find(({ id }) => String(id) === place)?.name
  const windowName = windows.find(({ id }) => String(id) === window)?.name
  if (placeName === undefined) return null
  return windowName === undefined
    ? text('citizen.report.fromPlace', { place: placeName })
    : text('citizen.report.fromWindow', { place: placeName, window: windowName })
}

function scriptWords(): Readonly<Record<string, string>> {
  return {
    progress: text('citizen.report.progress', { step: '{step}', count: '{count}' }),
    next: text('citizen.report.next.button'),
    skip: text('citizen.report.skip'),
    toReview: text('citizen.report.toReview'),
    answerFirst: text('citizen.report.answerFirst'),
    noAnswer: text('citizen.report.noAnswer'),
    change: text('citizen.report.change'),
    changeOf: text('citizen.report.changeOf', { title: '{title}' }),
  }
}
