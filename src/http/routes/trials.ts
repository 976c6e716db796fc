import type { Request, RequestHandler, Response } from 'express'
import { InvalidAnswersProblem, Problem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import type { Parts } from '../../runtime/index.js'
import {
  exampleAnswers,
  standingOf,
  trialTask,
  TrialGoneProblem,
  TrialMovedOnProblem,
  type Trial,
  type Trials,
} from '../../trial/index.js'
import { idOf } from '../forms/id.js'
import { readTaskAnswers } from '../forms/task-answers.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { diagramState } from '../pages/diagram-state.js'
import { faultOf } from '../pages/fault.js'
import type { ReturnedForm } from '../pages/task.js'
import { hintOf } from '../pages/trials/hint.js'
import { protocolModel, type ProtocolModel } from '../pages/trials/protocol.js'
import { goneModel, type TrialGoneModel } from '../pages/trials/gone.js'
import { trialTaskModel } from '../pages/trials/task.js'
import { trialModel, type TrialModel, type TrialReturned } from '../pages/trials/trial.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { act } from './trial-acts.js'
import { trialStartRoutes } from './trial-start.js'

declare module '../render.js' {
  interface Pages {
    'admin/trial': TrialModel
    'admin/trial-gone': TrialGoneModel
    'admin/trial-protocol': ProtocolModel
  }
}

interface Address {
  readonly ref: string
  readonly id: string
}

type At = Request<Address>

/** What is told above the page, with what an administrator may make of it. */
type Told = TrialModel['problem']

/** What came back, and with it the task’s form as it was sent. */
interface Returned extends TrialReturned {
  readonly task?: { readonly id: number; readonly by: number; readonly form: ReturnedForm }
}

/** 试运行: a made-up case played through a diagram, in an office of its own; the real one is read and never written. */
export function trialRoutes(parts: Parts, trials: Trials, { officeName }: Pick<Config, 'officeName'>) {
  return (routes: Routes): void => {
    trialStartRoutes(routes, parts, trials)

    const press = withTrial(async (trial, request, response) => {
      const again = (_: Partial<ReturnedForm>, problem: Told) =>
        show(trial, request, response.status(422), { problem })
      await orShow(trial, request, response, again, async () => {
        const acted = await act(trial, request.body)
        if ('again' in acted) {
          await show(trial, request, response.status(422), acted.again)
          return
        }
        response.flash('done', acted.done)
        response.redirect(303, pathTo(paths.trial, request.params))
      })
    })

    route(routes, 'get', paths.trial, 'process.change', withTrial(show))

    route(
      routes,
      'get',
      paths.trialXml,
      'process.change',
      withTrial(({ plan }, _request, response) => {
        response.set('Cache-Control', 'no-store')
        response.type('application/xml').send(plan.xml)
      }),
    )

    route(
      routes,
      'get',
      paths.trialState,
      'process.change',
      withTrial(async (trial, _request, response) => {
        response.json(diagramState((await standingOf(trial)).process))
      }),
    )

    route(
      routes,
      'get',
      paths.trialProtocol,
      'process.change',
      withTrial(async (trial, request, response) => {
        const { ref, id } = request.params
        const back = pathTo(paths.trial, { ref, id })
        const made = { back, at: parts.clock.now(), officeName, by: actorOf(request).name }
        response.page('admin/trial-protocol', protocolModel(trial, await standingOf(trial), made))
      }),
    )

    route(
      routes,
      'post',
      paths.trialTask,
      'process.change',
      withTrial<{ ref: string; id: string; task: string }>(async (trial, request, response) => {
        const { ref, id, task } = request.params
        await complete(trial, idOf(task), request, response, () => {
          response.redirect(303, pathTo(paths.trial, { ref, id }))
        })
      }),
    )

    route(routes, 'post', paths.trialAct, 'process.change', async (request, response, next) => {
      const { ref, id } = request.params
      if (typed(request.body, 'act') !== 'leave') {
        await press(request, response, next)
        return
      }
      await trials.leave(actorOf(request).accountId, id)
      response.flash('done', 'trial.done.leave')
      response.redirect(303, pathTo(paths.trialStart, { ref }))
    })
  }

  /** Hands the handler its trial; where there is none any more, the page offers to begin another. */
  function withTrial<Named extends Address = Address>(
    handler: (trial: Trial, request: Request<Named>, response: Response) => Promise<void> | void,
  ): RequestHandler<Named> {
    return async (request, response) => {
      const { ref, id } = request.params
      let trial: Trial
      try {
        trial = await trials.find(actorOf(request).accountId, id)
      } catch (error) {
        if (!(error instanceof TrialGoneProblem)) throw error
        response.status(404).page('admin/trial-gone', goneModel(ref))
        return
      }
      await handler(trial, request, response)
    }
  }

  /** Sends the form of a task as the person who does it. */
  async function complete(
    trial: Trial,
    id: number,
    request: At,
    response: Response,
    done: () => void,
  ): Promise<void> {
    const by = typedNumber(request.body, 'by')
    const { page } = await trialTask(trial, id, by)
    const { values, errors } = readTaskAnswers(page.form.fields, request.body)
    const again = (form: Partial<ReturnedForm>, problem: Told) =>
      show(trial, request, response.status(422), {
        task: { id, by, form: { values, errors: {}, problem: null, ...form } },
        problem,
      })
    if (Object.keys(errors).length > 0) return again({ errors }, asPeopleSeeIt)
    await orShow(trial, request, response, again, async () => {
      await trial.take({ kind: 'complete', taskId: id, by, body: values }, typedNumber(request.body, 'seen'))
      response.flash('done', 'trial.done.complete', { task: page.task.name })
      done()
    })
  }

  /**
   * What the use case refuses is shown on the page, as people would be shown it; and who sees an earlier step than the
   * trial has come to is told so and sees the one it has. What fails is the diagram’s fault, and no fault of this server.
   */
  async function orShow(
    trial: Trial,
    request: At,
    response: Response,
    again: (form: Partial<ReturnedForm>, problem: Told) => Promise<void>,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { title, advice } = faultOf(error)
      if (error instanceof TrialMovedOnProblem)
        await show(trial, request, response.status(409), { problem: { title, advice, hint: null } })
      else if (error instanceof InvalidAnswersProblem) await again({ errors: error.fields }, asPeopleSeeIt)
      else await again({}, { title, advice, hint: hintOf(error) })
    }
  }

  /** The page as things stand now, with what came back. */
  async function show(trial: Trial, request: At, response: Response, returned: Returned = {}): Promise<void> {
    const { ref, id } = request.params
    const standing = await standingOf(trial)
    const asked = returned.task?.id ?? Number(request.query.task)
    const open = standing.process.openTasks
    const shown = open.find(task => task.id === asked) ?? open[0]
    const by = returned.task?.by ?? Number(request.query.as)
    const task = shown ? await trialTask(trial, shown.id, by) : null
    const sent = returned.task?.id === shown?.id ? returned.task?.form : undefined
    const example =
      task && request.query.example === '1'
        ? { values: await exampleAnswers(trial, task), errors: {}, problem: null }
        : null
    const model = task && trialTaskModel({ ref, id }, task, officeName, sent ?? example)
    response.page('admin/trial', trialModel({ id, trial }, standing, model, returned))
  }
}

const asPeopleSeeIt = {
  title: text('trial.wrongInput'),
  advice: text('trial.wrongInput.advice'),
  hint: text('trial.hint.invalidAnswers'),
}
