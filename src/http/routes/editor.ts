import { diagramDraft, type Parts } from '../../runtime/index.js'
import { actorOf } from '../middleware/require-role.js'
import { processEditorPage, type ProcessEditorModel } from '../pages/process-editor.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/edit': ProcessEditorModel
  }
}

/** 流程编辑器: draws; what is drawn is kept as a draft (see processes.ts) and put into force elsewhere. */
export function editorRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.processEdit, 'process.change', async (request, response) => {
      response.page(
        'admin/edit',
        processEditorPage(await diagramDraft(parts, actorOf(request), request.params.key)),
      )
    })
  }
}
