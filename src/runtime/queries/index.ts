export { casePage } from './case-page.js'
export type { CaseDeadlineNow, CasePage } from './case-page.js'
export type { StoryEntry } from './case-story.js'
export type { OpenTask } from './case-work.js'
export type { DeadlineEntry } from './deadline-ledger.js'
export { deadlineProof, promiseProof } from './deadline-proof.js'
export type { DeadlineProof } from './deadline-proof.js'
export type { TimedLimit } from './time-changes.js'
export { demoAccounts, demoPassword } from './demo-accounts.js'
export type { DemoAccount } from './demo-accounts.js'
export { caseProcessState, definitionXml } from './diagram.js'
export { ledger } from './ledger.js'
export type { LedgerLine } from './ledger.js'
export { workList } from './work-list.js'
export type { Urgency, WorkLine, WorkList } from './work-list.js'
export type { ProcessState } from './process-state.js'
export type { ExplainedDeadline } from './promise.js'
export type { NoticeLine } from '../../store/index.js'
export { noticeList, unreadNotices } from './notice-list.js'
export type { CaseSupervision } from './case-supervisions.js'
export { nextTask, taskForm } from './next-task.js'
export { taskPage } from './task-page.js'
export type { TaskPage } from './task-page.js'
export { track } from './track.js'
export type { Tracked } from './track.js'
export type { Heat } from './heat.js'
export type { Board, Listed, StillLine, WatchLine, WatchPerson } from './watch.js'
export { watch } from './watch.js'
export { calendarChangePage, calendarChangeProgress } from './calendar-change.js'
export type {
  CalendarChangePage,
  ChangedDay,
  ChangeStanding,
  MovedDeadline,
  MoveTally,
} from './calendar-change.js'
export {
  calendarDay,
  calendarPage,
  calendarVersions,
  missingYears,
  provisionalDeadlines,
} from './calendar-page.js'
export type { CalendarPage } from './calendar-page.js'
export type { WorkTime } from './work-time.js'
export { incidentPage, intakeChoices, peoplePage } from './administration.js'
export { comparison, sideOf } from './comparison.js'
export type { ComparedSide, DiagramComparison } from './comparison.js'
export { deploymentPage } from './deployment-page.js'
export type { DeploymentPage } from './deployment-page.js'
export { diagramDraft, draftHistory, revisionXml } from './diagram-draft.js'
export type { DiagramDraft, DraftHistory } from './diagram-draft.js'
export { handbook } from './handbook.js'
export type { Handbook } from './handbook.js'
export { processesPage, versionPage } from './processes.js'
export type { ProcessesPage, VersionPage } from './processes.js'
export type { Standing } from './standing.js'
export { consultationList } from './consultation-list.js'
export { reportList, reportPage } from './report-page.js'
export type { ReportPage } from './report-page.js'
export type { ReportStanding } from './report-standing.js'
export { sectionsOf } from '../report-figures.js'
export { itemNames, itemPage, itemRegister, offerItems } from './items.js'
export type { ItemPage, OfferedItem } from './items.js'
