import type { Knex } from 'knex'
import { caseDeadlines } from './case-deadlines.js'
import { caseDetail } from './case-detail.js'
import { caseList } from './case-list.js'
import { incidentList } from './incident-list.js'
import { processList } from './process-list.js'
import { reportInput } from './report-input.js'
import { standingCounts } from './standing-counts.js'
import { taskDetail } from './task-detail.js'
import { taskList } from './task-list.js'
import { timeline } from './timeline.js'
import { watchBoard } from './watch-board.js'

/** What the pages show, one function a screen. @param knex where they read: what is committed */
export function viewsOf(knex: Knex) {
  const over =
    <Rest extends unknown[], Answer>(view: (knex: Knex, ...rest: Rest) => Answer) =>
    (...rest: Rest): Answer =>
      view(knex, ...rest)
  return {
    caseDeadlines: over(caseDeadlines),
    caseDetail: over(caseDetail),
    caseList: over(caseList),
    incidentList: over(incidentList),
    processList: over(processList),
    reportInput: over(reportInput),
    standingCounts: over(standingCounts),
    taskDetail: over(taskDetail),
    taskList: over(taskList),
    timeline: over(timeline),
    watchBoard: over(watchBoard),
  }
}

export type Views = ReturnType<typeof viewsOf>
