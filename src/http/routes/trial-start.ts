import type { Request, Response } from 'express'
import { instantAt, localDateOf, workingDayOnOrAfter } from '../../calendar/index.js'
import { Problem } from '../../casework/problem.js'
import {
  caseProcess,
  examineForHouse,
  intakeChoices,
  sideOf,
  type ComparedSide,
  type Parts,
} from '../../runtime/index.js'
import {
  edited,
  exampleOf,
  isExampleName,
  NotForCasesProblem,
  readOffice,
  reportForm,
  type Trials,
} from '../../trial/index.js'
import { errorsByField, readReport } from '../forms/intake-form.js'
import { readTime } from '../forms/trial-form.js'
import { actorOf } from '../middleware/require-role.js'
import { faultOf } from '../pages/fault.js'
import { hintOf } from '../pages/trials/hint.js'
import { trialStartModel, type StartForm, type TrialStartModel } from '../pages/trials/start.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/trial-start': TrialStartModel
  }
}

/** Where a trial begins: a made-up case, ready or edited, and the day on which it is reported. */
export function trialStartRoutes(routes: Routes, parts: Parts, trials: Trials): void {
  route(routes, 'get', paths.trialStart, 'process.change', async (request, response) => {
    const asked = request.query.case
    const example = isExampleName(asked) ? asked : 'department'
    const typed = await reportForm(parts, await exampleOf(example))
    await show(request, response, { example, typed, time: await usualTime(), errors: {}, notice: null })
  })

  route(routes, 'post', paths.trialStart, 'process.change', async (request, response) => {
    const { typed } = readReport(request.body)
    const example = isExampleName(typed.example) ? typed.example : 'department'
    const time = readTime(request.body, localDateOf(parts.clock.now()))
    const again = (more: Partial<StartForm>) =>
      show(request, response.status(422), { example, typed, time, errors: {}, notice: null, ...more })
    if (time.instant === null) {
      await again({})
      return
    }
    const side = await sideOf(parts, actorOf(request), request.params.ref)
    if (whyNot(side) !== null) {
      await again({})
      return
    }
    const { departments } = await intakeChoices(parts)
    const department = departments.find(({ id }) => String(id) === typed.department)?.name ?? null
    try {
      const begun = await trials.begin(actorOf(request).accountId, {
        ref: side.ref,
        key: side.key,
        name: side.name,
        version: versionOf(side),
        office: await readOffice(parts),
        xml: side.xml,
        at: time.instant,
        body: typed,
        script: edited(await exampleOf(example), typed, department),
      })
      if (!begun.ok) {
        await again({ errors: errorsByField(begun.errors) })
        return
      }
      response.redirect(303, pathTo(paths.trial, { ref: side.ref, id: begun.id }))
    } catch (error) {
      // a diagram that is refused, or whose very first step cannot be done
      if (!(error instanceof Problem)) throw error
      const { title, advice } = faultOf(error)
      await again({ notice: { title, advice, hint: hintOf(error) } })
    }
  })

  async function show(request: Request<{ ref: string }>, response: Response, form: StartForm): Promise<void> {
    const side = await sideOf(parts, actorOf(request), request.params.ref)
    const tried = { ref: side.ref, key: side.key, name: side.name, version: versionOf(side) }
    const refused = whyNot(side)
    const problems = refused === null ? await examineForHouse(parts, side.xml) : []
    const model = trialStartModel(tried, { problems, whyNot: refused }, await intakeChoices(parts), form)
    response.page('admin/trial-start', model)
  }

  /** Half an hour after the office opens, today or on the next day that is worked. */
  async function usualTime() {
    const calendar = await parts.calendars.current(parts.store.read)
    const on = workingDayOnOrAfter(calendar, localDateOf(parts.clock.now()))
    const at = '09:00'
    return { on, at, instant: instantAt(on, at), wrong: null }
  }
}

function versionOf({ kind, number }: ComparedSide): number | null {
  return kind === 'version' ? number : null
}

/** Only the process of the cases can be played with one. */
function whyNot({ key, name }: ComparedSide): string | null {
  return key === caseProcess ? null : new NotForCasesProblem(name, caseProcess).message
}
