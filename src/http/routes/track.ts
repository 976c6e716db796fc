import type { Request, RequestHandler, Response } from 'express'
import { normaliseCaseNumber } from '../../casework/case-number.js'
import { CaseClosedProblem, NothingToDoProblem, WrongLookupProblem } from '../../casework/problem.js'
import { addNote, track, withdrawCase, type Parts, type Tracked } from '../../runtime/index.js'
import type { CaseAccess } from '../case-access.js'
import { readLookup } from '../forms/lookup-form.js'
import { readNote } from '../forms/note-form.js'
import { readWithdrawal } from '../forms/withdrawal-form.js'
import { limitTries } from '../middleware/rate-limit.js'
import { lookupPage } from '../pages/lookup.js'
import { trackedCase } from '../pages/tracked-case.js'
import { withdrawalPage } from '../pages/withdrawal.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

type OfCase = RequestHandler<{ number: string }>

/** 查进度, for whoever has the number and the telephone's last four digits. */
export function trackRoutes(parts: Parts, access: CaseAccess) {
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
      ofCase(async (request, response, tracked) => {
        const note = readNote(request.body)
        if (!note.ok) {
          response.status(422).page('track/case', trackedCase(tracked, parts.clock.now(), note))
          return
        }
        await unlessEnded(response, 'track.note.done', () =>
          addNote(parts, { number: tracked.number, by: null, words: note.words, kind: 'case.supplemented' }),
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
        await unlessEnded(response, 'track.withdraw.done', () =>
          withdrawCase(parts, { number: tracked.number, reason: form.reason }),
        )
        response.redirect(303, pathTo(paths.trackCase, tracked))
      }),
    )

    /** The case to whoever has shown its key; everybody else is asked for it. */
    function ofCase(
      answer: (
        request: Request<{ number: string }>,
        response: Response,
        tracked: Tracked,
      ) => void | Promise<void>,
    ): OfCase {
      return async (request, response) => {
        const { number } = request.params
        const key = access.keyOf(request, number)
        if (key) await answer(request, response, await track(parts, key))
        else response.redirect(303, `${paths.track}?number=${encodeURIComponent(number)}`)
      }
    }
  }
}

/** Does it and says so; who was too late is told and sees how it ended. */
async function unlessEnded(response: Response, done: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
    response.flash('done', done)
  } catch (error) {
    if (!(error instanceof CaseClosedProblem || error instanceof NothingToDoProblem)) throw error
    response.flash('problem', 'track.withdraw.tooLate')
  }
}

function numberIn(request: Request): string {
  const { number } = readLookup(request.body)
  return normaliseCaseNumber(number) ?? number
}
