import { existsSync } from 'node:fs'
import path from 'node:path'
import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { mayOpenAttachments } from '../../casework/permission.js'
import { quarterLabel } from '../../casework/quarter.js'
import { isRole, roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { longestReturn, sectionsOf, type TaskPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { attachmentsModel, type AttachmentsModel } from './attachments.js'
import { cardOf } from './case-deadlines.js'
import { intakeRows } from './case-glance.js'
import { supervisionModel, type SupervisionModel } from './case-supervisions.js'
import { caseHistory } from './case-history.js'
import type { DeadlineCardModel } from './deadline-card.js'
import type { FieldValues } from './field.js'
import type { GlanceRow, PageHeaderModel } from './parts.js'
import { reportSections, type ReportSection } from './report-sections.js'
import { state, type StateModel } from './state.js'
import { taskBrief, type TaskBrief } from './task-brief.js'
import { proposedValues, taskForm, type TaskFormModel } from './task-form.js'
import { saidTo } from './said-to.js'
import type { TimelineEntry } from './timeline.js'

/** The model of `tasks/task`. */
export interface TaskModel {
  readonly header: PageHeaderModel
  readonly notice: {
    readonly kind: 'problem' | 'info'
    readonly title: string
    readonly advice: string
  } | null
  readonly guidance: string | null
  /** what presses whoever has it, until it is done */
  readonly pressed: readonly SupervisionModel[]
  /** how often it was given to somebody else, in words */
  readonly reassigned: string | null
  /** the partial of its own that this form has: `forms/phone-reply`; `forms/plain` for the others */
  readonly formPartial: string
  readonly brief: TaskBrief
  readonly form: TaskFormModel
  readonly id: number
  readonly revision: number
  /** 退回: to the step before, for who may do the task */
  readonly giveBack: {
    readonly action: string
    readonly words: string
    readonly label: string
    readonly reason: string
    readonly problem: string | null
    readonly limit: number
  } | null
  readonly reuse: readonly {
    readonly id: number
    readonly words: string
    readonly state: string
    readonly label: string
  }[]
  /** it waits and this person may do it */
  readonly mayWork: boolean
  readonly showForm: boolean
  readonly claim: boolean
  readonly mine: boolean
  readonly case: {
    readonly number: string
    readonly href: string
    readonly description: string
    readonly glance: readonly GlanceRow[]
    readonly deadlines: readonly DeadlineCardModel[]
    readonly earlier: readonly TimelineEntry[]
    readonly attachments: AttachmentsModel
  } | null
  /** of a task of the quarter's report: its words, unless the form itself has them */
  readonly report: { readonly href: string; readonly sections: readonly ReportSection[] } | null
}

/** What a form that came back brings along. */
export interface ReturnedForm {
  readonly values: FieldValues
  readonly errors: Readonly<Record<string, string>>
  readonly problem: { readonly title: string; readonly advice: string } | null
  /** of 退回, which has a form of its own */
  readonly giveBack?: { readonly reason: string; readonly problem: string } | undefined
}

const views = path.join(import.meta.dirname, '../../../views')

export function taskModel(
  page: TaskPage,
  actor: Actor,
  officeName: string,
  returned: ReturnedForm | null = null,
): TaskModel {
  const { task, refusal } = page
  const open = task.closedAt === null
  const mayWork = open && refusal === null
  const key = page.form.key ?? ''
  const own = /^[\w-]+$/.test(key) && existsSync(path.join(views, 'forms', `${key}.hbs`))
  const mine = task.assigneeId === actor.accountId
  return {
    header: headerOf(page, mayWork),
    notice: noticeOf(page, returned),
    guidance: page.guidance,
    pressed: pressedOf(page, actor),
    reassigned: reassignedOf(page),
    formPartial: `forms/${own ? key : 'plain'}`,
    brief: taskBrief(page, officeName),
    form: taskForm(
      page,
      returned?.values ?? { ...saidTo(page, officeName), ...proposedValues(page) },
      returned?.errors ?? {},
    ),
    id: task.id,
    revision: task.revision,
    giveBack: giveBackOf(page, returned),
    reuse: mayWork ? reuseOf(page) : [],
    mayWork,
    showForm: mayWork || returned !== null,
    claim: mayWork && task.assigneeId === null,
    mine: open && mine,
    case: page.case && {
      number: page.case.detail.number,
      href: pathTo(paths.case, { number: page.case.detail.number }),
      description: page.case.detail.description,
      glance: intakeRows(page.case.detail, actor),
      deadlines: deadlinesOf(page.case, task.nextDeadlineId),
      earlier: earlier(page.case),
      attachments: attachmentsModel(page.case.attachments, {
        number: page.case.detail.number,
        mayAdd: mayOpenAttachments(actor, page.case.detail),
        taskId: task.id,
        back: pathTo(paths.task, { id: task.id }),
      }),
    },
    report: reportOf(page),
  }
}

function headerOf({ task, refusal, case: caseOf }: TaskPage, mayWork: boolean): PageHeaderModel {
  const { candidateGroup, departmentName, departmentId } = task
  const role = isRole(candidateGroup) ? roleLabel(candidateGroup) : (candidateGroup ?? '')
  const who =
    departmentId !== null && departmentName !== null
      ? text('task.who.department', { role, department: departmentName })
      : role
  const next =
    task.closedAt !== null
      ? 'closed'
      : refusal !== null
        ? 'notYours'
        : task.assigneeId === null
          ? 'claim'
          : 'fill'
  return {
    title: task.name,
    what:
      task.caseNumber === null
        ? text('task.what.report', { quarter: quarterLabel(task.quarter ?? ''), who })
        : text('task.what', { number: task.caseNumber, item: task.itemName ?? '', who }),
    next: text(`task.next.${next}`),
    by: byOf(task, caseOf?.now ?? null),
    state: mayWork ? stateOf(task, caseOf?.now ?? null) : null,
    crumbs: [
      { href: paths.tasks, label: text('task.crumb') },
      ...(task.caseNumber === null
        ? task.quarter === null
          ? []
          : [{ href: pathTo(paths.reportOf, { quarter: task.quarter }), label: quarterLabel(task.quarter) }]
        : [{ href: pathTo(paths.case, { number: task.caseNumber }), label: task.caseNumber }]),
    ],
  }
}

function pressedOf({ task, case: caseOf }: TaskPage, actor: Actor): readonly SupervisionModel[] {
  if (caseOf === null || task.closedAt !== null) return []
  // who is asked because a limit passed sees the papers that have gone out already
  const goesUp = task.candidateGroup === 'supervisor' || task.candidateGroup === 'leader'
  return caseOf.supervisions
    .filter(({ pressed, number }) => (goesUp ? number !== null : pressed.some(({ id }) => id === task.id)))
    .map(one => supervisionModel(caseOf.detail.number, one, actor))
    .toReversed()
}

function giveBackOf({ task, stepBefore }: TaskPage, returned: ReturnedForm | null): TaskModel['giveBack'] {
  if (stepBefore === null) return null
  return {
    action: pathTo(paths.returnTask, { id: task.id }),
    words: text('beside.return.help', { step: stepBefore }),
    label: text('beside.return.send', { step: stepBefore }),
    reason: returned?.giveBack?.reason ?? '',
    problem: returned?.giveBack?.problem ?? null,
    limit: longestReturn,
  }
}

function reuseOf({ reusable }: TaskPage): TaskModel['reuse'] {
  return reusable.map(({ id, element, part, afterText, acceptedAt, submittedAt }) => ({
    id,
    words: [[element, part].filter(Boolean).join(' · '), afterText ?? ''].join('：'),
    state: text(acceptedAt === null ? 'beside.reuse.waiting' : 'beside.reuse.accepted'),
    label: text('beside.reuse.useOf', { day: formatInstant(submittedAt), element }),
  }))
}

function reassignedOf({ task, case: caseOf }: TaskPage): string | null {
  const count = caseOf?.openTasks.find(({ id }) => id === task.id)?.reassigned ?? 0
  return count === 0 ? null : text('task.reassigned', { count })
}

function reportOf({ task, form, facts }: TaskPage): TaskModel['report'] {
  if (task.quarter === null) return null
  const inForm = form.key === 'quarter-draft'
  return {
    href: pathTo(paths.reportOf, { quarter: task.quarter }),
    sections: inForm ? [] : reportSections(sectionsOf(facts)),
  }
}

function byOf({ closedAt, dueAt, deadlineName }: TaskPage['task'], now: string | null): string | null {
  if (closedAt !== null || dueAt === null) return null
  const passed = now !== null && dueAt < now
  return text(passed ? 'task.by.passed' : 'task.by', {
    when: formatInstant(dueAt),
    limit: deadlineName ?? '',
  })
}

function stateOf({ dueAt, warnAt }: TaskPage['task'], now: string | null): StateModel | null {
  if (dueAt === null || now === null) return null
  if (dueAt < now) return state('red')
  return warnAt !== null && warnAt <= now ? state('yellow') : state('ok')
}

function noticeOf({ task, refusal }: TaskPage, returned: ReturnedForm | null): TaskModel['notice'] {
  if (returned?.problem) {
    const kept = text(task.closedAt === null && refusal === null ? 'task.again' : 'task.lost')
    return { kind: 'problem', title: returned.problem.title, advice: `${returned.problem.advice}${kept}` }
  }
  if (task.closedAt !== null) {
    const when = formatInstant(task.closedAt)
    const advice =
      task.closeKind === 'completed'
        ? text('task.closed', { by: task.closedByName ?? text('runtime.someone'), when })
        : text('task.cancelled', { when })
    return { kind: 'info', title: text('task.next.closed'), advice }
  }
  if (refusal !== null) return { kind: 'info', title: text('task.refused'), advice: refusal }
  if (returned === null && task.draft !== null)
    return { kind: 'info', title: text('tasks.draft'), advice: text('task.draftKept') }
  return null
}

/** The limit of this very task first, then what was promised to the citizen. */
function deadlinesOf(
  caseOf: NonNullable<TaskPage['case']>,
  own: number | null,
): readonly DeadlineCardModel[] {
  const open = caseOf.deadlines.filter(
    one => one.closedAt === null && (one.id === own || one.promise !== null),
  )
  const ownFirst = open.toSorted((one, other) => Number(other.id === own) - Number(one.id === own))
  return ownFirst.flatMap(one => cardOf(one, caseOf.now, caseOf.detail.number) ?? [])
}

/** So many of the last steps stand beside the form; the page of the case has all. */
const lastSteps = 8

/** What the steps before have said: completed forms and the cards, the newest first. */
function earlier(page: NonNullable<TaskPage['case']>): readonly TimelineEntry[] {
  return caseHistory(page)
    .filter(
      ({ kind, facts, note }) => kind !== 'now' && (facts.length > 0 || kind === 'red' || note !== null),
    )
    .toReversed()
    .slice(0, lastSteps)
}
