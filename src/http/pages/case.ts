import { randomUUID } from 'node:crypto'
import { formatDate, formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { labelOf } from '../../casework/choice.js'
import { CONFIRMATIONS } from '../../casework/confirmation.js'
import { CALL_RESULTS } from '../../casework/phone-call.js'
import { mayOpenAttachments } from '../../casework/permission.js'
import { verdictLabel, VERDICTS } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { CasePage, OpenTask } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { attachmentsModel, type AttachmentsModel } from './attachments.js'
import { besideModel, type BesideModel, type ReturnedBeside } from './case-beside.js'
import { deadlineCards, nextDeadline, type CaseDeadlineCards } from './case-deadlines.js'
import { supervisionModel, type ReturnedReply, type SupervisionModel } from './case-supervisions.js'
import { intakeRows, resultRows } from './case-glance.js'
import { caseHistory, whoHas } from './case-history.js'
import { earlierModel, type EarlierModel } from './earlier-rectification.js'
import { guidanceHref } from './guidance-slip.js'
import { ledger, type LedgerModel } from './ledger.js'
import { diagram, type DiagramModel, type GlanceRow, type LinkModel, type PageHeaderModel } from './parts.js'
import { rectificationState } from './rectification-state.js'
import { state, type StateModel } from './state.js'
import { rectificationBrief, type RectificationBrief } from './rectification-brief.js'
import { timeLinks } from './time-links.js'
import type { TimelineEntry } from './timeline.js'

/** The model of `cases/case`. */
export interface CaseModel {
  readonly header: PageHeaderModel
  readonly number: string
  readonly description: string
  readonly glance: readonly GlanceRow[]
  readonly results: readonly GlanceRow[]
  readonly incident: boolean
  readonly open: readonly { readonly href: string; readonly name: string; readonly who: string }[]
  readonly deadlines: CaseDeadlineCards
  /** to the pages that change the time, for who may */
  readonly time: readonly LinkModel[]
  readonly diagram: DiagramModel | null
  /** the procedure that it runs by, in words */
  readonly handbook: LinkModel | null
  readonly attachments: AttachmentsModel
  readonly timeline: readonly TimelineEntry[]
  readonly confirmations: LedgerModel | null
  readonly calls: LedgerModel | null
  readonly rectifications: readonly (RectificationBrief & {
    readonly state: StateModel
    readonly returned: string | null
  })[]
  readonly earlier: EarlierModel | null
  readonly supervisions: readonly SupervisionModel[]
  readonly similar: readonly (LinkModel & { readonly note: string })[]
  /** for the supervisor, while it goes on */
  readonly press: {
    readonly action: string
    readonly message: string
    readonly problem: string | null
    /** the same form sent twice presses once */
    readonly submissionId: string
  } | null
  readonly reassign: readonly ReassignModel[]
  readonly note: { readonly action: string } | null
  /** what may be done about it beside the procedure */
  readonly beside: BesideModel
  /** 情况说明表, for who may print it */
  readonly sheetHref: string | null
  /** 指引单, of a case that was none */
  readonly guidanceHref: string | null
}

interface ReassignModel {
  readonly action: string
  readonly name: string
  readonly who: string
  readonly revision: number
  readonly id: number
  readonly number: string
  readonly people: readonly { readonly id: number; readonly name: string; readonly chosen: boolean }[]
  readonly problem: string | null
}

/** What a form of the page that came back brings along. */
export interface ReturnedToCase {
  readonly press?: string | undefined
  readonly reply?: ReturnedReply | undefined
  readonly beside?: ReturnedBeside | undefined
  readonly reassign?: { readonly taskId: number; readonly to: number; readonly problem: string } | undefined
}

export function caseModel(page: CasePage, actor: Actor, returned: ReturnedToCase = {}): CaseModel {
  const { detail, openTasks } = page
  const { number, definitionId } = detail
  const goesOn = detail.closedAt === null
  const supervises = actor.role === 'supervisor' && goesOn
  return {
    header: headerOf(page),
    number,
    description: detail.description,
    glance: [...intakeRows(detail, actor), ...reassignedRow(page)],
    results: resultRows(detail),
    incident: detail.openIncidents > 0,
    open: openTasks.map(task => ({
      href: pathTo(paths.task, { id: task.id }),
      name: task.name,
      who: whoHasNow(task),
    })),
    deadlines: deadlineCards(page),
    time: timeLinks(page, actor),
    diagram:
      definitionId === null
        ? null
        : diagram(pathTo(paths.definitionXml, { id: definitionId }), pathTo(paths.caseProcess, { number })),
    handbook:
      definitionId === null
        ? null
        : {
            href: pathTo(paths.handbook, { id: definitionId }),
            label: text('process.runsOn', { version: detail.definitionVersion ?? '' }),
          },
    attachments: attachmentsModel(page.attachments, {
      number,
      mayAdd: mayOpenAttachments(actor, detail),
      back: pathTo(paths.case, { number }),
    }),
    timeline: caseHistory(page),
    confirmations: confirmationsOf(page),
    calls: callsOf(page),
    rectifications: rectificationsOf(page),
    earlier: earlierModel(page),
    supervisions: page.supervisions.map(one => supervisionModel(number, one, actor, returned.reply)),
    similar: similarOf(page),
    press: supervises
      ? {
          action: pathTo(paths.caseSupervision, { number }),
          message: pressWords(page),
          problem: returned.press ?? null,
          submissionId: randomUUID(),
        }
      : null,
    reassign: supervises
      ? openTasks
          .filter(task => task.candidates.length > 0)
          .map(task => reassignOf(page, task, returned.reassign))
      : [],
    note:
      goesOn && actor.role !== 'leader' && actor.role !== 'admin'
        ? { action: pathTo(paths.caseNotes, { number }) }
        : null,
    guidanceHref: guidanceHref(page),
    beside: besideModel(page, actor, returned.beside),
    sheetHref: ['clerk', 'officer', 'supervisor'].includes(actor.role)
      ? pathTo(paths.caseForm, { number })
      : null,
  }
}

function headerOf(page: CasePage): PageHeaderModel {
  const { detail, openTasks, ending } = page
  const { number, itemName, placeName, verdict, closedAt } = detail
  const place = placeName
  const what =
    verdict === null
      ? text('case.what', { place })
      : text('case.what.verdict', { place, verdict: verdictLabel(verdict) })
  const due = nextDeadline(page)
  return {
    title: `${number} ${itemName}`,
    what: what + text(closedAt === null ? 'case.days' : 'case.days.closed', { days: page.workingDays }),
    next:
      closedAt === null
        ? openTasks.map(task => text('case.next', { task: task.name, who: whoHas(task) })).join('；') ||
          text('case.next.waiting')
        : text('case.next.closed', { ending: ending ?? text('runtime.ended') }),
    by:
      closedAt !== null
        ? text('case.by.closed', { when: formatInstant(closedAt) })
        : due === null
          ? null
          : text(
              due.standing.overdue
                ? 'case.by.passed'
                : due.dueOn > due.promisedOn
                  ? 'case.by.extended'
                  : 'case.by',
              {
                when: formatInstant(due.dueAt),
                limit: due.name,
                promised: formatDate(due.promisedOn),
              },
            ),
    state: stateOf(page),
    crumbs: [{ href: paths.cases, label: text('cases.title') }],
  }
}

/** The worst of what runs; of a closed case how it ended. */
function stateOf({ deadlines, detail, ending }: CasePage): StateModel {
  if (detail.closedAt !== null) return state('met', ending ?? text('runtime.ended'))
  const open = deadlines.filter(one => one.closedAt === null && one.kind !== 'none')
  if (open.some(one => one.card === 'red')) return state('red')
  if (open.some(one => one.card === 'yellow')) return state('yellow')
  return state(open.some(one => one.standing.pause !== null) ? 'paused' : 'ok')
}

function pressWords(page: CasePage): string {
  const due = nextDeadline(page)
  if (due === null) return text('case.press.words', { task: page.openTasks[0]?.name ?? '' })
  const when = formatInstant(due.dueAt)
  return text(due.standing.overdue ? 'watch.press.passed' : 'watch.press.due', { name: due.name, when })
}

function reassignOf(
  { detail }: CasePage,
  task: OpenTask,
  returned: ReturnedToCase['reassign'],
): ReassignModel {
  const { id, name, revision, candidates } = task
  const came = returned?.taskId === id ? returned : null
  return {
    action: pathTo(paths.transferTask, { id }),
    id,
    name,
    who: whoHasNow(task),
    revision,
    number: detail.number,
    people: candidates.map(one => ({ ...one, chosen: one.id === came?.to })),
    problem: came?.problem ?? null,
  }
}

/** Who has it, and whether it has been handed about. */
function whoHasNow(task: OpenTask): string {
  const who = whoHas(task)
  return task.reassigned === 0 ? who : text('case.reassigned.who', { who, count: task.reassigned })
}

function reassignedRow({ reassigned }: CasePage): readonly GlanceRow[] {
  if (reassigned === 0) return []
  return [{ label: text('case.reassign'), value: text('case.reassigned.times', { count: reassigned }) }]
}

function confirmationsOf({ confirmations }: CasePage): LedgerModel | null {
  if (confirmations.length === 0) return null
  const columns = ['department', 'part', 'round', 'said', 'when'].map(name => ({
    label: text(`case.confirmation.${name}`),
  }))
  const rows = confirmations.map(one => {
    const said =
      one.confirmation === null
        ? text('task.brief.confirmation.waiting')
        : labelOf(CONFIRMATIONS, one.confirmation)
    return [
      one.departmentName,
      text(`case.part.${one.part}`),
      text('case.round', { round: one.round }),
      one.reason ? `${said}：${one.reason}` : said,
      one.confirmedAt === null ? text('shell.none') : formatInstant(one.confirmedAt),
    ]
  })
  return ledger(null, columns, rows)
}

function callsOf({ calls }: CasePage): LedgerModel | null {
  if (calls.length === 0) return null
  const columns = ['when', 'number', 'result', 'said', 'understood'].map(name => ({
    label: text(`case.call.${name}`),
  }))
  const rows = calls.map(({ at, number, result, said, understood }) => [
    formatInstant(at),
    number,
    labelOf(CALL_RESULTS, result),
    said ?? text('shell.none'),
    understood === null ? text('shell.none') : text(understood ? 'case.understood' : 'case.notUnderstood'),
  ])
  return ledger(null, columns, rows)
}

function rectificationsOf(page: CasePage): CaseModel['rectifications'] {
  const names = new Map(page.confirmations.map(one => [one.departmentId, one.departmentName]))
  return page.rectifications.map(one => ({
    ...rectificationBrief(one, names),
    state: rectificationState(one),
    returned: one.returnedReason,
  }))
}

function similarOf({ similar, links, detail }: CasePage): CaseModel['similar'] {
  const linked = links.map(({ number, kind, caseId }) => ({
    number,
    // a link is told from the later case's side or from the earlier one's
    note: text(`case.link.${kind}${caseId === detail.id ? '' : '.later'}`),
  }))
  const known = new Set(linked.map(({ number }) => number))
  const others = similar
    .filter(({ number }) => !known.has(number))
    .map(({ number, registeredOn, verdict }) => ({
      number,
      note:
        text('case.similar.note', { day: formatDate(registeredOn) }) +
        (verdict === null ? '' : `，${labelOf(VERDICTS, verdict)}`),
    }))
  return [...linked, ...others].map(({ number, note }) => ({
    href: pathTo(paths.case, { number }),
    label: number,
    note,
  }))
}
