import { existsSync } from 'node:fs'
import path from 'node:path'
import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import { longestReturn, sectionsOf, type TaskPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { supervisionModel, type SupervisionModel } from './case-supervisions.js'
import type { FieldValues } from './field.js'
import type { PageHeaderModel } from './parts.js'
import { reportSections, type ReportSection } from './report-sections.js'
import { taskBrief, type TaskBrief } from './task-brief.js'
import { taskCase, type TaskCase } from './task-case.js'
import { filesField, taskFiles, type TaskFilesModel } from './task-files.js'
import { proposedValues, taskForm, type TaskFormModel } from './task-form.js'
import { taskHeader } from './task-header.js'
import { taskNotice, type TaskNotice } from './task-notice.js'
import { saidTo } from './said-to.js'

/** The model of `tasks/task`. */
export interface TaskModel {
  readonly header: PageHeaderModel
  readonly notice: TaskNotice | null
  readonly guidance: string | null
  /** what presses whoever has it, until it is done */
  readonly pressed: readonly SupervisionModel[]
  /** how often it was given to somebody else, in words */
  readonly reassigned: string | null
  /** the partial of its own that this form has: `forms/phone-reply`; `forms/plain` for the others */
  readonly formPartial: string
  readonly brief: TaskBrief
  readonly form: TaskFormModel
  /** 签字确认 or 整改佐证, where the form asks for what they prove */
  readonly files: TaskFilesModel | null
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
  readonly case: TaskCase | null
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
  const errors = returned?.errors ?? {}
  const values = returned?.values ?? { ...saidTo(page, officeName), ...proposedValues(page) }
  const form = taskForm(page, values, errors)
  const files = mayWork && page.case !== null ? taskFiles(page.form.fields, errors) : null
  const wrongFiles = files?.error ? { field: filesField, message: files.error } : null
  return {
    header: taskHeader(page, mayWork),
    notice: taskNotice(page, returned),
    guidance: page.guidance,
    pressed: pressedOf(page, actor),
    reassigned: reassignedOf(page),
    formPartial: `forms/${own ? key : 'plain'}`,
    brief: taskBrief(page, officeName),
    form: { ...form, errors: [...form.errors, ...(wrongFiles ? [wrongFiles] : [])] },
    files,
    id: task.id,
    revision: task.revision,
    giveBack: giveBackOf(page, returned),
    reuse: mayWork ? reuseOf(page) : [],
    mayWork,
    showForm: mayWork || returned !== null,
    claim: mayWork && task.assigneeId === null,
    mine: open && mine,
    case: taskCase(page, actor),
    report: reportOf(page),
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
