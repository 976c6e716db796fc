import type { Request, Response } from 'express'
import type { Actor } from '../../casework/actor.js'
import type { Config } from '../../config.js'
import {
  answerConsultation,
  casePage,
  consultationList,
  discloseContact,
  intakeChoices,
  itemNames,
  putTogether,
  registerCase,
  similarCases,
  type Parts,
  type Registered,
  type Together,
} from '../../runtime/index.js'
import { text } from '../../catalogue/index.js'
import { cookieOf, cookieOptions } from '../cookies.js'
import { emptyReport, errorsByField, readReport, type IntakeForm } from '../forms/intake-form.js'
import { idOf } from '../forms/id.js'
import { typed } from '../forms/typed.js'
import { NoPlaceError } from '../http-error.js'
import { actorOf } from '../middleware/require-role.js'
import { blankSheet, filledSheet, type Disclosed } from '../pages/case-sheet.js'
import { registerPage } from '../pages/register.js'
import { similarModel } from '../pages/register-similar.js'
import { paths, pathTo } from '../paths.js'
import { publicAddress, qrCode } from '../qr-code.js'
import { route, type Routes } from '../route-table.js'

const clerks = { roles: ['clerk'] } as const
const mayPrint = { roles: ['clerk', 'officer', 'supervisor'] } as const
const windowCookie = 'bdc_window'

/** 登记反映, for the clerk with the person beside them; and the sheet that person signs. */
export function registerRoutes(parts: Parts, config: Config) {
  const { officeName, https } = config
  return (routes: Routes) => {
    route(routes, 'get', paths.register, clerks, async (request, response) => {
      const actor = actorOf(request)
      const from = await questionOf(actor, request.query.consultation)
      const preset = { window: cookieOf(request, windowCookie), ...(from && wordsOf(from)) }
      response.page('register/new', registerPage(emptyReport(preset), await whereAt(actor, from)))
    })

    route(routes, 'post', paths.register, clerks, async (request, response) => {
      const actor = actorOf(request)
      const form = readReport(request.body)
      const from = await questionOf(actor, form.typed.consultation)
      const surroundings = await whereAt(actor, from)
      if (typed(form.typed, 'then') === 'check') {
        const similar = await similarOf(actor, form)
        response.page('register/new', registerPage(form, { ...surroundings, similar }))
        return
      }
      const registered = await registerCase(parts, {
        body: { ...form.typed, place: surroundings.place.id },
        channel: 'window',
        submissionId: form.submissionId,
        registrar: actor,
      })
      if (!registered.ok) {
        const similar = await similarOf(actor, form)
        const page = registerPage(form, { ...surroundings, similar }, errorsByField(registered.errors))
        response.status(422).page('register/new', page)
        return
      }
      if (from) await answerConsultation(parts, actor, from.id, registered.caseId)
      goOn(response, form, registered, await putTogether(parts, actor, registered, form.typed.together))
    })

    // while one types: a part of the page, by post, so that no telephone stands in an address
    route(routes, 'post', paths.registerSimilar, clerks, async (request, response) => {
      const form = readReport(request.body)
      response.page(
        'register/similar',
        similarModel(await similarOf(actorOf(request), form), form.typed.together),
      )
    })

    route(routes, 'get', paths.blankForm, clerks, async (request, response) => {
      const { place } = await whereAt(actorOf(request), null)
      const code = await qrCode(publicAddress(config, request, `${paths.report}?place=${place.id}`))
      response.page('register/sheet', blankSheet(place.name, { officeName, qrCode: code }))
    })

    route(routes, 'get', paths.caseForm, mayPrint, (request, response) => sheet(request, response, null))

    // names and numbers whole: asked for by a press of a button, and noted with the case
    route(routes, 'post', paths.caseForm, mayPrint, async (request, response) => {
      const reason = text('register.sheet.reason')
      const { number } = request.params
      await sheet(request, response, await discloseContact(parts, actorOf(request), { number, reason }))
    })
  }

  async function sheet(
    request: Request<{ number: string }>,
    response: Response,
    disclosed: Disclosed | null,
  ): Promise<void> {
    const page = await casePage(parts, actorOf(request), request.params.number)
    const lookUp = `${paths.track}?number=${page.detail.number}`
    const code = await qrCode(publicAddress(config, request, lookUp))
    response.page('register/sheet', filledSheet(page, { officeName, qrCode: code }, disclosed))
  }

  function goOn(
    response: Response,
    form: IntakeForm,
    { number, warnings }: Extract<Registered, { ok: true }>,
    put: Together | null,
  ): void {
    // most clerks sit at one window: it stands there the next time
    response.cookie(windowCookie, form.typed.window ?? '', { ...cookieOptions(https), maxAge: aYear })
    if (put === null)
      response.flash(warnings.length > 0 ? 'info' : 'done', doneWords(warnings.length), { number })
    else response.flash(put.done ? 'done' : 'problem', togetherWords(put), { number, other: put.other })
    const prints = typed(form.typed, 'then') === 'print'
    response.redirect(303, pathTo(prints ? paths.caseForm : paths.case, { number }))
  }

  function similarOf(actor: Actor, { typed: { item, contact, department, description } }: IntakeForm) {
    const departmentId = idOf(department ?? '')
    return similarCases(parts, actor, {
      ...{ item: item ?? '', contact: contact ?? '', description: (description ?? '').slice(0, 2000) },
      departmentId: departmentId > 0 ? departmentId : null,
    })
  }

  /** The clerk's place with what can be chosen there. @throws NoPlaceError */
  async function whereAt(actor: Actor, from: Question | null) {
    const choices = await intakeChoices(parts)
    const place = choices.places.find(({ id }) => id === actor.placeId)
    if (!place) throw new NoPlaceError()
    return { choices, place, from, itemNames: await itemNames(parts), similar: null }
  }

  /** The question that becomes a case, when there is one of the clerk's own place that has not become one yet. */
  async function questionOf(actor: Actor, given: unknown): Promise<Question | null> {
    const id = typeof given === 'string' ? idOf(given) : 0
    if (id === 0) return null
    const [found] = await consultationList(parts, actor, id + 1)
    return found?.id === id && found.caseId === null ? found : null
  }
}

type Question = Awaited<ReturnType<typeof consultationList>>[number]

const aYear = 365 * 24 * 3_600_000

function wordsOf({ itemName, question, answer }: Question): IntakeForm['typed'] {
  return { item: itemName ?? '', description: answer === null ? question : `${question}\n${answer}` }
}

function togetherWords({ act, done }: Together): string {
  if (!done) return 'register.together.failed'
  return act === 'merge' ? 'register.merged' : 'register.linked'
}

function doneWords(warnings: number): string {
  return warnings > 0 ? 'register.privateNumber' : 'register.done'
}
