import { formatInstant } from '../../calendar/index.js'
import { APPLIED_CHANNELS, CHANNELS } from '../../casework/channel.js'
import { labelOf, type Choice } from '../../casework/choice.js'
import { FAILED_STAGES } from '../../casework/failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ } from '../../casework/guide.js'
import { CALL_RESULTS } from '../../casework/phone-call.js'
import { REPORTER_KINDS } from '../../casework/reporter-kind.js'
import { roleLabel } from '../../casework/role.js'
import { satisfactionLabel } from '../../casework/satisfaction.js'
import { text } from '../../catalogue/index.js'
import type { OwnData } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel } from './field.js'
import type { GlanceRow, PageHeaderModel } from './parts.js'
import { privacyRequestModel } from './privacy-state.js'

declare module '../render.js' {
  interface Pages {
    'track/data': OwnDataModel
  }
}

/** A part of what is kept: its rows, or the words that say there is nothing. */
export interface OwnDataSection {
  readonly title: string
  readonly rows: readonly GlanceRow[]
  readonly none: string
}

/** 查阅、复制: what is kept of a citizen with their case. */
export interface OwnDataModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  /** to see it whole; null when it is */
  readonly prove: { readonly action: string; readonly field: FieldModel } | null
  readonly sections: readonly OwnDataSection[]
  readonly paper: string
  readonly data: string
  readonly rights: string
  readonly back: string
}

/** @param wrong the sentence beside a number that is not the case’s */
export function ownDataPage(data: OwnData, wrong: string | null = null): OwnDataModel {
  const { number, whole, tracked } = data
  const prove = field(
    {
      ...{ id: 'contact', label: text('privacy.prove.label'), type: 'string', required: true, choices: [] },
      ...{ maxLength: 50, help: text('privacy.prove.help') },
    },
    { values: {}, errors: wrong === null ? {} : { contact: wrong } },
  )
  return {
    header: {
      title: text('privacy.data.title'),
      what: text('privacy.data.what', { number, item: tracked.itemName }),
      next: text(whole ? 'privacy.data.next.whole' : 'privacy.data.next'),
      by: null,
    },
    errors: errorList([prove]),
    prove: whole
      ? null
      : {
          action: pathTo(paths.trackData, { number }),
          field: { ...prove, inputMode: 'tel', autocomplete: 'tel', width: 'medium' },
        },
    sections: ownDataSections(data),
    paper: pathTo(paths.trackCopyPaper, { number }),
    data: pathTo(paths.trackCopyData, { number }),
    rights: pathTo(paths.trackRights, { number }),
    back: pathTo(paths.trackCase, { number }),
  }
}

/** What is kept, part by part; the page and the paper have the same. */
export function ownDataSections(data: OwnData): readonly OwnDataSection[] {
  const { tracked, calls, looks, requests } = data
  return [
    section('report', reportRows(data)),
    section(
      'supplements',
      tracked.supplements.map(({ at, words, files }) =>
        row(formatInstant(at), [words, files && text('history.files', { files })].filter(Boolean).join('\n')),
      ),
    ),
    section(
      'files',
      tracked.files.map(({ id, name, at }) => ({
        ...row(formatInstant(at), name),
        href: pathTo(paths.trackFile, { number: data.number, id }),
      })),
    ),
    section(
      'calls',
      calls.map(({ at, number, result, said }) =>
        row(
          formatInstant(at),
          [text('privacy.data.call', { number, result: labelOf(CALL_RESULTS, result) }), said]
            .filter(Boolean)
            .join('\n'),
        ),
      ),
    ),
    section('answers', answerRows(data)),
    section(
      'looks',
      looks.map(({ at, role }) =>
        row(formatInstant(at), role === null ? text('runtime.someone') : roleLabel(role)),
      ),
    ),
    section(
      'requests',
      requests.map(request => {
        const { what, state, when, ground, answer } = privacyRequestModel(request)
        const lines = [`${state.label}。${when}`, request.words, ground, answer]
        return row(what, lines.filter(Boolean).join('\n'))
      }),
    ),
  ]
}

function reportRows({ number, report, tracked }: OwnData): readonly GlanceRow[] {
  const { reporterName, agentName, visits } = report
  return [
    row(text('privacy.data.number'), number),
    row(text('case.glance.item'), report.itemName),
    row(text('case.glance.place'), tracked.placeName),
    row(text('privacy.data.registeredAt'), formatInstant(report.registeredAt)),
    row(text('case.glance.channel'), labelOf(CHANNELS, report.channel)),
    row(text('privacy.field.reporterName'), reporterName === '' ? text('case.anonymous') : reporterName),
    row(text('privacy.data.kind'), labelOf(REPORTER_KINDS, report.reporterKind)),
    ...(agentName === null ? [] : [row(text('privacy.field.agentName'), agentName)]),
    row(text('privacy.field.contact'), report.contact),
    ...known('privacy.data.applied', APPLIED_CHANNELS, report.appliedChannel),
    ...known('case.glance.stage', FAILED_STAGES, report.failedStage),
    ...(visits === null ? [] : [row(text('privacy.data.visits'), text('case.visits', { count: visits }))]),
    ...known('privacy.data.guideRead', GUIDE_READ, report.guideRead),
    ...known('privacy.data.guideMatch', GUIDE_MATCH, report.guideMatch),
    row(text('case.description'), report.description),
  ]
}

function answerRows({ tracked }: OwnData): readonly GlanceRow[] {
  const { reply, feedback, interim, guidance, missing, rating } = tracked
  const said = (name: string, words: string | null | undefined) =>
    words ? [row(text(`track.answer.${name}`), words)] : []
  const { given } = rating
  return [
    ...said('reply', reply?.words),
    ...said('missing', missing),
    ...said('interim', interim?.words),
    ...said('feedback', feedback?.words),
    ...said('guidance', guidance),
    ...(given === null
      ? []
      : [
          row(
            text('track.rating.title'),
            [satisfactionLabel(given.grade), given.words].filter(Boolean).join('\n'),
          ),
        ]),
  ]
}

function known(label: string, choices: readonly Choice[], value: string | null): readonly GlanceRow[] {
  return value === null ? [] : [row(text(label), labelOf(choices, value))]
}

function section(name: string, rows: readonly GlanceRow[]): OwnDataSection {
  return { title: text(`privacy.data.${name}`), rows, none: text(`privacy.data.${name}.none`) }
}

function row(label: string, value: string): GlanceRow {
  return { label, value, href: null, masked: null }
}
