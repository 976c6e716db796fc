import type { Request, Response } from 'express'
import { normaliseCaseNumber } from '../../casework/case-number.js'
import { CaseClosedProblem, NothingToDoProblem, WrongLookupProblem } from '../../casework/problem.js'
import {
  openOwnAttachment,
  rateCase,
  supplementCase,
  track,
  withdrawCase,
  type Parts,
} from '../../runtime/index.js'
import type { CaseAccess } from '../case-access.js'
import { idOf } from '../forms/id.js'
import { readLookup } from '../forms/lookup-form.js'
import { readNote } from '../forms/note-form.js'
import { readRating } from '../forms/rating-form.js'
import { readWithdrawal } from '../forms/withdrawal-form.js'
import { giveFile } from '../middleware/give-file.js'
import { limitTries } from '../middleware/rate-limit.js'
import { lookupPage } from '../pages/lookup.js'
import { trackedCase } from '../pages/tracked-case.js'
import { withdrawalPage } from '../pages/withdrawal.js'
import { ownCase } from '../own-case.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 查进度, for whoever has the number and the telephone's last four digits. */
export function trackRoutes(parts: Parts, access: CaseAccess) {
  const ofCase = ownCase(parts, access)
  return (routes: Routes) => {
    route(routes, 'get', paths.track, 'public', (request, response) => {
      const { number } = request.query
      const given = { number: typeof number === 'string' ? number : '', tail: '', errors: {} }
      response.page('track/lookup', lookupPage(given))
    })

    // neither many guesses from one place nor guesses at one case from many places get far
    const limits = [
      limitTries({ minutes: 10, tries: 30 }),
      limitTries({ minutes: 30, tries: 10, of: request => `case ${numberIn(request)}` }),
    ]
    route(routes, 'post', paths.track, 'public', ...limits, async (request, response) => {
      const form = readLookup(request.body)
      if (Object.keys(form.errors).length > 0) {
        response.status(422).page('track/lookup', lookupPage(form))
        return
      }
      try {
        const { number } = await track(parts, form)
        access.grant(request, response, { number, tail: form.tail })
        response.redirect(303, pathTo(paths.trackCase, { number }))
      } catch (error) {
        if (!(error instanceof WrongLookupProblem)) throw error
        response.status(422).page('track/lookup', lookupPage({ ...form, tail: '' }, error.message))
      }
    })

    // a person says a few things; a machine would say thousands
    const words = limitTries({ minutes: 10, tries: 60, of: request => `words ${request.visitorId}` })
    route(
      routes,
      'get',
      paths.trackCase,
      'public',
      ofCase((request, response, tracked) => {
        response.page('track/case', trackedCase(tracked, parts.clock.now()))
      }),
    )

    route(
      routes,
      'post',
      paths.trackNotes,
      'public',
      words,
      ofCase(async (request, response, tracked) => {
        const uploads = request.uploads ?? []
        const note = readNote(request.body, uploads.length > 0)
        if (!note.ok) {
          response.status(422).page('track/case', trackedCase(tracked, parts.clock.now(), { note }))
          return
        }
        const { number } = tracked
        await unlessEnded(response, async () => {
          const { added, refused } = await supplementCase(parts, { ...note, number, uploads })
          if (refused.length === 0) response.flash('done', 'track.note.done')
          else if (added > 0 || note.words !== '')
            response.flash('problem', 'track.note.partly', { refused: refused.join('') })
          else response.flash('problem', 'track.note.refused', { refused: refused.join('') })
        })
        response.redirect(303, pathTo(paths.trackCase, tracked))
      }),
    )

    for (const [path, small] of [
      [paths.trackFile, false],
      [paths.trackFileSmall, true],
    ] as const)
      route(
        routes,
        'get',
        path,
        'public',
        ofCase(async (request, response, { number }) => {
          const id = idOf((request.params as { id?: string }).id ?? '')
          await giveFile(response, await openOwnAttachment(parts, { number, id, small }))
        }),
      )

    route(
      routes,
      'post',
      paths.trackRating,
      'public',
      words,
      ofCase(async (request, response, tracked) => {
        const rating = readRating(request.body)
        if (!rating.ok) {
          response.status(422).page('track/case', trackedCase(tracked, parts.clock.now(), { rating }))
          return
        }
        await unlessEnded(
          response,
          async () => {
            response.flash(
              'done',
              `track.rating.${await rateCase(parts, { number: tracked.number, rating })}`,
            )
          },
          'track.rating.tooLate',
        )
        response.redirect(303, pathTo(paths.trackCase, tracked))
      }),
    )

    route(
      routes,
      'get',
      paths.trackWithdraw,
      'public',
      ofCase((request, response, tracked) => {
        if (tracked.open) response.page('track/withdraw', withdrawalPage(tracked))
        else response.redirect(303, pathTo(paths.trackCase, tracked))
      }),
    )

    route(
      routes,
      'post',
      paths.trackWithdraw,
      'public',
      ofCase(async (request, response, tracked) => {
        const form = readWithdrawal(request.body)
        if (!form.ok) {
          response.status(422).page('track/withdraw', withdrawalPage(tracked, form))
          return
        }
        await unlessEnded(response, async () => {
          await withdrawCase(parts, { number: tracked.number, reason: form.reason })
          response.flash('done', 'track.withdraw.done')
        })
        response.redirect(303, pathTo(paths.trackCase, tracked))
      }),
    )
  }
}

/** Does it; who was too late is told and sees how it ended. */
async function unlessEnded(
  response: Response,
  act: () => Promise<void>,
  tooLate = 'track.withdraw.tooLate',
): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof CaseClosedProblem || error instanceof NothingToDoProblem)) throw error
    response.flash('problem', tooLate)
  }
}

function numberIn(request: Request): string {
  const { number } = readLookup(request.body)
  return normaliseCaseNumber(number) ?? number
}
