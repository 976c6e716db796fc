import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import type { Actor } from '../../casework/actor.js'
import {
  pressCases,
  reassignTasks,
  type LiveBoard,
  type Parts,
  type Pulse,
  type WatchedBoard,
} from '../../runtime/index.js'
import { openEventStream } from '../event-stream.js'
import { idOf } from '../forms/id.js'
import { readWatchPress, type PressKind, type WatchPress } from '../forms/watch-press.js'
import { actorOf } from '../middleware/require-role.js'
import { outcomeWords, type Outcome } from '../pages/watch-acting.js'
import { boardModel, clockTime, watchPage, type BoardModel, type WatchModel } from '../pages/watch-board.js'
import { heatState } from '../pages/watch-heat.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'watch/board': WatchModel
    'watch/part': BoardModel
  }
}

/** 督办看板: the page, the part of it that changes, what tells the browser that it has, and what is done from it. */
export function watchRoutes(parts: Parts, live: LiveBoard) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.watch, 'watch.see', async (request, response) => {
      response.page('watch/board', watchPage(await live.for(actorOf(request)).board()))
    })

    route(routes, 'get', paths.watchBoard, 'watch.see', async (request, response) => {
      response.page('watch/part', boardModel(await live.for(actorOf(request)).board()))
    })

    route(routes, 'get', paths.watchHeat, 'watch.see', async (request, response) => {
      response.json(heatState(await live.for(actorOf(request)).board(), idOf(request.params.id)))
    })

    route(routes, 'get', paths.watchEvents, 'watch.see', (request, response) => {
      // a person who comes here by hand wants the board; who only asks for the head would never hear an end
      if (request.method === 'HEAD' || !request.accepts('text/event-stream'))
        response.redirect(303, paths.watch)
      else tellChanges(live.for(actorOf(request)), response)
    })

    route(routes, 'post', paths.watchPress, 'watch.see', (request, response) => act(request, response))
  }

  async function act(request: Request, response: Response): Promise<void> {
    const press = readWatchPress(request.body)
    if (press.kind === 'nothing') {
      response.redirect(303, paths.watch)
      return
    }
    const byScript = request.accepts(['html', 'json']) === 'json'
    try {
      const { sentence, all } = await done(actorOf(request), press.kind, press)
      if (byScript) {
        response.json({ sentence, submissionId: randomUUID() })
      } else {
        response.flash(all ? 'done' : 'info', 'watch.outcome', { sentence })
        response.redirect(303, paths.watch)
      }
    } catch (error) {
      if (!(error instanceof InvalidAnswersProblem)) throw error
      const problem = Object.values(error.fields).join('')
      response.status(422)
      if (byScript) response.json({ problem })
      else
        response.page('watch/board', watchPage(await live.for(actorOf(request)).board(), { press, problem }))
    }
  }

  async function done(actor: Actor, kind: PressKind, { targets, message, to, submissionId }: WatchPress) {
    const outcome =
      kind === 'reassign'
        ? await reassign(actor, { targets, to, reason: message, submissionId })
        : await pressCases(parts, actor, {
            targets: targets.map(({ number, deadlineId }) => ({ number, deadlineId })),
            kind,
            message,
            submissionId,
          })
    return { sentence: outcomeWords(kind, outcome), all: outcome.refused.length === 0 }
  }

  async function reassign(
    actor: Actor,
    {
      targets,
      to,
      reason,
      submissionId,
    }: Pick<WatchPress, 'targets' | 'to' | 'submissionId'> & { readonly reason: string },
  ): Promise<Outcome> {
    // a task may be behind two lines, of two deadlines
    const tasks = new Map(
      targets.flatMap(({ number, task }) =>
        task ? [[task.id, { number, taskId: task.id, revision: task.revision }] as const] : [],
      ),
    )
    const { done, refused } = await reassignTasks(parts, actor, {
      targets: [...tasks.values()],
      to,
      reason,
      submissionId,
    })
    const several = targets.filter(({ task }) => task === null)
    return {
      done,
      refused: [...refused, ...several.map(({ number }) => ({ number, why: 'several' as const }))],
    }
  }
}

function tellChanges(live: WatchedBoard, response: Response): void {
  const stream = openEventStream(response)
  const words = ({ revision, at }: Pulse) => ({ revision, time: clockTime(at) })
  const leave = live.subscribe({
    pulse: pulse => {
      stream.send({ name: 'board', id: pulse.revision, data: words(pulse) })
    },
    // an event and not a comment: the script must hear it to know that the line is not dead
    beat: pulse => {
      stream.send({ name: 'beat', data: words(pulse) })
    },
    end: () => {
      stream.end()
    },
  })
  response.once('close', leave)
}
