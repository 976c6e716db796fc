import { InvalidAnswersProblem, NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import { casePage, replyToPress, type Parts } from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { typed } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { caseModel } from '../pages/case.js'
import { supervisionPaper } from '../pages/supervision-paper.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

// who may see the case may read its papers; the administrator has no business with them

/** 督办单 on paper, and the answers to it. */
export function supervisionsRoutes(parts: Parts, { officeName }: Pick<Config, 'officeName'>) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.supervision, 'supervision.see', async (request, response) => {
      const { number, id } = request.params
      const page = await casePage(parts, actorOf(request), number)
      const paper = page.supervisions.find(one => one.id === idOf(id) && one.number !== null)
      if (!paper) throw new NotFoundProblem(text('runtime.supervision'))
      response.page('cases/supervision', supervisionPaper(page, paper, officeName))
    })

    route(routes, 'post', paths.supervisionReply, 'supervision.reply', async (request, response) => {
      const actor = actorOf(request)
      const { number } = request.params
      const id = idOf(request.params.id)
      const words = typed(request.body, 'words')
      try {
        await replyToPress(parts, actor, { number, supervisionId: id, words })
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const returned = { id, words, problem: error.fields.words ?? error.message }
        const page = caseModel(await casePage(parts, actor, number), actor, { reply: returned })
        response.status(422).page('cases/case', page)
        return
      }
      response.flash('done', 'supervision.answered')
      response.redirect(303, safePath(typed(request.body, 'back'), pathTo(paths.case, { number })))
    })
  }
}
