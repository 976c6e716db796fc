import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import { removeLedgerView, saveLedgerView, type Parts } from '../../runtime/index.js'
import { readColumnsForm } from '../forms/ledger-columns.js'
import { firstPage, ledgerAddress, ledgerSearch, readLedgerQuery } from '../forms/ledger-query.js'
import { idOf } from '../forms/id.js'
import { typed } from '../forms/typed.js'
import { createLedgerExporter } from '../ledger-exporter.js'
import { ledgerShown } from '../ledger-shown.js'
import { giveFile } from '../middleware/give-file.js'
import { actorOf } from '../middleware/require-role.js'
import { caseLedgerPage } from '../pages/case-ledger.js'
import { exportWords, ledgerExportsPage, type LedgerExportsModel } from '../pages/ledger-exports.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

declare module '../render.js' {
  interface Pages {
    'cases/exports': LedgerExportsModel
  }
}

/** What is done with the ledger's question: other columns, kept under a name, taken out as a file. */
export function ledgerRoutes(parts: Parts, config: Pick<Config, 'dataDir'>) {
  const exporter = createLedgerExporter(parts, config)
  return (routes: Routes): void => {
    route(routes, 'get', paths.ledgerColumns, 'case.see', (request, response) => {
      const query = { ...readLedgerQuery(request.query), columns: readColumnsForm(request.query) }
      response.redirect(303, ledgerAddress(paths.cases, firstPage(query)))
    })

    route(routes, 'post', paths.ledgerViews, 'case.see', async (request, response) => {
      const actor = actorOf(request)
      const query = firstPage(sentQuery(request))
      const name = typed(request.body, 'name')
      try {
        await saveLedgerView(parts, actor, { name, query: ledgerSearch(query) })
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const problem = { name, sentence: error.fields.name ?? '' }
        const page = caseLedgerPage(await ledgerShown(parts, actor, query, problem))
        response.status(422).page('cases/list', page)
        return
      }
      response.flash('done', 'cases.view.saved', { name })
      response.redirect(303, ledgerAddress(paths.cases, query))
    })

    route(routes, 'post', paths.ledgerViewRemove, 'case.see', async (request, response) => {
      await removeLedgerView(parts, actorOf(request), idOf(request.params.id))
      response.flash('done', 'cases.view.removed')
      response.redirect(303, safePath(typed(request.body, 'back'), paths.cases))
    })

    route(routes, 'get', paths.ledgerExports, 'case.see', async (request, response) => {
      response.page('cases/exports', ledgerExportsPage(await exporter.list(actorOf(request))))
    })

    route(routes, 'post', paths.ledgerExports, 'case.see', async (request, response) => {
      await takeOut(actorOf(request), request, response)
    })

    route(routes, 'get', paths.ledgerExportProgress, 'case.see', async (request, response) => {
      const one = await exporter.one(actorOf(request), idOf(request.params.id))
      const standing = one.standing === 'writing' ? 'underWay' : one.standing
      response.json({ standing, progress: one.progress, words: exportWords(one) })
    })

    route(routes, 'get', paths.ledgerExportFile, 'case.see', async (request, response) => {
      const { path, kind, at } = await exporter.file(actorOf(request), idOf(request.params.id))
      await giveFile(response, { path, name: fileName(localDateOf(at), kind), type: types[kind] })
    })
  }

  async function takeOut(actor: Actor, request: Request, response: Response): Promise<void> {
    const kind = typed(request.body, 'kind') === 'csv' ? 'csv' : 'xlsx'
    const taken = await exporter.take(actor, { kind, query: firstPage(sentQuery(request)) })
    if (taken === null) {
      response.redirect(303, paths.ledgerExports)
      return
    }
    response.set('Cache-Control', 'private, no-store')
    response.attachment(fileName(localDateOf(parts.clock.now()), kind)).type(types[kind])
    await pipeline(taken, response)
  }
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

function fileName(day: string, kind: string): string {
  return `${text('cases.export.name', { day })}.${kind}`
}

/** The question that a form of the page carries; whatever was put into it is read as an address is. */
function sentQuery(request: Request) {
  return readLedgerQuery(Object.fromEntries(new URLSearchParams(typed(request.body, 'query'))))
}
