import { intakeChoices, type Parts } from '../../runtime/index.js'
import { readPreviewedForm } from '../forms/previewed-form.js'
import { formPreview, type FormPreviewModel } from '../pages/form-preview.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/form-preview': FormPreviewModel
  }
}

/**
 * A form as people will see it, by the same partials, from what the editor has of it now: a piece of a page, written
 * nowhere.
 */
export function formPreviewRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'post', paths.previewForm, 'process.change', async (request, response) => {
      const form = readPreviewedForm(request.body)
      const { departments } = await intakeChoices(parts)
      response.page('admin/form-preview', formPreview(form, departments))
    })
  }
}
