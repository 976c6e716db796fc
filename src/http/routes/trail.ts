import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import { lastKeptHead, headsFile } from '../../kept-heads.js'
import { csv } from '../../papers/index.js'
import {
  exportTrail,
  lastTrailHead,
  noteAccess,
  trailPage,
  verifyTrail,
  type Parts,
  type TrailLine,
  type TrailVerdict,
} from '../../runtime/index.js'
import { readCursor } from '../forms/cursor.js'
import { readTrailQuery, trailCursor, trailFilter } from '../forms/trail-query.js'
import { PageNotFoundError } from '../http-error.js'
import { actorOf } from '../middleware/require-role.js'
import { trailModel, trailRow, type TrailModel } from '../pages/trail.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/trail': TrailModel
  }
}

/** 审计: who did and looked at what; to search, to take away, to verify. */
export function trailRoutes(parts: Parts, config: Pick<Config, 'dataDir'>) {
  let verifying: Promise<TrailVerdict> | null = null

  return (routes: Routes): void => {
    route(routes, 'get', paths.trail, 'trail.see', (request, response) => show(request, response, null))

    route(routes, 'get', paths.trailCsv, 'trail.see', async (request, response) => {
      const actor = actorOf(request)
      const lines = await exportTrail(parts, actor, trailFilter(readTrailQuery(request.query)))
      response.set('Cache-Control', 'private, no-store').attachment(`${text('trail.title')}.csv`)
      await pipeline(csv(exported(lines, actor, formatInstant(parts.clock.now()))), response)
    })

    route(routes, 'get', paths.trailHead, 'trail.see', async (request, response) => {
      const head = await lastTrailHead(parts, actorOf(request))
      if (head === null) throw new PageNotFoundError()
      await noteAccess(parts, {
        by: actorOf(request),
        kind: 'export.trailHead',
        data: { position: head.position },
      })
      response.attachment(`${text('trail.headFile', { position: head.position })}.json`)
      response.send(`${JSON.stringify(head)}\n`)
    })

    route(routes, 'post', paths.trailVerify, 'trail.see', async (request, response) => {
      // it reads the whole trail: whoever asks meanwhile gets the same answer
      const known = lastKeptHead(headsFile(config))
      verifying ??= verifyTrail(parts, known ? [known] : []).finally(() => {
        verifying = null
      })
      const verdict = await verifying
      await noteAccess(parts, {
        by: actorOf(request),
        kind: 'trail.verified',
        data: { rows: verdict.rows, found: verdict.found },
      })
      await show(request, response, verdict)
    })
  }

  async function show(request: Request, response: Response, verdict: TrailVerdict | null): Promise<void> {
    const query = readTrailQuery(request.query)
    const after = readCursor(trailCursor, request.query.after)
    const reader = actorOf(request)
    const page = await trailPage(parts, reader, trailFilter(query), after)
    response.page('admin/trail', trailModel(page, query, { after: after !== null, verdict, reader }))
  }
}

/** Marked with who took it and when, so that a copy can be traced. */
async function* exported(
  lines: AsyncIterable<TrailLine>,
  { name }: Actor,
  when: string,
): AsyncGenerator<readonly string[]> {
  yield [text('trail.csv.mark', { name, when })]
  yield ['at', 'who', 'what', 'case', 'detail'].map(column => text(`trail.column.${column}`))
  for await (const line of lines) {
    const row = trailRow(line)
    yield [row.at, row.who, row.what, row.caseNumber ?? '', row.detail]
  }
}
