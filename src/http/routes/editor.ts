import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { definitionXml, processPage, type Parts } from '../../runtime/index.js'
import { processEditorPage, type ProcessEditorModel } from '../pages/process-editor.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/edit': ProcessEditorModel
  }
}

const admins = { roles: ['admin'] } as const

/** 流程编辑器: draws; what is drawn is kept as a draft and put into force elsewhere. */
export function editorRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.processEdit, admins, async (request, response) => {
      const process = (await processPage(parts)).find(({ key }) => key === request.params.key)
      if (!process) throw new NotFoundProblem(text('runtime.definition'))
      response.page('admin/edit', processEditorPage(process))
    })

    route(routes, 'get', paths.processDraft, admins, async (request, response) => {
      const process = (await processPage(parts)).find(({ key }) => key === request.params.key)
      if (!process) throw new NotFoundProblem(text('runtime.definition'))
      const xml = await definitionXml(parts, process.id)
      response.json({ xml, revision: 0, savedAt: null, by: null })
    })
  }
}
