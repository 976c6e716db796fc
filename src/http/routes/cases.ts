import { InvalidAnswersProblem } from '../../casework/problem.js'
import {
  addNote,
  casePage,
  caseProcessState,
  definitionXml,
  discloseContact,
  pressCase,
  type Parts,
} from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { readLedgerQuery } from '../forms/ledger-query.js'
import { readPress } from '../forms/press.js'
import { typed, wasSent } from '../forms/typed.js'
import { ledgerShown } from '../ledger-shown.js'
import { actorOf } from '../middleware/require-role.js'
import { caseModel, type CaseModel } from '../pages/case.js'
import { caseContactPage, type CaseContactModel } from '../pages/case-contact.js'
import { caseLedgerPage, type CaseLedgerModel } from '../pages/case-ledger.js'
import { diagramState } from '../pages/diagram-state.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

declare module '../render.js' {
  interface Pages {
    'cases/list': CaseLedgerModel
    'cases/case': CaseModel
    'cases/contact': CaseContactModel
  }
}

/** 台账, and one case with everything that is known of it. */
export function casesRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.cases, 'case.see', async (request, response) => {
      const actor = actorOf(request)
      const shown = await ledgerShown(parts, actor, readLedgerQuery(request.query))
      response.page('cases/list', caseLedgerPage(shown))
    })

    route(routes, 'get', paths.case, 'case.see', async (request, response) => {
      const actor = actorOf(request)
      response.page('cases/case', caseModel(await casePage(parts, actor, request.params.number), actor))
    })

    route(routes, 'get', paths.caseProcess, 'case.see', async (request, response) => {
      response.json(diagramState(await caseProcessState(parts, actorOf(request), request.params.number)))
    })

    route(routes, 'get', paths.definitionXml, 'signedIn', async (request, response) => {
      response.type('application/xml').send(await definitionXml(parts, idOf(request.params.id)))
    })

    route(routes, 'get', paths.caseContact, 'case.reach', async (request, response) => {
      const { detail } = await casePage(parts, actorOf(request), request.params.number)
      response.page('cases/contact', caseContactPage(detail, {}))
    })

    route(routes, 'post', paths.caseContact, 'case.reach', async (request, response) => {
      const actor = actorOf(request)
      const { number } = request.params
      const { detail } = await casePage(parts, actor, number)
      const body: unknown = request.body
      if (!wasSent(body, 'reason')) {
        // the button beside the masked number: first the reason
        response.page('cases/contact', caseContactPage(detail, {}))
        return
      }
      try {
        const shown = await discloseContact(parts, actor, { number, reason: typed(body, 'reason') })
        response.page('cases/contact', caseContactPage(detail, { shown }))
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        response.status(422).page('cases/contact', caseContactPage(detail, { errors: error.fields }))
      }
    })

    route(routes, 'post', paths.caseSupervision, 'case.press', async (request, response) => {
      const actor = actorOf(request)
      const { number } = request.params
      const press = readPress(request.body)
      const { kind } = press
      try {
        await pressCase(parts, actor, { number, ...press })
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const page = caseModel(await casePage(parts, actor, number), actor, { press: error.fields.message })
        response.status(422).page('cases/case', page)
        return
      }
      response.flash('done', kind === 'urge' ? 'case.urged' : 'case.supervised', { number })
      response.redirect(303, safePath(typed(request.body, 'back'), pathTo(paths.case, { number })))
    })

    route(routes, 'post', paths.caseNotes, 'case.note', async (request, response) => {
      const by = actorOf(request)
      const { number } = request.params
      const words = typed(request.body, 'words').slice(0, 2000)
      await casePage(parts, by, number) // only on a case that this person may see
      if (words === '') {
        response.flash('problem', 'case.note.missing')
      } else {
        await addNote(parts, { number, by, words, kind: 'case.commented' })
        response.flash('done', 'case.noted')
      }
      response.redirect(303, `${pathTo(paths.case, { number })}#history`)
    })
  }
}
