import { CORRECTED_FIELDS } from '../../casework/correction.js'
import { PRIVACY_CHANNELS, PRIVACY_REQUESTS } from '../../casework/privacy-request.js'
import { text } from '../../catalogue/index.js'
import { longestPrivacyWords, type PersonOfCase } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel } from './field.js'
import { correctionFields } from './own-rights.js'
import type { GlanceRow, PageHeaderModel } from './parts.js'
import { proofField, type ReturnedDecision } from './privacy-request.js'
import { privacyRequestModel, type PrivacyRequestModel } from './privacy-state.js'

declare module '../render.js' {
  interface Pages {
    'cases/person': CasePersonModel
  }
}

/** 反映人的个人信息: what the window does for a citizen who comes with a request about their own data. */
export interface CasePersonModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly known: readonly GlanceRow[]
  readonly restricted: boolean
  /** it was cleared: there is nothing to put right, and nothing to ask for */
  readonly erased: boolean
  readonly requests: readonly (PrivacyRequestModel & {
    /** what is to stand there instead, masked */
    readonly wanted: readonly string[]
    readonly href: string | null
  })[]
  readonly correct: { readonly action: string; readonly fields: readonly FieldModel[] }
  readonly ask: { readonly action: string; readonly fields: readonly FieldModel[] }
}

/** A form of the page that came back. */
export interface ReturnedPerson extends ReturnedDecision {
  readonly form: 'correct' | 'ask'
}

export function casePersonPage(
  { person, requests, mayDecide }: PersonOfCase,
  returned: ReturnedPerson | null = null,
): CasePersonModel {
  const { number, itemName } = person
  const of = (form: ReturnedPerson['form']): ReturnedDecision =>
    returned?.form === form ? returned : { values: {}, errors: {} }
  const correct = [...correctionFields(of('correct')), proofField(of('correct'))]
  const ask = askFields(of('ask'))
  return {
    header: {
      title: text('privacy.person.title'),
      what: text('privacy.person.what', { number, item: itemName }),
      next: text('privacy.person.next'),
      by: null,
      crumbs: [
        { href: paths.cases, label: text('cases.title') },
        { href: pathTo(paths.case, { number }), label: number },
      ],
    },
    errors: errorList([...correct, ...ask]),
    erased: person.erased,
    known: [
      row('reporterName', person.reporterName || text('case.anonymous')),
      ...(person.agentName === null ? [] : [row('agentName', person.agentName)]),
      row('contact', person.contact),
    ],
    restricted: person.restricted,
    requests: requests.map(one => ({
      ...privacyRequestModel(one),
      wanted: CORRECTED_FIELDS.flatMap(name => {
        const value = one[name]
        return value === null
          ? []
          : [text('privacy.person.wanted', { field: text(`privacy.field.${name}`), value })]
      }),
      href: mayDecide ? pathTo(paths.privacyRequest, { id: one.id }) : null,
    })),
    correct: { action: pathTo(paths.casePersonCorrect, { number }), fields: correct },
    ask: { action: pathTo(paths.casePersonAsk, { number }), fields: ask },
  }
}

/** What is written down for them; a correction is made at once, in the form above. */
function askFields(returned: ReturnedDecision): readonly FieldModel[] {
  return [
    field(
      {
        ...{ id: 'kind', label: text('privacy.person.kind'), type: 'enum', required: true },
        choices: PRIVACY_REQUESTS.filter(({ value }) => value !== 'correct').map(({ value, label }) => ({
          ...{ id: value, name: label },
        })),
      },
      returned,
    ),
    field(
      {
        ...{ id: 'channel', label: text('privacy.person.channel'), type: 'enum', required: true },
        choices: PRIVACY_CHANNELS.filter(({ value }) => value !== 'web').map(({ value, label }) => ({
          ...{ id: value, name: label },
        })),
      },
      returned,
    ),
    field(
      {
        ...{ id: 'words', label: text('privacy.person.words'), type: 'text', required: true, rows: 3 },
        ...{ choices: [], maxLength: longestPrivacyWords, help: text('privacy.ask.words.help') },
      },
      returned,
    ),
  ]
}

function row(name: string, value: string): GlanceRow {
  return { label: text(`privacy.field.${name}`), value, href: null, masked: null }
}
