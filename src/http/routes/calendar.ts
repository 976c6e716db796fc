import type { Request, Response } from 'express'
import { localDate, localDateOf, wholeYears } from '../../calendar/index.js'
import { InvalidAnswersProblem, Problem } from '../../casework/problem.js'
import {
  calendarChangePage,
  calendarChangeProgress,
  calendarDay,
  calendarPage,
  calendarVersions,
  confirmChange,
  discardChange,
  dropFromChange,
  gatherAgain,
  gatherChange,
  provisionalDeadlines,
  type Parts,
} from '../../runtime/index.js'
import { readCalendarDays, type CalendarDayForm } from '../forms/calendar-day.js'
import { readCalendarImport } from '../forms/calendar-import.js'
import { idCursor, readCursor, taskCursor } from '../forms/cursor.js'
import { idOf } from '../forms/id.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { arrangingModel } from '../pages/calendar-arranging.js'
import { calendarChangeModel, progressWords, type CalendarChangeModel } from '../pages/calendar-change.js'
import { calendarImportModel, type CalendarImportModel } from '../pages/calendar-import.js'
import { calendarVersionsModel, provisionalModel, type CalendarListModel } from '../pages/calendar-lists.js'
import { calendarHref, placeOf, type CalendarPlace } from '../pages/calendar-place.js'
import { calendarYearPage, type CalendarModel } from '../pages/calendar-year.js'
import { faultOf } from '../pages/fault.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

declare module '../render.js' {
  interface Pages {
    'admin/calendar': CalendarModel
    'admin/calendar-change': CalendarChangeModel
    'admin/calendar-import': CalendarImportModel
    'admin/calendar-list': CalendarListModel
  }
}

/** 日历: a year to look at, a change to gather, to look at and to confirm. */
export function calendarRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.calendar, 'calendar.change', (request, response) =>
      showYear(request, response, placeOf(request.query, today()), null),
    )

    route(routes, 'post', paths.calendarDays, 'calendar.change', async (request, response) => {
      const form = readCalendarDays(request.body)
      const { date } = form.typed
      const place = placeOf(
        { year: date.slice(0, 4), scope: typed(request.body, 'seen'), day: date },
        today(),
      )
      if (!form.ok) return showYear(request, response.status(422), place, form)
      await gatherChange(parts, actorOf(request), () => ({ days: form.days, years: [] }))
      response.flash('done', 'admin.calendar.gathered', { count: form.days.length })
      response.redirect(303, calendarHref({ ...place, date: null }))
    })

    route(routes, 'post', paths.calendarDrop, 'calendar.change', async (request, response) => {
      const body: unknown = request.body
      const scope = typed(body, 'scope')
      const [date, year] = [typed(body, 'date'), typedNumber(body, 'year')]
      await dropFromChange(parts, actorOf(request), date === '' ? { scope, year } : { scope, date })
      response.flash('done', 'admin.calendar.dropped')
      response.redirect(303, safePath(typed(body, 'back'), paths.calendar))
    })

    importRoutes(routes, parts)
    changeRoutes(routes, parts)

    route(routes, 'get', paths.calendarVersions, 'calendar.change', async (request, response) => {
      const after = readCursor(idCursor, request.query.after)?.id ?? null
      response.page(
        'admin/calendar-list',
        calendarVersionsModel(await calendarVersions(parts, actorOf(request), after)),
      )
    })

    route(routes, 'get', paths.calendarProvisional, 'calendar.change', async (request, response) => {
      const after = readCursor(taskCursor, request.query.after)
      response.page(
        'admin/calendar-list',
        provisionalModel(await provisionalDeadlines(parts, actorOf(request), after)),
      )
    })
  }

  function today() {
    return localDateOf(parts.clock.now())
  }

  /** The year; with the form of the day it names, and what was typed into it when that was refused. */
  async function showYear(
    request: Request,
    response: Response,
    place: CalendarPlace,
    returned: Extract<CalendarDayForm, { ok: false }> | null,
  ): Promise<void> {
    const actor = actorOf(request)
    const date = dayOf(place.date)
    const arranging =
      date === null
        ? null
        : arrangingModel({ ...place, date }, await calendarDay(parts, actor, date), returned)
    const page = await calendarPage(parts, actor, place.year, place.scope)
    response.page('admin/calendar', calendarYearPage({ ...place, date }, page, arranging))
  }
}

function importRoutes(routes: Routes, parts: Parts): void {
  route(routes, 'get', paths.calendarImport, 'calendar.change', (_request, response) => {
    response.page('admin/calendar-import', calendarImportModel(null))
  })

  route(routes, 'post', paths.calendarImport, 'calendar.change', async (request, response) => {
    const form = readCalendarImport(request.body)
    if (!form.ok) {
      response.status(422).page('admin/calendar-import', calendarImportModel(form))
      return
    }
    const { file, whole } = form
    const id = await gatherChange(parts, actorOf(request), there =>
      whole ? wholeYears(there, file) : { days: file.days, years: [] },
    )
    response.redirect(303, pathTo(paths.calendarChange, { id }))
  })
}

function changeRoutes(routes: Routes, parts: Parts): void {
  route(routes, 'get', paths.calendarChange, 'calendar.change', async (request, response) => {
    const page = Number(request.query.page)
    const change = await calendarChangePage(
      parts,
      actorOf(request),
      idOf(request.params.id),
      Number.isInteger(page) ? page : 1,
    )
    response.page('admin/calendar-change', calendarChangeModel(change))
  })

  route(routes, 'get', paths.calendarProgress, 'calendar.change', async (request, response) => {
    const { standing, progress } = await calendarChangeProgress(
      parts,
      actorOf(request),
      idOf(request.params.id),
    )
    response.json({ standing, progress, words: progressWords(progress) })
  })

  route(routes, 'post', paths.calendarConfirm, 'calendar.change', async (request, response) => {
    const body: unknown = request.body
    const changeId = idOf(request.params.id)
    const reason = typed(body, 'reason')
    try {
      await confirmChange(parts, actorOf(request), {
        changeId,
        revision: typedNumber(body, 'revision'),
        version: typedNumber(body, 'version'),
        reason,
      })
      response.redirect(303, pathTo(paths.calendarChange, { id: changeId }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { status, title, advice } = faultOf(error)
      if (status === 404) throw error
      const errors = error instanceof InvalidAnswersProblem ? error.fields : {}
      const problem = error instanceof InvalidAnswersProblem ? null : { title, advice }
      const page = await calendarChangePage(parts, actorOf(request), changeId, 1)
      response
        .status(status)
        .page('admin/calendar-change', calendarChangeModel(page, { reason, errors, problem }))
    }
  })

  route(routes, 'post', paths.calendarDiscard, 'calendar.change', async (request, response) => {
    await discardChange(parts, actorOf(request), idOf(request.params.id))
    response.flash('done', 'admin.calendar.discarded')
    response.redirect(303, paths.calendar)
  })

  route(routes, 'post', paths.calendarAgain, 'calendar.change', async (request, response) => {
    const id = await gatherAgain(parts, actorOf(request), idOf(request.params.id))
    response.redirect(303, pathTo(paths.calendarChange, { id }))
  })
}

/** The day itself, when there is such a day. */
function dayOf(value: string | null): string | null {
  try {
    return value === null ? null : localDate(value)
  } catch {
    return null
  }
}
