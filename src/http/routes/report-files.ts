import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { formatInstant } from '../../calendar/index.js'
import type { ReportPaper } from '../../casework/report/paper.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import { ledgerCsv, ledgerWorkbook, reportDocx } from '../../papers/index.js'
import { noteAccess, reportPaper, type Parts } from '../../runtime/index.js'
import { versionOf } from '../forms/figure-query.js'
import { PageNotFoundError } from '../http-error.js'
import { actorOf } from '../middleware/require-role.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

const readers = { roles: ['officer', 'supervisor', 'leader', 'admin'] } as const

/** The report and its ledger as files, written while they are sent: nothing is kept, however long the ledger is. */
export function reportFilesRoutes(parts: Parts, { officeName }: Pick<Config, 'officeName'>) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.reportFile, readers, async (request, response) => {
      const { quarter, kind } = request.params
      const actor = actorOf(request)
      if (kind !== 'docx' && kind !== 'xlsx' && kind !== 'csv') throw new PageNotFoundError()
      const paper = await reportPaper(parts, actor, quarter, versionOf(request.query))
      await noteAccess(parts, { by: actor, kind: 'export.report', data: { title: quarter, kind } })
      const by = { name: actor.name, when: formatInstant(parts.clock.now()) }
      if (kind === 'docx') {
        const document = await reportDocx(paper, { by, officeName })
        attach(response, 'reportFile.name', paper, kind).send(document)
        return
      }
      attach(response, 'reportFile.name.ledger', paper, kind)
      await pipeline(kind === 'xlsx' ? ledgerWorkbook(paper, by) : ledgerCsv(paper, by), response)
    })
  }
}

/** Named in Chinese; for a browser that cannot, by the quarter. */
function attach(response: Response, name: string, { label, quarter }: ReportPaper, kind: string): Response {
  const file = encodeURIComponent(`${text(name, { label })}.${kind}`)
  return response
    .type(kind)
    .set('Cache-Control', 'private, no-store')
    .set('Content-Disposition', `attachment; filename="${quarter}.${kind}"; filename*=UTF-8''${file}`)
}
