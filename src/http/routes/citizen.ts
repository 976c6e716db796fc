import type { Request, Response } from 'express'
import { parseContact } from '../../casework/contact.js'
import { CaseClosedProblem } from '../../casework/problem.js'
import { withoutPrivateNumbers } from '../../casework/privacy-patterns.js'
import type { Config } from '../../config.js'
import {
  addToReport,
  examineReport,
  intakeChoices,
  itemNames,
  registerCase,
  removeFromReport,
  reportFiles,
  type Parts,
  type Registered,
} from '../../runtime/index.js'
import type { CaseAccess } from '../case-access.js'
import { emptyReport, errorsByField, type IntakeForm } from '../forms/intake-form.js'
import { readReportForm, type ReportForm } from '../forms/report-form.js'
import { limitTries } from '../middleware/rate-limit.js'
import { presetBy, reportPage, type ReportState } from '../pages/citizen-report.js'
import { reportedPage } from '../pages/citizen-reported.js'
import { firstWrongStep, reportStepOf, turnTo, type ReportStepId } from '../pages/report-steps.js'
import { paths, pathTo } from '../paths.js'
import { publicAddress, qrCode } from '../qr-code.js'
import { route, type Routes } from '../route-table.js'

/** 我要反映, for everybody: the questions one by one, and the page that says it has arrived. */
export function citizenRoutes(parts: Parts, config: Config, access: CaseAccess) {
  return (routes: Routes) => {
    route(routes, 'get', paths.report, 'public', async (request, response) => {
      const form = emptyReport(presetBy(request.query, await intakeChoices(parts)))
      await show(response, form, { at: 'item' })
    })

    // a hall full of people may share one address, and without a script each step is a request
    const limit = limitTries({ minutes: 10, tries: 400 })
    route(routes, 'post', paths.report, 'public', limit, async (request, response) => {
      const sent = readReportForm(request.body)
      // whatever was pressed, a file that was chosen came along and is kept first
      const refused = await take(request, sent)
      if (refused.length > 0) await show(response.status(422), sent, { at: 'files', refused })
      else await answer(request, response, sent)
    })

    route(routes, 'post', paths.reportFiles, 'public', limit, async (request, response) => {
      const form = readReportForm(request.body)
      const { press, submissionId } = form
      if (press.kind === 'remove') await removeFromReport(parts, { submissionId, id: press.fileId })
      const refused = await take(request, form)
      response.set('Cache-Control', 'no-store')
      response.json({ files: await reportFiles(parts, submissionId), refused })
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

    /** Does what was pressed, once the files are kept. */
    async function answer(request: Request, response: Response, form: ReportForm): Promise<void> {
      const at = reportStepOf(form.at)
      switch (form.press.kind) {
        case 'send':
          await send(request, response, form)
          return
        case 'turn':
          await turn(response, form, { from: at, to: reportStepOf(form.press.to) })
          return
        case 'remove':
          await removeFromReport(parts, { submissionId: form.submissionId, id: form.press.fileId })
          break
        case 'mask':
          await show(response, { ...form, typed: masked(form.typed) }, { at })
          return
        case 'upload':
      }
      await show(response, form, { at })
    }

    async function turn(
      response: Response,
      form: ReportForm,
      { from, to }: { from: ReportStepId; to: ReportStepId },
    ): Promise<void> {
      const errors = errorsByField((await examineReport(parts, form.typed)).errors)
      const at = turnTo(from, to, new Set(Object.keys(errors)))
      // what is not asked yet is not wrong yet
      if (at === to) await show(response, form, { at })
      else await show(response.status(422), form, { at, errors: errorsOf(at, errors) })
    }

    async function send(request: Request, response: Response, form: ReportForm): Promise<void> {
      const registered = await registerCase(parts, {
        body: form.typed,
        channel: form.typed.via === 'qr' ? 'qr' : 'web',
        submissionId: form.submissionId,
        registrar: null,
      })
      if (registered.ok) {
        welcome(request, response, form, registered)
        return
      }
      const errors = errorsByField(registered.errors)
      const at = firstWrongStep(new Set(Object.keys(errors))) ?? 'review'
      await show(response.status(422), form, { at, errors })
    }

    async function take(request: Request, { submissionId }: IntakeForm): Promise<readonly string[]> {
      const uploads = request.uploads ?? []
      if (uploads.length === 0) return []
      try {
        return await addToReport(parts, { submissionId, uploads })
      } catch (error) {
        if (!(error instanceof CaseClosedProblem)) throw error
        return [error.message]
      }
    }

    async function show(response: Response, form: IntakeForm, state: Partial<ReportState>): Promise<void> {
      const { at = 'item', errors = {}, refused = [] } = state
      const files = await reportFiles(parts, form.submissionId)
      const warnings = at === 'review' ? (await examineReport(parts, form.typed)).warnings : []
      const shown = { at, errors, files, refused, warnings, itemNames: await itemNames(parts) }
      response.page('citizen/report', reportPage(form, await intakeChoices(parts), shown))
    }

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

function masked(typed: IntakeForm['typed']): IntakeForm['typed'] {
  const { item = '', description = '' } = typed
  return { ...typed, item: withoutPrivateNumbers(item), description: withoutPrivateNumbers(description) }
}

/** Of all that is wrong, what is asked in this step. */
function errorsOf<Error>(
  step: ReportStepId,
  errors: Readonly<Partial<Record<string, Error>>>,
): Readonly<Partial<Record<string, Error>>> {
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => firstWrongStep(new Set([field])) === step),
  )
}

function lookUp(number: string): string {
  return `${paths.track}?number=${encodeURIComponent(number)}`
}
