import type { Request, Response } from 'express'
import type { Config } from '../../config.js'
import { InvalidAnswersProblem, NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import {
  addTerm,
  endTerm,
  intakeChoices,
  inviteAgain,
  invitePerson,
  movePerson,
  peoplePage,
  personPage,
  secureAccount,
  setActive,
  setFactorRoles,
  signInRules,
  type Invitation,
  type Parts,
} from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { readBelonging, readDay, readPerson, readSecuring, readTerm } from '../forms/person-form.js'
import { typed, typedAll, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { peopleModel, type PeopleModel } from '../pages/admin-people.js'
import { invitationModel } from '../pages/person-invitation.js'
import { newPersonModel } from '../pages/person-new.js'
import { personModel } from '../pages/person.js'
import { signInRulesModel } from '../pages/sign-in-rules.js'
import { paths, pathTo } from '../paths.js'
import { publicAddress, qrCode } from '../qr-code.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/people': PeopleModel
  }
}

type Person = Request<{ id: string }>

/** 人员: invite, move, shut out; the terms of liaisons; what the sign-in asks for. */
export function peopleRoutes(parts: Parts, config: Config) {
  const show = async (request: Person, response: Response, returned: Partial<Returned> = {}) => {
    const actor = actorOf(request)
    const page = await personPage(parts, actorOf(request), idOf(request.params.id))
    response.page('admin/person', personModel(actor, page, { now: parts.clock.now(), ...returned }))
  }
  const handOver = async (request: Request | Person, response: Response, invitation: Invitation) => {
    const path = `${paths.invitation}?token=${invitation.token}`
    const url = publicAddress(config, request, path)
    response.page('admin/invitation', invitationModel(invitation, { url, qr: await qrCode(url) }))
  }
  /** does it and comes back to the page of the person; what was typed wrong stands there again */
  const acting =
    (act: (request: Person) => Promise<string>) => async (request: Person, response: Response) => {
      try {
        response.flash('done', await act(request))
        response.redirect(303, pathTo(paths.person, { id: request.params.id }))
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const values = request.body as Readonly<Record<string, unknown>>
        response.status(422)
        await show(request, response, { errors: error.fields, values })
      }
    }

  return (routes: Routes): void => {
    route(routes, 'get', paths.people, 'people.see', async (request, response) => {
      const people = await peoplePage(parts, actorOf(request))
      response.page('admin/people', peopleModel(people, parts.clock.now(), actorOf(request)))
    })

    route(routes, 'get', paths.personNew, 'people.change', async (request, response) => {
      response.page('admin/person-new', newPersonModel(actorOf(request), await staffed(parts)))
    })

    route(routes, 'post', paths.personNew, 'people.change', async (request, response) => {
      const actor = actorOf(request)
      const values = readPerson(request.body)
      try {
        await handOver(request, response, await invitePerson(parts, actor, values))
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const model = newPersonModel(actor, await staffed(parts), { values, errors: error.fields })
        response.status(422).page('admin/person-new', model)
      }
    })

    route(routes, 'get', paths.signInRules, 'people.see', async (request, response) => {
      response.page(
        'admin/sign-in-rules',
        signInRulesModel(actorOf(request), await signInRules(parts, actorOf(request))),
      )
    })

    route(routes, 'post', paths.signInRules, 'people.secure', async (request, response) => {
      await setFactorRoles(parts, actorOf(request), typedAll(request.body, 'roles'))
      response.flash('done', 'rules.saved')
      response.redirect(303, paths.signInRules)
    })

    route(routes, 'get', paths.person, 'people.see', (request, response) => show(request, response))

    route(routes, 'post', paths.personAgain, 'people.change', async (request, response) => {
      const invitation = await inviteAgain(parts, actorOf(request), idOf(request.params.id))
      await handOver(request, response, invitation)
    })

    route(
      routes,
      'post',
      paths.personActive,
      'people.change',
      acting(async request => {
        const word = typed(request.body, 'active')
        if (word !== 'true' && word !== 'false') throw new NotFoundProblem(text('account.what'))
        const active = word === 'true'
        await setActive(parts, actorOf(request), idOf(request.params.id), active)
        return active ? 'people.enabled' : 'people.disabled'
      }),
    )

    route(
      routes,
      'post',
      paths.personMove,
      'people.place',
      acting(async request => {
        await movePerson(parts, actorOf(request), idOf(request.params.id), readBelonging(request.body))
        return 'people.moved'
      }),
    )

    route(
      routes,
      'post',
      paths.personTerm,
      'people.place',
      acting(async request => {
        await addTerm(parts, actorOf(request), idOf(request.params.id), readTerm(request.body))
        return 'people.term.added'
      }),
    )

    route(
      routes,
      'post',
      paths.personTermEnd,
      'people.place',
      acting(async request => {
        await endTerm(parts, actorOf(request), idOf(request.params.id), {
          termId: typedNumber(request.body, 'termId'),
          until: readDay(typed(request.body, 'endOn')),
        })
        return 'people.term.ended'
      }),
    )

    route(
      routes,
      'post',
      paths.personSecure,
      'people.secure',
      acting(async request => {
        const act = readSecuring(request.body)
        if (act === null) throw new NotFoundProblem(text('account.what'))
        await secureAccount(parts, actorOf(request), idOf(request.params.id), act)
        return `people.secured.${act}`
      }),
    )
  }
}

interface Returned {
  readonly errors: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, unknown>>
}

/** Where somebody may sit: nobody sits at a web page. */
async function staffed(parts: Parts) {
  const { places, departments } = await intakeChoices(parts)
  return { places: places.filter(({ kind }) => kind !== 'online'), departments }
}
