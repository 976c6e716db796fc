import type { Request, Response } from 'express'
import { parseContact } from '../../casework/contact.js'
import type { Config } from '../../config.js'
import { intakeChoices, registerCase, type Parts, type Registered } from '../../runtime/index.js'
import type { CaseAccess } from '../case-access.js'
import { emptyReport, errorsByField, readReport, type IntakeForm } from '../forms/intake-form.js'
import { limitTries } from '../middleware/rate-limit.js'
import { presetBy, reportPage } from '../pages/citizen-report.js'
import { reportedPage } from '../pages/citizen-reported.js'
import { paths, pathTo } from '../paths.js'
import { publicAddress, qrCode } from '../qr-code.js'
import { route, type Routes } from '../route-table.js'

/** 我要反映, for everybody: the form, and the page that says it has arrived. */
export function citizenRoutes(parts: Parts, config: Config, access: CaseAccess) {
  return (routes: Routes) => {
    route(routes, 'get', paths.report, 'public', async (request, response) => {
      const choices = await intakeChoices(parts)
      response.page('citizen/report', reportPage(emptyReport(presetBy(request.query, choices)), choices, {}))
    })

    // a hall full of people may share one address
    const limit = limitTries({ minutes: 10, tries: 60 })
    route(routes, 'post', paths.report, 'public', limit, async (request, response) => {
      const form = readReport(request.body)
      const registered = await registerCase(parts, {
        body: form.typed,
        channel: form.typed.via === 'qr' ? 'qr' : 'web',
        submissionId: form.submissionId,
        registrar: null,
      })
      if (registered.ok) {
        welcome(request, response, form, registered)
      } else {
        const page = reportPage(form, await intakeChoices(parts), errorsByField(registered.errors))
        response.status(422).page('citizen/report', page)
      }
    })

    route(routes, 'get', paths.reported, 'public', async (request, response) => {
      const { number } = request.params
      // who did not send it, or came too late, looks it up like everybody else
      if (!access.keyOf(request, number)) {
        response.redirect(303, lookUp(number))
        return
      }
      const url = publicAddress(config, request, lookUp(number))
      response.page('citizen/reported', reportedPage(number, { url, qrCode: await qrCode(url) }))
    })

    function welcome(
      request: Request,
      response: Response,
      form: IntakeForm,
      { number, warnings }: Extract<Registered, { ok: true }>,
    ): void {
      const contact = parseContact(form.typed.contact ?? '')
      if (typeof contact !== 'string') access.grant(request, response, { number, tail: contact.tail })
      if (warnings.length > 0) response.flash('info', 'citizen.reported.privateNumber')
      response.redirect(303, pathTo(paths.reported, { number }))
    }
  }
}

function lookUp(number: string): string {
  return `${paths.track}?number=${encodeURIComponent(number)}`
}
