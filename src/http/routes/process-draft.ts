import type { Response } from 'express'
import { readFile } from 'node:fs/promises'
import { DiagramUnreadableProblem, DraftChangedProblem } from '../../casework/diagram-problem.js'
import { Problem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import {
  diagramDraft,
  discardDraft,
  draftHistory,
  houseProblems,
  importDiagram,
  restoreRevision,
  revisionXml,
  saveDiagram,
  type Parts,
} from '../../runtime/index.js'
import { z } from 'zod'
import { readDiagramFile } from '../forms/diagram-file.js'
import { idOf } from '../forms/id.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { readDiagramJson, sizeProblem } from '../middleware/upload.js'
import { problemStatus } from '../pages/fault.js'
import { draftHistoryModel, type DraftHistoryModel } from '../pages/processes/history.js'
import { importModel, type ImportModel } from '../pages/processes/import.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/draft-history': DraftHistoryModel
    'admin/import': ImportModel
  }
}

/** What the editor sends. */
const sentDraft = z.object({ xml: z.string(), revision: z.number().int().min(0) })

/** Drafts: read and saved by the editor’s script; their kept revisions; files from elsewhere. */
export function processDraftRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.processImport, 'process.change', (_request, response) => {
      response.page('admin/import', importModel())
    })

    route(routes, 'post', paths.processImport, 'process.change', async (request, response) => {
      const pasted = typed(request.body, 'pasted')
      const refuse = (wrong: string) => {
        response.status(422)
        response.page('admin/import', importModel(pasted, wrong))
      }
      const [file] = request.uploads ?? []
      if (file?.tooLarge) throw sizeProblem()
      const read = readDiagramFile({ file: file ? await readFile(file.path) : null, pasted })
      if ('wrong' in read) {
        refuse(read.wrong)
        return
      }
      try {
        const { key, laidOut } = await importDiagram(parts, actorOf(request), read.xml)
        response.flash('done', laidOut ? 'import.laidOut' : 'import.done')
        response.redirect(303, pathTo(paths.processDeploy, { key }))
      } catch (error) {
        if (!(error instanceof DiagramUnreadableProblem)) throw error
        refuse(error.message)
      }
    })

    route(routes, 'get', paths.processDraft, 'process.change', async (request, response) => {
      const { xml, revision, savedAt, savedByName } = await diagramDraft(
        parts,
        actorOf(request),
        request.params.key,
      )
      response.set('Cache-Control', 'no-store')
      const problems = await houseProblems(parts, xml)
      response.json({ xml, revision, savedAt, by: savedByName, problems })
    })

    route(
      routes,
      'post',
      paths.processDraft,
      'process.change',
      readDiagramJson,
      async (request, response) => {
        const sent = sentDraft.safeParse(request.body)
        if (!sent.success) {
          response.status(422).json({ message: text('error.badRequest.advice') })
          return
        }
        const { xml, revision } = sent.data
        try {
          const { key } = request.params
          const saved = await saveDiagram(parts, actorOf(request), { key, xml, revision })
          response.json({ ...saved, problems: await houseProblems(parts, xml) })
        } catch (error) {
          answerRefusal(response, error)
        }
      },
    )

    route(routes, 'get', paths.processDraftXml, 'process.change', async (request, response) => {
      sendXml(response, (await diagramDraft(parts, actorOf(request), request.params.key)).xml)
    })

    route(routes, 'get', paths.revisionXml, 'process.change', async (request, response) => {
      sendXml(response, await revisionXml(parts, actorOf(request), idOf(request.params.id)))
    })

    route(routes, 'get', paths.processHistory, 'process.change', async (request, response) => {
      response.page(
        'admin/draft-history',
        draftHistoryModel(await draftHistory(parts, actorOf(request), request.params.key)),
      )
    })

    route(routes, 'post', paths.processDiscard, 'process.change', async (request, response) => {
      const { key } = request.params
      await discardDraft(parts, actorOf(request), { key, revision: typedNumber(request.body, 'revision') })
      response.flash('done', 'draft.history.discarded')
      response.redirect(303, pathTo(paths.processHistory, { key }))
    })

    route(routes, 'post', paths.processRestore, 'process.change', async (request, response) => {
      const { key } = request.params
      const revisionId = typedNumber(request.body, 'id')
      await restoreRevision(parts, actorOf(request), { key, revisionId })
      response.flash('done', 'draft.history.restored')
      response.redirect(303, pathTo(paths.processHistory, { key }))
    })
  }
}

/** To a script: who was faster, with the revision to name if it shall be overwritten; else why it was not saved. */
function answerRefusal(response: Response, error: unknown): void {
  if (!(error instanceof Problem)) throw error
  if (error instanceof DraftChangedProblem) {
    const { by, at, revision, message } = error
    response.status(409).json({ by, at, revision, message })
    return
  }
  // 409 is kept for what can be overwritten
  const status = problemStatus[error.code] ?? 422
  response.status(status === 409 ? 423 : status).json({ message: error.message })
}

function sendXml(response: Response, xml: string): void {
  response.set('Cache-Control', 'no-store')
  response.type('application/xml').send(xml)
}
