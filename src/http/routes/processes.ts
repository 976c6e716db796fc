import { InvalidAnswersProblem, NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import {
  comparison,
  draftOfVersion,
  makeCurrentAgain,
  processesPage,
  setFourEyes,
  sideOf,
  versionPage,
  type Parts,
} from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { typed } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { compareModel, type CompareModel } from '../pages/processes/compare.js'
import { processesModel, type ProcessesModel } from '../pages/processes/list.js'
import { processVersionModel, standingState, type ProcessModel } from '../pages/processes/version.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/processes': ProcessesModel
    'admin/process': ProcessModel
    'admin/compare': CompareModel
  }
}

/** The diagrams and their versions: to look at, to compare, to make current again; and the rule of four eyes. */
export function processesRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.processes, 'process.change', async (request, response) => {
      response.page('admin/processes', processesModel(await processesPage(parts, actorOf(request))))
    })

    route(routes, 'post', paths.processRules, 'process.change', async (request, response) => {
      const on = typed(request.body, 'fourEyes') === 'on'
      await setFourEyes(parts, actorOf(request), on)
      response.flash('done', `processes.fourEyes.done.${on ? 'on' : 'off'}`)
      response.redirect(303, `${paths.processes}#rules`)
    })

    route(routes, 'get', paths.processCompare, 'process.change', async (request, response) => {
      const { from, to } = request.query
      if (typeof from !== 'string' || typeof to !== 'string')
        throw new NotFoundProblem(text('runtime.definition'))
      const actor = actorOf(request)
      const found = await comparison(
        parts,
        actor,
        await sideOf(parts, actor, from),
        await sideOf(parts, actor, to),
      )
      const { processes } = await processesPage(parts, actor)
      const process = processes.find(({ key }) => key === found.after.key)
      const draft = process?.draft ?? null
      response.page('admin/compare', compareModel(found, process?.versions ?? [], draft !== null))
    })

    route(routes, 'get', paths.process, 'process.change', async (request, response) => {
      response.page(
        'admin/process',
        processVersionModel(await versionPage(parts, actorOf(request), idOf(request.params.id))),
      )
    })

    route(routes, 'get', paths.processStanding, 'process.change', async (request, response) => {
      const { standing } = await versionPage(parts, actorOf(request), idOf(request.params.id))
      response.json(standingState(standing))
    })

    route(routes, 'post', paths.processCurrent, 'process.change', async (request, response) => {
      const id = idOf(request.params.id)
      const reason = typed(request.body, 'reason')
      try {
        const stored = await makeCurrentAgain(parts, actorOf(request), { id, reason })
        response.flash('done', 'process.current.done', { version: stored.version })
        response.redirect(303, pathTo(paths.process, { id: stored.id }))
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const page = await versionPage(parts, actorOf(request), id)
        response.status(422)
        response.page('admin/process', processVersionModel(page, { reason, errors: error.fields }))
      }
    })

    route(routes, 'post', paths.processAsDraft, 'process.change', async (request, response) => {
      const { key } = await draftOfVersion(parts, actorOf(request), idOf(request.params.id))
      response.flash('done', 'process.asDraft.done')
      response.redirect(303, pathTo(paths.processDeploy, { key }))
    })
  }
}
