import type { IntakeField, IntakeWarning } from '../../casework/intake.js'
import { text } from '../../catalogue/index.js'
import type { ReportFile } from '../../runtime/index.js'
import type { IntakeForm } from '../forms/intake-form.js'
import { acceptedFiles, sizeInWords } from './attachments.js'
import { errorList, type FieldModel } from './field.js'
import type { IntakeChoices } from './intake-choices.js'
import { intakeFields } from './intake-fields.js'
import type { PageHeaderModel } from './parts.js'
import { reportSteps, reportStepIds, type ReportStepId } from './report-steps.js'

declare module '../render.js' {
  interface Pages {
    'citizen/report': ReportPageModel
  }
}

/** 我要反映: one question a page. All fields are in each page, the others hidden, so that no step loses any. */
export interface ReportPageModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly submissionId: string
  /** `qr` when the visitor came by a window's poster */
  readonly via: 'qr' | 'web'
  /** says which window's poster it was */
  readonly from: string | null
  readonly steps: readonly ReportStep[]
  /** the register's names, for a browser without scripts */
  readonly itemNames: readonly string[]
  /** the step that is shown */
  readonly at: ReportStepId
  readonly progress: { readonly words: string; readonly value: number; readonly count: number }
  readonly back: ReportStepId | null
  readonly next: ReportStepId | null
  readonly files: {
    readonly list: readonly {
      readonly id: number
      readonly name: string
      readonly size: string
      readonly label: string
    }[]
    readonly accept: string
    readonly errors: readonly string[]
  }
  /** what was answered, to be looked over */
  readonly review: readonly {
    readonly id: string
    readonly title: string
    readonly answers: string | null
    readonly changeLabel: string
  }[]
  /** numbers in the free texts that nobody needs */
  readonly warnings: readonly string[]
  /** the sentences of the script, with places for what it fills in */
  readonly words: Readonly<Record<string, string>>
}

interface ReportStep {
  readonly id: ReportStepId
  readonly number: number
  readonly title: string
  readonly shown: boolean
  readonly fields: readonly FieldModel[]
}

/** What a page of the report is made from, beside what was typed. */
export interface ReportState {
  readonly at: ReportStepId
  readonly errors: Readonly<Partial<Record<IntakeField, string>>>
  readonly files: readonly ReportFile[]
  /** sentences about files that were not taken */
  readonly refused: readonly string[]
  readonly warnings: readonly IntakeWarning[]
  readonly itemNames: readonly string[]
}

export function reportPage(form: IntakeForm, choices: IntakeChoices, state: ReportState): ReportPageModel {
  const fields = intakeFields('citizen', choices, { values: form.typed, errors: state.errors })
  const place = reportStepIds.indexOf(state.at)
  const count = reportStepIds.length
  const steps = reportSteps.map((step, index) => ({
    id: step.id,
    number: index + 1,
    title: text(`citizen.step.${step.id}`),
    shown: step.id === state.at,
    fields: step.fields.map(id => fields[id]),
  }))
  const via = form.typed.via === 'qr' ? 'qr' : 'web'
  return {
    header: {
      title: text('citizen.report.title'),
      what: text('citizen.report.what'),
      next: text('citizen.report.next', { count: reportSteps.length }),
      by: text('citizen.report.by'),
    },
    errors: [
      ...errorList(steps.flatMap(step => step.fields)),
      ...state.refused.map(message => ({ field: 'files', message })),
    ],
    submissionId: form.submissionId,
    via,
    from: via === 'qr' ? posterWords(choices, form.typed) : null,
    steps,
    itemNames: state.itemNames,
    at: state.at,
    progress: {
      words: text('citizen.report.progress', { step: place + 1, count }),
      value: place + 1,
      count,
    },
    back: reportStepIds[place - 1] ?? null,
    next: reportStepIds[place + 1] ?? null,
    files: {
      list: state.files.map(({ id, name, size }) => ({
        id,
        name,
        size: sizeInWords(size),
        label: text('attachment.removeOf', { name }),
      })),
      accept: acceptedFiles,
      errors: state.refused,
    },
    review: steps.map(({ id, title, fields: asked }) => ({
      id,
      title,
      answers:
        (id === 'files' ? state.files.map(({ name }) => name) : asked.flatMap(answersOf)).join('\n') || null,
      changeLabel: text('citizen.report.changeOf', { title }),
    })),
    warnings: [...new Set(state.warnings.map(({ message }) => message))],
    words: scriptWords(),
  }
}

/** What was typed or chosen in a field, in its own words. */
function answersOf({ control, value, choices }: FieldModel): readonly string[] {
  if (control === 'radios' || control === 'select')
    return choices.filter(({ chosen }) => chosen).map(({ label }) => label)
  return value.trim() === '' ? [] : [value]
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
    uploading: text('citizen.files.uploading'),
    uploaded: text('citizen.files.uploaded'),
    failed: text('citizen.files.failed'),
    again: text('citizen.files.again'),
    remove: text('attachment.remove'),
    removeOf: text('attachment.removeOf', { name: '{name}' }),
    tooLarge: text('attachment.refused.tooLarge', { name: '{name}' }),
    wait: text('citizen.files.wait'),
    offline: text('citizen.report.offline'),
  }
}
