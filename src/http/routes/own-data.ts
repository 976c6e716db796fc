import type { Request, RequestHandler, Response } from 'express'
import { formatInstant } from '../../calendar/index.js'
import { normaliseCaseNumber } from '../../casework/case-number.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import { ownDataDocx } from '../../papers/index.js'
import {
  askAboutOwnData,
  ownData,
  privacyPage,
  provesWholeNumber,
  type OwnData,
  type Parts,
} from '../../runtime/index.js'
import type { CaseAccess, CaseKey } from '../case-access.js'
import { readPrivacyRequest } from '../forms/privacy-form.js'
import { typed } from '../forms/typed.js'
import { limitTries } from '../middleware/rate-limit.js'
import { ownCase } from '../own-case.js'
import { ownDataPage, ownDataSections } from '../pages/own-data.js'
import { ownRightsPage } from '../pages/own-rights.js'
import { privacyPageModel } from '../pages/privacy-page.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** The citizen’s rights over what is kept of them: the page that explains them, 查阅, 复制, and what they may ask. */
export function ownDataRoutes(parts: Parts, { officeName }: Pick<Config, 'officeName'>, access: CaseAccess) {
  const ofCase = ownCase(parts, access)
  // each look is written into the trail: a person looks a few times
  const looks = limitTries({ minutes: 10, tries: 60, of: request => `data ${request.visitorId}` })

  return (routes: Routes): void => {
    route(routes, 'get', paths.privacy, 'public', async (_request, response) => {
      response.page('citizen/privacy', privacyPageModel(await privacyPage(parts), officeName))
    })

    route(
      routes,
      'get',
      paths.trackData,
      'public',
      looks,
      ofCase(async (_request, response, _tracked, key) => {
        response.page('track/data', ownDataPage(await read(key)))
      }),
    )

    // the rest of a telephone number is guessed at no faster than the last four digits
    const tries = [
      limitTries({ minutes: 10, tries: 30 }),
      limitTries({ minutes: 30, tries: 10, of: request => `whole ${numberOf(request)}` }),
    ]
    route(
      routes,
      'post',
      paths.trackData,
      'public',
      ...(tries as RequestHandler<{ number: string }>[]),
      ofCase(async (request, response, { number }, key) => {
        if (await provesWholeNumber(parts, key, typed(request.body, 'contact').slice(0, 50))) {
          access.grant(request, response, { ...key, whole: true })
          response.redirect(303, pathTo(paths.trackData, { number }))
          return
        }
        response.status(422)
        response.page('track/data', ownDataPage(await read(key), text('privacy.prove.wrong')))
      }),
    )

    route(
      routes,
      'get',
      paths.trackCopyPaper,
      'public',
      looks,
      ofCase(async (_request, response, _tracked, key) => {
        const data = await read(key, true)
        const mark = text('privacy.copy.mark', { when: formatInstant(data.at) })
        const title = text('privacy.data.title')
        const document = await ownDataDocx({ title, mark, officeName, sections: ownDataSections(data) })
        attach(response, data, 'docx').send(document)
      }),
    )

    route(
      routes,
      'get',
      paths.trackCopyData,
      'public',
      looks,
      ofCase(async (_request, response, _tracked, key) => {
        const data = await read(key, true)
        attach(response, data, 'json').send(`${JSON.stringify(transferred(data), null, 2)}\n`)
      }),
    )

    route(
      routes,
      'get',
      paths.trackRights,
      'public',
      ofCase(async (_request, response, tracked) => {
        response.page('track/rights', ownRightsPage(tracked, await privacyPage(parts)))
      }),
    )

    const words = limitTries({ minutes: 10, tries: 30, of: request => `rights ${request.visitorId}` })
    route(
      routes,
      'post',
      paths.trackRights,
      'public',
      words,
      ofCase(async (request, response, tracked, { whole }) => {
        const { number } = tracked
        const asked = readPrivacyRequest(request.body)
        try {
          await askAboutOwnData(parts, { number, asked, by: null, knows: whole === true })
        } catch (error) {
          if (!(error instanceof InvalidAnswersProblem)) throw error
          const values = { ...asked, [`${asked.kind}Words`]: asked.words }
          const returned = { kind: asked.kind, values, errors: error.fields }
          const page = ownRightsPage(tracked, await privacyPage(parts), returned)
          response.status(422).page('track/rights', page)
          return
        }
        response.flash('done', 'privacy.asked')
        response.redirect(303, pathTo(paths.trackRights, { number }))
      }),
    )
  }

  function read(key: CaseKey, copied = false): Promise<OwnData> {
    return ownData(parts, key, { whole: key.whole === true, copied })
  }
}

/** For another system: what the citizen sees, by the names it has there; of deadlines the days alone. */
function transferred({ tracked, ...data }: OwnData): object {
  const { supplements, files, rating, reply, feedback, interim, guidance, missing } = tracked
  const answers = { reply, feedback, interim, guidance, missing }
  return { format: 'bandecheng own data 1', ...data, supplements, files, answers, rating: rating.given }
}

function attach(response: Response, { number }: OwnData, kind: 'docx' | 'json'): Response {
  const file = encodeURIComponent(`${text('privacy.data.title')}-${number}.${kind}`)
  return response
    .type(kind)
    .set('Cache-Control', 'private, no-store')
    .set('Content-Disposition', `attachment; filename="${number}.${kind}"; filename*=UTF-8''${file}`)
}

function numberOf({ params }: Request): string {
  const { number } = params
  return typeof number === 'string' ? (normaliseCaseNumber(number) ?? number) : ''
}
