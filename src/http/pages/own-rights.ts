import { formatInstant } from '../../calendar/index.js'
import { CORRECTED_FIELDS } from '../../casework/correction.js'
import { INTAKE_LIMITS } from '../../casework/intake-schema.js'
import { PRIVACY_REQUESTS, type PrivacyRequestKind } from '../../casework/privacy-request.js'
import { text } from '../../catalogue/index.js'
import { longestPrivacyWords, type PrivacyPage, type Tracked } from '../../runtime/index.js'
import { wordsField } from '../forms/privacy-form.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel, type FieldSurroundings } from './field.js'
import type { PageHeaderModel } from './parts.js'
import { privacyRequestModel, type PrivacyRequestModel } from './privacy-state.js'

declare module '../render.js' {
  interface Pages {
    'track/rights': OwnRightsModel
  }
}

/** 我的个人信息: what a citizen may do about what is kept of them, and what they asked. */
export interface OwnRightsModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly action: string
  readonly data: string
  readonly back: string
  readonly withdraw: string | null
  readonly requests: readonly PrivacyRequestModel[]
  /** a form for each kind of request; without fields where one waits already */
  readonly forms: readonly {
    readonly kind: PrivacyRequestKind
    readonly title: string
    readonly what: string
    readonly problem: string | null
    readonly fields: readonly FieldModel[]
    readonly waits: string | null
  }[]
}

/** A form that came back with what is wrong with it. */
export interface ReturnedPrivacyRequest {
  readonly kind: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

export function ownRightsPage(
  tracked: Tracked,
  { replyDays }: Pick<PrivacyPage, 'replyDays'>,
  returned: ReturnedPrivacyRequest | null = null,
): OwnRightsModel {
  const { number, itemName, open, privacyRequests } = tracked
  const forms = PRIVACY_REQUESTS.map(({ value: kind }) => {
    const own = returned?.kind === kind ? returned : null
    const waiting = privacyRequests.some(one => one.kind === kind && one.decidedAt === null)
    const restricted = kind === 'restrict' && tracked.restrictedAt !== null
    return {
      kind,
      title: text(`privacy.ask.${kind}`),
      what: text(`privacy.ask.${kind}.what`) + (open && kind !== 'correct' ? text('privacy.ask.open') : ''),
      problem: own?.errors.kind ?? null,
      fields: waiting || restricted ? [] : requestFields(kind, own),
      waits:
        (waiting && text('privacy.ask.waits')) ||
        (restricted && text('privacy.ask.restricted', { when: formatInstant(tracked.restrictedAt) })) ||
        null,
    }
  })
  return {
    header: {
      title: text('privacy.rights.title'),
      what: text('privacy.rights.what', { number, item: itemName }),
      next: text('privacy.rights.next', { days: replyDays }),
      by: null,
    },
    errors: errorList(forms.flatMap(({ fields }) => fields)),
    action: pathTo(paths.trackRights, { number }),
    data: pathTo(paths.trackData, { number }),
    back: pathTo(paths.trackCase, { number }),
    withdraw: open ? pathTo(paths.trackWithdraw, { number }) : null,
    requests: privacyRequests.map(privacyRequestModel),
    forms,
  }
}

/** The fields of a request: what is to stand there instead, and the words. */
function requestFields(kind: PrivacyRequestKind, own: ReturnedPrivacyRequest | null): readonly FieldModel[] {
  const { words, ...errors } = own?.errors ?? {}
  const id = wordsField(kind)
  const given = {
    values: own?.values ?? {},
    errors: words === undefined ? errors : { ...errors, [id]: words },
  }
  return [
    ...(kind === 'correct' ? correctionFields(given) : []),
    field(
      {
        ...{ id, label: text(`privacy.ask.${kind}.words`), type: 'text', required: kind !== 'correct' },
        ...{ choices: [], rows: 3, maxLength: longestPrivacyWords, help: text('privacy.ask.words.help') },
      },
      given,
    ),
  ]
}

/** What of the person can be put right; a field left blank stays as it is. */
export function correctionFields(given: FieldSurroundings): readonly FieldModel[] {
  return CORRECTED_FIELDS.map(id => {
    const made = field(
      {
        ...{ id, label: text(`privacy.correct.${id}`), type: 'string', required: false, choices: [] },
        ...{ maxLength: INTAKE_LIMITS[id], help: text(`privacy.correct.${id}.help`) },
      },
      given,
    )
    return { ...made, width: 'medium', inputMode: id === 'contact' ? 'tel' : null }
  })
}
