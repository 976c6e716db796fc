import type { Knex } from 'knex'
import { calendarChange, calendarChangesUnderWay, calendarVersions } from './calendar-changes.js'
import { calendarMoves, calendarMoveTally, deadlineSubjects } from './calendar-moves.js'
import { caseCount, caseGroups } from './case-counts.js'
import { caseDeadlines } from './case-deadlines.js'
import { caseDetail } from './case-detail.js'
import { caseList } from './case-list.js'
import { casesLike } from './cases-like.js'
import { flowCounts, flowWaiting } from './flow.js'
import { incidentList } from './incident-list.js'
import { itemCauses } from './item-causes.js'
import { itemList, itemsMet } from './item-list.js'
import { itemSearch } from './item-search.js'
import { lineParts } from './line-parts.js'
import { noticeList, unreadNotices } from './notice-list.js'
import { patternCounts, patternsRectified } from './patterns.js'
import {
  decidedPrivacyRequests,
  openPrivacyRequests,
  waitingPrivacyRequests,
} from './privacy-requests.js'
import { processList } from './process-list.js'
import { provisionalList } from './provisional-list.js'
import { figureCases, figureCount, reportLedger, reportLedgerCount } from './report-cases.js'
import { reportInput } from './report-input.js'
import { monthCounts } from './report-series.js'
import { standingCounts } from './standing-counts.js'
import { taskDetail } from './task-detail.js'
import { taskList } from './task-list.js'
import { timeline } from './timeline.js'
import { trailLines } from './trail-lines.js'
import { watchBoard } from './watch-board.js'
import { heat } from './watch-counts.js'
import { completions } from './work-times.js'

/** What the pages show, one function a screen. @param knex where they read: what is committed */
export function viewsOf(knex: Knex) {
  const over =
    <Rest extends unknown[], Answer>(view: (knex: Knex, ...rest: Rest) => Answer) =>
    (...rest: Rest): Answer =>
      view(knex, ...rest)
  return {
    calendarChange: over(calendarChange),
    calendarChangesUnderWay: over(calendarChangesUnderWay),
    calendarMoves: over(calendarMoves),
    calendarMoveTally: over(calendarMoveTally),
    calendarVersions: over(calendarVersions),
    caseCount: over(caseCount),
    caseDeadlines: over(caseDeadlines),
    caseDetail: over(caseDetail),
    caseGroups: over(caseGroups),
    caseList: over(caseList),
    casesLike: over(casesLike),
    decidedPrivacyRequests: over(decidedPrivacyRequests),
    deadlineSubjects: over(deadlineSubjects),
    completions: over(completions),
    figureCases: over(figureCases),
    figureCount: over(figureCount),
    flowCounts: over(flowCounts),
    flowWaiting: over(flowWaiting),
    heat: over(heat),
    incidentList: over(incidentList),
    itemCauses: over(itemCauses),
    itemList: over(itemList),
    itemSearch: over(itemSearch),
    itemsMet: over(itemsMet),
    lineParts: over(lineParts),
    monthCounts: over(monthCounts),
    noticeList: over(noticeList),
    openPrivacyRequests: over(openPrivacyRequests),
    patternCounts: over(patternCounts),
    patternsRectified: over(patternsRectified),
    processList: over(processList),
    provisionalList: over(provisionalList),
    reportInput: over(reportInput),
    reportLedger: over(reportLedger),
    reportLedgerCount: over(reportLedgerCount),
    standingCounts: over(standingCounts),
    taskDetail: over(taskDetail),
    taskList: over(taskList),
    timeline: over(timeline),
    trailLines: over(trailLines),
    unreadNotices: over(unreadNotices),
    waitingPrivacyRequests: over(waitingPrivacyRequests),
    watchBoard: over(watchBoard),
  }
}

export type Views = ReturnType<typeof viewsOf>
