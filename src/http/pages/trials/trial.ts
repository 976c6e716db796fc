import { formatInstant, localDateOf, localTimeOf } from '../../../calendar/index.js'
import { isRole, roleLabel } from '../../../casework/role.js'
import type { Actor } from '../../../casework/actor.js'
import { text } from '../../../catalogue/index.js'
import { mostSteps, peopleFor, type Trial, type TrialStanding } from '../../../trial/index.js'
import type { ChosenTime } from '../../forms/trial-form.js'
import { longestNote } from '../../forms/note-form.js'
import { withdrawalReasons } from '../../forms/withdrawal-form.js'
import { paths, pathTo } from '../../paths.js'
import { whoHas } from '../case-history.js'
import { deadlineCards, type CaseDeadlineCards } from '../case-deadlines.js'
import { field, type FieldModel } from '../field.js'
import { diagram, type DiagramModel, type GlanceRow, type PageHeaderModel } from '../parts.js'
import { state } from '../state.js'
import type { TimelineEntry } from '../timeline.js'
import { factsInWords } from './facts.js'
import { stepHint } from './hint.js'
import { trialHistory } from './history.js'
import { crumbs, triedName } from './parts.js'
import { timeField } from './start.js'
import type { TrialTaskModel } from './task.js'

/** The model of `admin/trial`: where a made-up case stands, and what may be done next. */
export interface TrialModel {
  readonly header: PageHeaderModel
  /** how many steps this page saw; every form sends it along */
  readonly seen: number
  readonly act: string
  readonly protocol: string
  readonly start: string
  readonly mayGoBack: boolean
  readonly ended: { readonly title: string; readonly advice: string } | null
  /** what people would read, and what an administrator may make of it */
  readonly problem: { readonly title: string; readonly advice: string; readonly hint: string | null } | null
  /** what kept playing on by itself from going on */
  readonly troubles: readonly string[]
  readonly incidents: readonly string[]
  readonly diagram: DiagramModel
  readonly clock: {
    readonly now: string
    readonly day: string
    /** what time alone brings next */
    readonly next: string | null
    readonly on: FieldModel
    readonly at: FieldModel
  }
  readonly tasks: readonly TrialTaskLine[]
  readonly task: TrialTaskModel | null
  readonly limits: CaseDeadlineCards
  readonly citizen: { readonly reason: FieldModel; readonly words: FieldModel } | null
  readonly history: readonly TimelineEntry[]
  readonly facts: readonly GlanceRow[]
}

interface TrialTaskLine {
  readonly id: number
  readonly href: string
  readonly name: string
  /** the role or the department, and who of them could */
  readonly who: string
  readonly current: boolean
}

/** What came back, and what was typed in the forms beside the task’s. */
export interface TrialReturned {
  readonly problem?: TrialModel['problem']
  readonly troubles?: readonly string[]
  readonly time?: ChosenTime
  readonly citizen?: {
    readonly values: Readonly<Record<string, string>>
    readonly errors: Readonly<Record<string, string>>
  }
}

export function trialModel(
  { id, trial }: { readonly id: string; readonly trial: Trial },
  standing: TrialStanding,
  task: TrialTaskModel | null,
  { problem = null, troubles = [], time, citizen = { values: {}, errors: {} } }: TrialReturned = {},
): TrialModel {
  const { plan } = trial
  const { ref } = plan
  const { now, case: page, process, incidents } = standing
  const address = { ref, id }
  const open = process.openTasks
  const ended = page.ending
  const people = peopleFor(trial, open)
  const chosen = time ?? { on: localDateOf(now), at: localTimeOf(now), instant: null, wrong: null }
  return {
    header: {
      title: text('trial.title', { name: triedName(plan) }),
      what: text('trial.what', { item: page.detail.itemName }),
      next: text(nextKey(ended, open.length), { count: open.length }),
      by: null,
      state:
        ended === null ? state('ok', text('trial.state.open')) : state('closed', text('trial.state.ended')),
      crumbs: crumbs(plan),
    },
    seen: trial.taken.length,
    act: pathTo(paths.trialAct, address),
    protocol: pathTo(paths.trialProtocol, address),
    start: pathTo(paths.trialStart, { ref }),
    mayGoBack: trial.taken.length > 0,
    ended:
      ended === null
        ? null
        : {
            title: text('trial.ended', { ending: ended }),
            advice: text('trial.ended.advice', {
              when: formatInstant(page.detail.closedAt ?? now),
              days: page.workingDays,
              steps: trial.taken.length,
            }),
          },
    problem,
    troubles: [
      ...troubles,
      ...(trial.taken.length >= mostSteps ? [text('problem.trialTooLong', { steps: mostSteps })] : []),
    ],
    incidents: incidents.map(({ code, message }) => stepHint(code, message)),
    diagram: diagram(pathTo(paths.trialXml, address), pathTo(paths.trialState, address)),
    clock: {
      now: formatInstant(now),
      day: text(`trial.day.${standing.day.kind}`, { name: standing.day.name ?? '' }),
      next: standing.next && nextWords(standing.next),
      on: timeField('clockOn', chosen),
      at: timeField('clockAt', chosen),
    },
    tasks: open.map(one => ({
      id: one.id,
      href: `${pathTo(paths.trial, address)}?task=${one.id}#task`,
      name: one.name,
      who: whoWords(whoHas(one), people.get(one.id) ?? []),
      current: one.id === task?.id,
    })),
    task,
    limits: withoutProofs(deadlineCards(page)),
    citizen: ended === null ? citizenFields(citizen) : null,
    history: trialHistory(trial, standing).toReversed(),
    facts: factsInWords(standing.facts, standing.departments).map(one => ({
      ...one,
      href: null,
      masked: null,
    })),
  }
}

function nextKey(ended: string | null, open: number): string {
  if (ended !== null) return 'trial.next.ended'
  return open === 0 ? 'trial.next.waiting' : 'trial.next'
}

function nextWords({ kind, name, at }: NonNullable<TrialStanding['next']>): string {
  return text(`trial.moment.${kind}`, { name, when: formatInstant(at) })
}

function whoWords(who: string, people: readonly Actor[]): string {
  const role = isRole(who) ? roleLabel(who) : who
  if (people.length === 0) return text('trial.who.nobody', { role })
  return text('trial.who', { role, people: people.map(({ name }) => name).join('、') })
}

/** The proof of a date is a paper of the real office. */
function withoutProofs({ current, past }: CaseDeadlineCards): CaseDeadlineCards {
  const without = (cards: CaseDeadlineCards['current']) => cards.map(card => ({ ...card, proofHref: null }))
  return { current: without(current), past: without(past) }
}

function citizenFields(form: NonNullable<TrialReturned['citizen']>) {
  const reasons = withdrawalReasons.map(id => ({ id, name: text(`track.withdraw.reason.${id}`) }))
  const label = (name: string) => text(`trial.citizen.${name}`)
  return {
    reason: field(
      { id: 'citizenReason', label: label('reason'), type: 'enum', required: true, choices: reasons },
      form,
    ),
    words: field(
      {
        ...{ id: 'citizenWords', label: label('words'), type: 'text', required: true, choices: [] },
        ...{ rows: 2, maxLength: longestNote },
      },
      form,
    ),
  }
}
