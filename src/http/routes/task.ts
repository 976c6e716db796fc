import type { Response } from 'express'
import type { Actor } from '../../casework/actor.js'
import { InvalidAnswersProblem, Problem } from '../../casework/problem.js'
import type { Config } from '../../config.js'
import {
  attachToCase,
  casePage,
  completeTask,
  nextTask,
  reassignTask,
  returnTask,
  reuseRectification,
  saveDraft,
  taskForm,
  taskPage,
  type Parts,
} from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { readTaskAnswers, withEvidence } from '../forms/task-answers.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { caseModel } from '../pages/case.js'
import { faultOf } from '../pages/fault.js'
import { taskModel, type ReturnedForm, type TaskModel } from '../pages/task.js'
import { fileKindOf, filesField } from '../pages/task-files.js'
import { proposedValues } from '../pages/task-form.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

declare module '../render.js' {
  interface Pages {
    'tasks/task': TaskModel
  }
}

/** One task: its form, and what becomes of it. */
export function taskRoutes(routes: Routes, parts: Parts, { officeName }: Pick<Config, 'officeName'>): void {
  route(routes, 'get', paths.task, 'signedIn', async (request, response) => {
    const actor = actorOf(request)
    const page = await taskPage(parts, actor, idOf(request.params.id))
    response.page('tasks/task', taskModel(page, actor, officeName))
  })

  route(routes, 'post', paths.task, 'signedIn', async (request, response) => {
    const actor = actorOf(request)
    const taskId = idOf(request.params.id)
    const { name, caseNumber, form } = await taskForm(parts, actor, taskId)
    const { revision, values: words, errors } = readTaskAnswers(form.fields, request.body)
    const uploads = request.uploads ?? []
    const values = withEvidence(form.fields, words, uploads)
    const again = (status: number, returned: Partial<ReturnedForm>) =>
      showAgain(response.status(status), actor, taskId, { values, errors: {}, problem: null, ...returned })
    if (Object.keys(errors).length > 0) return again(422, { errors })
    try {
      // before the form is sent on: what was photographed is not lost with a form that comes back
      const kind = fileKindOf(form.fields)
      if (uploads.length > 0 && kind !== null && caseNumber !== null) {
        const number = caseNumber
        const { refused } = await attachToCase(parts, actor, { number, uploads, kind, taskId })
        if (refused.length > 0) {
          await again(422, { errors: { [filesField]: refused.join('') } })
          return
        }
      }
      const opened = await completeTask(parts, actor, { taskId, revision, body: values })
      const next = await nextTask(parts, actor, opened)
      response.flash('done', next === null ? 'task.done' : 'task.done.next', { task: name })
      response.redirect(303, next === null ? paths.tasks : pathTo(paths.task, { id: next }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { status, title, advice } = faultOf(error)
      const fields = error instanceof InvalidAnswersProblem ? error.fields : null
      await again(status, fields ? { errors: fields } : { problem: { title, advice } })
    }
  })

  route(routes, 'post', paths.returnTask, 'signedIn', async (request, response) => {
    const actor = actorOf(request)
    const taskId = idOf(request.params.id)
    const reason = typed(request.body, 'reason')
    try {
      await returnTask(parts, actor, { taskId, revision: typedNumber(request.body, 'revision'), reason })
    } catch (error) {
      if (!(error instanceof InvalidAnswersProblem)) throw error
      const giveBack = { reason, problem: Object.values(error.fields).join('') }
      const page = await taskPage(parts, actor, taskId)
      const returned = { values: proposedValues(page), errors: {}, problem: null, giveBack }
      response.status(422).page('tasks/task', taskModel(page, actor, officeName, returned))
      return
    }
    response.flash('done', 'beside.return.done')
    response.redirect(303, paths.tasks)
  })

  route(routes, 'post', paths.reuseTask, 'signedIn', async (request, response) => {
    const taskId = idOf(request.params.id)
    const rectificationId = typedNumber(request.body, 'rectification')
    await reuseRectification(parts, actorOf(request), { taskId, rectificationId })
    response.flash('done', 'beside.reuse.done')
    response.redirect(303, pathTo(paths.task, { id: taskId }))
  })

  route(routes, 'post', paths.draftTask, 'signedIn', async (request, response) => {
    const taskId = idOf(request.params.id)
    const actor = actorOf(request)
    const { form } = await taskForm(parts, actor, taskId)
    const { values } = readTaskAnswers(form.fields, request.body)
    await saveDraft(parts, actor, { taskId, typed: values })
    response.status(204).end()
  })

  route(routes, 'post', paths.transferTask, 'task.reassign', async (request, response) => {
    const body: unknown = request.body
    const actor = actorOf(request)
    const taskId = idOf(request.params.id)
    const [revision, to] = [typedNumber(body, 'revision'), typedNumber(body, 'to')]
    try {
      await reassignTask(parts, actor, { taskId, revision, to, reason: typed(body, 'reason') })
    } catch (error) {
      const number = typed(body, 'number')
      if (!(error instanceof InvalidAnswersProblem) || number === '') throw error
      const reassign = { taskId, to, problem: error.fields.reason ?? error.message }
      const page = caseModel(await casePage(parts, actor, number), actor, { reassign })
      response.status(422).page('cases/case', page)
      return
    }
    response.flash('done', 'case.reassigned')
    response.redirect(303, safePath(typed(body, 'back'), paths.tasks))
  })

  /** The page once more, as things stand now, with what was typed: nothing is lost. */
  async function showAgain(
    response: Response,
    actor: Actor,
    taskId: number,
    returned: ReturnedForm,
  ): Promise<void> {
    const page = await taskPage(parts, actor, taskId)
    response.page('tasks/task', taskModel(page, actor, officeName, returned))
  }
}
