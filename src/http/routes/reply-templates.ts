import { isOneOf } from '../../casework/choice.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { REPLY_OCCASIONS } from '../../casework/reply-template.js'
import type { Config } from '../../config.js'
import { replyWordings, wordReply, type Parts } from '../../runtime/index.js'
import { typed } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { replyTemplatesPage } from '../pages/reply-templates.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 答复模板: what the office says to citizens, worded by the office. */
export function replyTemplatesRoutes(parts: Parts, { officeName }: Pick<Config, 'officeName'>) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.replyTemplates, 'template.change', async (request, response) => {
      const { occasion, cause } = request.query
      const asked = typeof occasion === 'string' && typeof cause === 'string' ? `${occasion}:${cause}` : ''
      const wordings = await replyWordings(parts, actorOf(request))
      response.page('replies/templates', replyTemplatesPage(wordings, officeName, { cause: asked }))
    })

    route(routes, 'post', paths.replyTemplates, 'template.change', async (request, response) => {
      const body: unknown = request.body
      const [occasion, cause, words] = [typed(body, 'occasion'), typed(body, 'cause'), typed(body, 'words')]
      if (!isOneOf(REPLY_OCCASIONS, occasion)) {
        response.redirect(303, paths.replyTemplates)
        return
      }
      try {
        const own = typed(body, 'own') === '' ? words : ''
        await wordReply(parts, actorOf(request), { occasion, cause, words: own })
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const returned = { occasion, cause, words, problem: Object.values(error.fields).join('') }
        const page = replyTemplatesPage(await replyWordings(parts, actorOf(request)), officeName, {
          cause: '',
          returned,
        })
        response.status(422).page('replies/templates', page)
        return
      }
      response.flash('done', 'replies.done')
      response.redirect(303, `${paths.replyTemplates}#${occasion.replace('.', '-')}`)
    })
  }
}
