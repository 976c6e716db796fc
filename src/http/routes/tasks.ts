import type { Request } from 'express'
import type { Config } from '../../config.js'
import {
  claimTask,
  missingYears,
  privacyRequestsWaiting,
  releaseTask,
  workList,
  type Parts,
} from '../../runtime/index.js'
import { readCursor, taskCursor } from '../forms/cursor.js'
import { idOf } from '../forms/id.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { taskListPage, tabs, type Tab, type TaskListModel } from '../pages/task-list.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'
import { taskRoutes } from './task.js'

declare module '../render.js' {
  interface Pages {
    'tasks/list': TaskListModel
  }
}

const pageSize = 30

/** 我的待办, and what is done from it. */
export function tasksRoutes(parts: Parts, config: Pick<Config, 'officeName'>) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.tasks, 'signedIn', async (request, response) => {
      const actor = actorOf(request)
      const { words, after, asked } = queryOf(request)
      const ask = (whose: Tab) =>
        workList(parts, actor, {
          whose,
          text: words,
          after: readCursor(taskCursor, after),
          limit: pageSize,
        })
      let tab: Tab = asked ?? 'mine'
      let list = await ask(tab)
      if (asked === null && list.rows.length === 0) {
        // nothing taken yet: what waits to be taken is the next thing to do
        const waiting = await ask('unassigned')
        if (waiting.rows.length > 0) [tab, list] = ['unassigned', waiting]
      }
      const missing = await missingYears(parts, actor)
      const waiting = await privacyRequestsWaiting(parts, actor)
      response.page('tasks/list', taskListPage(actor, list, { tab, words, after }, { missing, waiting }))
    })

    route(routes, 'post', paths.claimTask, 'signedIn', async (request, response) => {
      const taskId = idOf(request.params.id)
      await claimTask(parts, actorOf(request), { taskId, revision: typedNumber(request.body, 'revision') })
      response.flash('done', 'tasks.claimed')
      response.redirect(303, safePath(typed(request.body, 'back'), pathTo(paths.task, { id: taskId })))
    })

    route(routes, 'post', paths.releaseTask, 'signedIn', async (request, response) => {
      const taskId = idOf(request.params.id)
      await releaseTask(parts, actorOf(request), { taskId, revision: typedNumber(request.body, 'revision') })
      response.flash('done', 'tasks.released')
      response.redirect(303, paths.tasks)
    })

    taskRoutes(routes, parts, config)
  }
}

function queryOf({ query }: Pick<Request, 'query'>): {
  words: string
  after: string | null
  asked: Tab | null
} {
  const { q, after, whose } = query
  return {
    words: typeof q === 'string' ? q.trim().slice(0, 100) : '',
    after: typeof after === 'string' && after !== '' ? after : null,
    asked: tabs.find(tab => tab === whose) ?? null,
  }
}
