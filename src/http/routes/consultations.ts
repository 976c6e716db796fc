import type { Request, Response } from 'express'
import { consultationList, recordConsultation, type Parts } from '../../runtime/index.js'
import { readConsultation, type ConsultationForm } from '../forms/consultation-form.js'
import { idOf } from '../forms/id.js'
import { actorOf } from '../middleware/require-role.js'
import { consultationsPage } from '../pages/consultations.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 咨询登记: the clerk writes, the office reads. */
export function consultationsRoutes(parts: Parts) {
  return (routes: Routes) => {
    route(routes, 'get', paths.consultations, 'consultation.see', (request, response) =>
      show(request, response),
    )

    route(routes, 'post', paths.consultations, 'consultation.record', async (request, response) => {
      const form = readConsultation(request.body)
      if (Object.keys(form.errors).length > 0) {
        response.status(422)
        await show(request, response, form)
        return
      }
      await recordConsultation(parts, actorOf(request), form.values)
      response.flash('done', 'consultations.done')
      response.redirect(303, paths.consultations)
    })
  }

  async function show(request: Request, response: Response, form?: ConsultationForm): Promise<void> {
    const actor = actorOf(request)
    const { before } = request.query
    const from = typeof before === 'string' ? idOf(before) : 0
    const cursor = from > 0 ? from : null
    const list = await consultationList(parts, actor, cursor)
    response.page('consultations/list', consultationsPage(actor, { list, before: cursor }, form))
  }
}
