import { formatInstant } from '../../calendar/index.js'
import type { IntakeField } from '../../casework/intake.js'
import { text } from '../../catalogue/index.js'
import type { Similar } from '../../runtime/index.js'
import type { IntakeForm } from '../forms/intake-form.js'
import { paths, pathTo } from '../paths.js'
import { errorList, type FieldModel } from './field.js'
import type { IntakeChoices, IntakePlace } from './intake-choices.js'
import { intakeFields } from './intake-fields.js'
import type { PageHeaderModel } from './parts.js'
import { similarModel, type SimilarModel } from './register-similar.js'

declare module '../render.js' {
  interface Pages {
    'register/new': RegisterModel
  }
}

/** 登记反映: all of the report on one page, in the order in which one asks. */
export interface RegisterModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly submissionId: string
  /** what the browser keeps an unfinished form under: each account’s own, each question’s own */
  readonly draftName: string
  /** the question it comes from, and words that say so */
  readonly consultation: { readonly id: number; readonly words: string } | null
  readonly fields: Readonly<Record<IntakeField, FieldModel>>
  readonly blankHref: string
  /** 二维码海报 of the clerk's own place */
  readonly postersHref: string
  /** the register's names, for a browser without scripts */
  readonly itemNames: readonly string[]
  readonly similar: SimilarModel
}

/** The question at the window that turned out to be more. */
export interface ComesFrom {
  readonly id: number
  readonly at: string
}

export function registerPage(
  form: IntakeForm,
  {
    accountId,
    choices,
    place,
    from,
    itemNames,
    similar,
  }: {
    accountId: number
    choices: IntakeChoices
    place: IntakePlace
    from: ComesFrom | null
    itemNames: readonly string[]
    /** null before anybody has looked */
    similar: Similar | null
  },
  errors: Readonly<Partial<Record<IntakeField, string>>> = {},
): RegisterModel {
  const fields = intakeFields('register', choicesAt(choices, place), { values: form.typed, errors })
  return {
    header: {
      title: text('register.title'),
      what: text('register.what', { place: place.name }),
      next: text('register.next'),
      by: text('register.by'),
    },
    errors: errorList(Object.values(fields)),
    submissionId: form.submissionId,
    draftName: ['bandecheng.register', accountId, ...(from ? [from.id] : [])].join('.'),
    consultation: from && {
      id: from.id,
      words: text('register.fromConsultation', { when: formatInstant(from.at) }),
    },
    fields,
    blankHref: paths.blankForm,
    postersHref: pathTo(paths.posters, { id: place.id }),
    itemNames,
    similar: similarModel(similar, form.typed.together),
  }
}

/** A clerk registers at their own place, for one of its windows. */
function choicesAt(choices: IntakeChoices, place: IntakePlace): IntakeChoices {
  return {
    ...choices,
    places: [place],
    windows: choices.windows.filter(({ placeId }) => placeId === place.id),
  }
}
