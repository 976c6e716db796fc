import { noticeList, readAllNotices, readNotice, unreadNotices, type Parts } from '../../runtime/index.js'
import { idCursor, readCursor } from '../forms/cursor.js'
import { idOf } from '../forms/id.js'
import { typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { noticesPage } from '../pages/notices.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

const pageSize = 30

/** 提醒, for everybody who is signed in: their own. */
export function noticesRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.notices, 'signedIn', async (request, response) => {
      const actor = actorOf(request)
      const { after: asked } = request.query
      const cursor = readCursor(idCursor, asked)
      const list = await noticeList(parts, actor, { after: cursor, limit: pageSize })
      const unread = await unreadNotices(parts, actor)
      const after = cursor !== null && typeof asked === 'string' ? asked : null
      response.page('notices/list', noticesPage(list, { after, unread, reader: actor }))
    })

    // following it is reading it; it leads to what is to be done
    route(routes, 'get', paths.notice, 'signedIn', async (request, response) => {
      response.redirect(303, leadsTo(await readNotice(parts, actorOf(request), idOf(request.params.id))))
    })

    route(routes, 'post', paths.noticesRead, 'signedIn', async (request, response) => {
      await readAllNotices(parts, actorOf(request), typedNumber(request.body, 'through'))
      response.flash('done', 'notices.allRead')
      response.redirect(303, paths.notices)
    })
  }
}

function leadsTo({ taskId, caseNumber, kind }: Awaited<ReturnType<typeof readNotice>>): string {
  if (kind.startsWith('privacy.')) return paths.privacyRequests
  if (taskId !== null) return pathTo(paths.task, { id: taskId })
  if (caseNumber !== null) return pathTo(paths.case, { number: caseNumber })
  return kind === 'calendar.unannounced' ? paths.calendar : paths.notices
}
