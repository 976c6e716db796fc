import { formatDate, formatInstant, groundLabel, pauseGrounds } from '../../calendar/index.js'
import { REPLY_CHANNELS } from '../../casework/reply-channel.js'
import { text } from '../../catalogue/index.js'
import { longestWords, type CasePage, type TimedLimit } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel, type FieldSource } from './field.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'deadlines/change': TimeChangeModel
  }
}

/** A page that changes the time of a case: which limits it is about, what it means, and one form. */
export interface TimeChangeModel {
  readonly header: PageHeaderModel
  /** why it was refused as a whole */
  readonly problem: string | null
  readonly limits: readonly { readonly name: string; readonly stands: string }[]
  /** what follows from it, a sentence each */
  readonly means: readonly string[]
  readonly errors: ReturnType<typeof errorList>
  readonly action: string
  /** none when there is nothing that could be changed so */
  readonly fields: readonly FieldModel[]
  readonly submit: string
  readonly back: string
}

/** The changes of time that have a page. */
export type TimeChange = 'pause' | 'prolong' | 'resume' | 'interim'

/** A form that came back: what was typed, and what is wrong with it. */
export interface ReturnedChange {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly problem: string | null
}

const nothingTyped: ReturnedChange = { values: {}, errors: {}, problem: null }

export function timeChangePage(
  change: TimeChange,
  { detail, time }: Pick<CasePage, 'detail' | 'time'>,
  returned: ReturnedChange = nothingTyped,
): TimeChangeModel {
  const { number, itemName } = detail
  const limits = limitsOf(change, time)
  const back = pathTo(paths.case, { number })
  const fields = limits.length === 0 ? [] : sourcesOf(change, limits).map(source => field(source, returned))
  return {
    header: {
      title: text(`time.${change}.title`),
      what: text('time.what', { number, item: itemName }),
      next: text(limits.length === 0 ? 'time.next.none' : `time.${change}.next`),
      by: null,
      state: null,
      crumbs: [
        { href: paths.cases, label: text('cases.title') },
        { href: back, label: number },
      ],
    },
    problem: returned.problem,
    limits: limits.map(limit => ({ name: limit.name, stands: standsOf(limit) })),
    means: limits.length === 0 ? [] : means[change].map(key => text(key)),
    errors: errorList(fields),
    action: pathTo(actions[change], { number }),
    fields,
    submit: text(`time.${change}.submit`),
    back,
  }
}

const actions = {
  pause: paths.casePause,
  prolong: paths.caseProlong,
  resume: paths.caseResume,
  interim: paths.caseInterimReply,
} as const

const means: Readonly<Record<TimeChange, readonly string[]>> = {
  pause: ['time.pause.means.today', 'time.pause.means.itself', 'time.pause.means.told'],
  prolong: ['time.prolong.means'],
  resume: ['time.resume.means'],
  interim: ['time.interim.means.before', 'time.interim.means.figures', 'time.interim.means.cards'],
}

function limitsOf(change: TimeChange, { pausable, extendable }: CasePage['time']): readonly TimedLimit[] {
  if (change === 'interim') return extendable
  return pausable.filter(({ pause }) => (pause === null) === (change === 'pause'))
}

function standsOf({ pause, dueAt, dueOn, promisedOn }: TimedLimit): string {
  const due = formatInstant(dueAt)
  if (pause !== null)
    return text('time.limit.stands', {
      ground: groundLabel(pause.ground),
      from: formatDate(pause.from),
      until: formatDate(pause.until),
      due,
    })
  return dueOn > promisedOn
    ? text('time.limit.extended', { due, promised: formatDate(promisedOn) })
    : text('time.limit.runs', { due })
}

function sourcesOf(change: TimeChange, limits: readonly TimedLimit[]): readonly FieldSource[] {
  switch (change) {
    case 'pause':
      return [groundField(limits), ...timeFields, said('document'), said('words')]
    case 'prolong':
      return [...timeFields, said('document'), said('words')]
    case 'resume':
      return [said('words')]
    case 'interim':
      return interimFields
  }
}

function groundField(limits: readonly TimedLimit[]): FieldSource {
  const allowed = pauseGrounds.filter(ground => limits.some(({ grounds }) => grounds.includes(ground)))
  const choices = allowed.map(ground => ({ id: ground, name: groundLabel(ground) }))
  return { ...words('ground'), type: 'enum', required: true, choices }
}

function said(name: 'document' | 'words'): FieldSource {
  const type = name === 'words' ? 'text' : 'string'
  return { ...words(name), type, required: true, rows: 3, maxLength: longestWords[name], choices: [] }
}

const timeFields: readonly FieldSource[] = [
  { ...words('workingDays'), type: 'long', required: false, choices: [] },
  { ...words('until'), type: 'date', required: false, choices: [] },
]

const interimFields: readonly FieldSource[] = [
  { ...words('interimReason'), type: 'text', required: true, rows: 3, maxLength: 2000, choices: [] },
  { ...words('newDateOn'), type: 'date', required: true, choices: [] },
  {
    ...words('feedbackChannel'),
    type: 'enum',
    required: true,
    choices: REPLY_CHANNELS.map(({ value, label }) => ({ id: value, name: label })),
  },
  { ...words('feedbackText'), type: 'text', required: true, rows: 5, maxLength: 2000, choices: [] },
]

function words(name: string): Pick<FieldSource, 'id' | 'label' | 'help'> {
  return { id: name, label: text(`time.field.${name}`), help: text(`time.field.${name}.help`) }
}
