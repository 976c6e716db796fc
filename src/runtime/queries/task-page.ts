import type { Actor } from '../../casework/actor.js'
import { NotFoundProblem, Problem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { hasRight } from '../../casework/rights.js'
import type { ContactRule } from '../../casework/phone-call.js'
import type { Wording } from '../../casework/reply-template.js'
import type { Form } from '../../engine/index.js'
import type { StoredRectification, TaskDetail } from '../../store/index.js'
import { loadCase } from '../case-subject.js'
import { contactRule } from '../office-settings.js'
import type { Parts } from '../parts.js'
import { loadReport } from '../report-subject.js'
import { reusable } from '../reusing.js'
import { requireMayWork } from '../task-permission.js'
import { stepBeforeTask } from './case-beside.js'
import { casePage } from './case-page.js'
import type { CasePage } from './case-page.js'
import { maySeeCase } from './case-sight.js'

/** A task with its form and the case beside it. */
export interface TaskPage {
  readonly task: TaskDetail
  /** What the diagram tells the person who does it. */
  readonly guidance: string | null
  readonly form: Form
  /** What FEEL sees: the form shows its fields by it and proposes what is known already. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Null for a task of the quarter’s report. */
  readonly case: CasePage | null
  /** Why this person may not do it, in a sentence; null when they may. */
  readonly refusal: string | null
  /** The number to dial, when this person may do the task and it is the phone reply; each such look is noted. */
  readonly contact: { readonly name: string; readonly number: string } | null
  /** How often who does not answer is rung up, as the office has set it. */
  readonly contactRule: ContactRule
  /** The step it can be given back to (退回), by its name. */
  readonly stepBefore: string | null
  /** What this department has put right before: one of them may serve this case too. */
  readonly reusable: readonly StoredRectification[]
  /** 答复模板, the newest first, where the form says something to the citizen. */
  readonly wordings: readonly Wording[]
  readonly departments: readonly { readonly id: number; readonly name: string }[]
}

/** @throws NotFoundProblem when there is no such task or its case is not this reader’s */
export async function taskPage(parts: Parts, actor: Actor, taskId: number): Promise<TaskPage> {
  const { store, clock } = parts
  const task = await taskInSight(store, actor, await store.views.taskDetail(taskId))
  const definition = await parts.definitions.byId(task.definitionId)
  const node = definition.nodes.get(task.activityId)
  const now = clock.now()
  return store
    .transaction(async unit => {
      const subject =
        task.caseId === null
          ? await loadReport(unit, task.reportId ?? 0)
          : await loadCase(unit, task.caseId, now)
      const row = subject.kind === 'case' ? subject.row : null
      const refusal = await refusalOf(() => requireMayWork(unit, actor, task, { definition, row }))
      const dials = node?.userTask?.form.key === 'phone-reply' && refusal === null && task.closedAt === null
      if (dials && row) {
        await unit.disclosures.record([
          {
            caseId: row.id,
            accountId: actor.accountId,
            at: now,
            reason: text('runtime.disclosure.task', { task: task.name }),
          },
        ])
      }
      const departments = await unit.places.departments()
      return {
        task,
        guidance: node?.documentation ?? null,
        form: node?.userTask?.form ?? { fields: [] },
        facts: subject.context(now),
        refusal,
        contactRule: await contactRule(unit),
        contact: dials && row ? { name: row.agentName ?? row.reporterName, number: row.contact } : null,
        departments: departments.filter(one => one.active).map(({ id, name }) => ({ id, name })),
        row,
      }
    })
    .then(async ({ row, ...rest }) => {
      const page = {
        ...rest,
        stepBefore: rest.refusal === null ? await stepBeforeTask(parts, taskId) : null,
        wordings: saysSomething(rest.form) ? await store.read.replyTemplates.all() : [],
        reusable: await reusableOf(parts, actor, rest),
      }
      if (row === null && page.refusal !== null && actor.role !== 'supervisor' && actor.role !== 'officer') {
        throw new NotFoundProblem(text('runtime.task'))
      }
      return { ...page, case: row === null ? null : await caseOfTask(parts, actor, row.number) }
    })
}

/** The task, to whoever may see its case; of the report, to whoever may see that. @see caseInSight */
async function taskInSight(
  store: Parts['store'],
  actor: Actor,
  task: TaskDetail | null,
): Promise<TaskDetail> {
  const row = await store.read.cases.byId(task?.caseId ?? 0)
  const seen = await maySeeCase(store, actor, row)
  if (!task || !(task.caseId === null ? hasRight(actor, 'report.see') : seen))
    throw new NotFoundProblem(text('runtime.task'))
  return task
}

/** What is not theirs is a task that is not there, not a case. */
async function caseOfTask(parts: Parts, actor: Actor, number: string): Promise<CasePage> {
  try {
    return await casePage(parts, actor, number)
  } catch (error) {
    throw error instanceof NotFoundProblem ? new NotFoundProblem(text('runtime.task')) : error
  }
}

/** Whether the form has a field for what the citizen is told. */
function saysSomething({ fields }: Form): boolean {
  return fields.some(({ id }) => id === 'callSaid' || id === 'noticeText' || id === 'feedbackText')
}

const mostReusable = 8

/** None where the form is another one, and none of this case: what it said itself is proposed by the form. */
async function reusableOf(
  { store }: Parts,
  { departmentId }: Actor,
  { task, form, refusal }: Pick<TaskPage, 'task' | 'form' | 'refusal'>,
): Promise<readonly StoredRectification[]> {
  if (form.key !== 'rectification' || refusal !== null || departmentId === null) return []
  const handedIn = await store.read.rectifications.ofDepartment(departmentId, reusable)
  return handedIn.filter(one => one.caseId !== task.caseId && one.sameAs === null).slice(0, mostReusable)
}

async function refusalOf(check: () => Promise<void>): Promise<string | null> {
  try {
    await check()
    return null
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}
