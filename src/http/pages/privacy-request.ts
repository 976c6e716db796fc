import { formatDate, formatInstant } from '../../calendar/index.js'
import { labelOf } from '../../casework/choice.js'
import { CORRECTED_FIELDS } from '../../casework/correction.js'
import {
  groundsFor,
  IDENTITY_PROOFS,
  PRIVACY_CHANNELS,
  PRIVACY_REQUESTS,
  TOLD_WAYS,
} from '../../casework/privacy-request.js'
import { text } from '../../catalogue/index.js'
import { longestPrivacyAnswer, type PrivacyRequestPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel, type FieldSource } from './field.js'
import type { GlanceRow, PageHeaderModel } from './parts.js'
import { privacyRequestModel, privacyState, type PrivacyRequestModel } from './privacy-state.js'

declare module '../render.js' {
  interface Pages {
    'privacy/request': PrivacyRequestPageModel
  }
}

/** 答复个人信息申请: what is asked, what may be done about it, and the decision. */
export interface PrivacyRequestPageModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly rows: readonly GlanceRow[]
  /** what is to be thought of before this kind is granted */
  readonly advice: readonly string[]
  readonly action: string
  readonly back: string
  /** null once it was answered */
  readonly fields: readonly FieldModel[] | null
  readonly decided: PrivacyRequestModel | null
}

/** A decision that came back with what is wrong with it. */
export interface ReturnedDecision {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

export function privacyRequestPageModel(
  page: PrivacyRequestPage,
  returned: ReturnedDecision = { values: {}, errors: {} },
): PrivacyRequestPageModel {
  const { request, person, today } = page
  const open = request.decidedAt === null
  const erased = request.kind === 'erase' && request.decision === 'granted'
  const fields = open ? decisionFields(page, returned) : null
  const { number, itemName } = person
  return {
    header: {
      title: text('privacy.decide.title', { what: labelOf(PRIVACY_REQUESTS, request.kind) }),
      what: text('privacy.decide.what', { number, item: itemName }),
      next: text(`privacy.decide.next.${open ? request.kind : erased ? 'erased' : 'done'}`),
      by: open ? formatDate(request.dueOn) : null,
      state: privacyState(request, today),
      crumbs: [
        { href: paths.privacyRequests, label: text('privacy.list.title') },
        { href: pathTo(paths.case, { number }), label: number },
      ],
    },
    errors: errorList(fields ?? []),
    rows: requestRows(page),
    advice: open ? text(`privacy.decide.advice.${request.kind}`).split('\n') : [],
    action: pathTo(paths.privacyRequest, { id: request.id }),
    back: paths.privacyRequests,
    fields,
    decided: open ? null : privacyRequestModel(request),
  }
}

function requestRows({ request, person, keptUntil }: PrivacyRequestPage): readonly GlanceRow[] {
  const { askedAt, askedByName, channel, words } = request
  const how = labelOf(PRIVACY_CHANNELS, channel)
  const asked =
    askedByName === null
      ? text('privacy.list.askedBy', { when: formatInstant(askedAt), channel: how })
      : text('privacy.decide.writtenBy', { when: formatInstant(askedAt), channel: how, name: askedByName })
  const changes = CORRECTED_FIELDS.flatMap(name => {
    const wanted = request[name]
    if (wanted === null) return []
    const known = person[name]
    const from = known === null || known === '' ? text('shell.none') : known
    return [row(text(`privacy.field.${name}`), text('privacy.decide.change', { from, to: wanted }))]
  })
  const [proof, told] = [request.proof, request.told]
  return [
    row(text('privacy.decide.asked'), asked),
    row(text('privacy.decide.case'), text(person.closed ? 'privacy.decide.closed' : 'privacy.decide.open')),
    ...(keptUntil === null || request.kind !== 'erase'
      ? []
      : [row(text('privacy.decide.kept'), text('privacy.decide.keptUntil', { day: formatDate(keptUntil) }))]),
    ...changes,
    ...(words === '' ? [] : [row(text('privacy.decide.words'), words)]),
    ...(proof === null ? [] : [row(text('privacy.proof'), labelOf(IDENTITY_PROOFS, proof))]),
    ...(told === null ? [] : [row(text('privacy.told'), labelOf(TOLD_WAYS, told))]),
  ]
}

/** The decision; fields that only one of the two ways needs say so themselves, for a browser without scripts. */
function decisionFields(
  { request: { kind } }: PrivacyRequestPage,
  returned: ReturnedDecision,
): readonly FieldModel[] {
  const make = (source: Omit<FieldSource, 'choices'> & Partial<Pick<FieldSource, 'choices'>>) =>
    field({ choices: [], ...source }, returned)
  return [
    make({
      ...{ id: 'decision', label: text('privacy.decision'), type: 'enum', required: true },
      choices: ['granted', 'refused'].map(id => ({ id, name: text(`privacy.decision.${kind}.${id}`) })),
    }),
    ...(kind === 'correct' ? [proofField(returned, 'decision = "granted"')] : []),
    ...(kind === 'erase'
      ? [
          make({
            ...{ id: 'told', label: text('privacy.told'), type: 'enum', required: true },
            help: text('privacy.told.help'),
            choices: TOLD_WAYS.map(({ value, label }) => ({ id: value, name: label })),
            showWhen: 'decision = "granted"',
          }),
        ]
      : []),
    make({
      ...{ id: 'ground', label: text('privacy.ground'), type: 'enum', required: true },
      ...{ help: text('privacy.ground.help'), showWhen: 'decision = "refused"' },
      choices: groundsFor(kind).map(({ value, label, article }) => ({
        id: value,
        name: text('privacy.ground.choice', { label, article }),
      })),
    }),
    make({
      ...{ id: 'answer', label: text('privacy.answer'), type: 'text', required: true, rows: 4 },
      ...{ maxLength: longestPrivacyAnswer, help: text(`privacy.answer.help.${kind}`) },
    }),
  ]
}

/** How the citizen has shown who they are. */
export function proofField(returned: ReturnedDecision, showWhen?: string): FieldModel {
  return field(
    {
      ...{ id: 'proof', label: text('privacy.proof'), type: 'enum', required: true },
      ...{ help: text('privacy.proof.help'), showWhen },
      choices: IDENTITY_PROOFS.map(({ value, label }) => ({ id: value, name: label })),
    },
    returned,
  )
}

function row(label: string, value: string): GlanceRow {
  return { label, value, href: null, masked: null }
}
