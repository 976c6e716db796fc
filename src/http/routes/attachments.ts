import { InvalidAnswersProblem } from '../../casework/problem.js'
import { attachToCase, openAttachment, removeAttachment, type Parts } from '../../runtime/index.js'
import { readAttachmentForm } from '../forms/attachment-form.js'
import { idOf } from '../forms/id.js'
import { typed } from '../forms/typed.js'
import { giveFile } from '../middleware/give-file.js'
import { actorOf } from '../middleware/require-role.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

/** Pictures and papers of a case, for the office. Who may see which is asked of the runtime, file by file. */
export function attachmentRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'post', paths.caseFiles, 'case.attach', async (request, response) => {
      const { number } = request.params
      const uploads = request.uploads ?? []
      const back = safePath(typed(request.body, 'back'), pathTo(paths.case, { number }))
      const form = readAttachmentForm(request.body)
      const { added, refused } = await attachToCase(parts, actorOf(request), { number, uploads, ...form })
      if (uploads.length === 0) response.flash('problem', 'attachment.mustChoose')
      else if (refused.length === 0) response.flash('done', 'attachment.added', { count: added })
      else response.flash('problem', 'attachment.partly', { count: added, refused: refused.join('') })
      response.redirect(303, `${back}#attachments`)
    })

    for (const [path, small] of [
      [paths.caseFile, false],
      [paths.caseFileSmall, true],
    ] as const)
      route(routes, 'get', path, 'case.attach', async (request, response) => {
        const { number, id } = request.params
        await giveFile(
          response,
          await openAttachment(parts, actorOf(request), { number, id: idOf(id), small }),
        )
      })

    route(routes, 'post', paths.caseFileRemove, 'case.attach', async (request, response) => {
      const { number, id } = request.params
      const back = safePath(typed(request.body, 'back'), pathTo(paths.case, { number }))
      try {
        await removeAttachment(parts, actorOf(request), {
          number,
          id: idOf(id),
          why: typed(request.body, 'why'),
        })
        response.flash('done', 'attachment.removed')
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        response.flash('problem', 'attachment.remove.why.missing')
      }
      response.redirect(303, `${back}#attachments`)
    })
  }
}
