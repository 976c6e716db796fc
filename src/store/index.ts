/**
 * What the house remembers; the only folder that knows SQL. Open a database, migrate it, make a store of it:
 *
 *     const database = await openDatabase({ file: 'data/bandecheng.sqlite' })
 *     await migrate(database)
 *     const store = createStore(database)
 *     await store.transaction(async unit => { … })
 *
 * Within a transaction everything goes through its unit. Lists in, lists out: one row is a list of one. A write that
 * could come too late answers whom it left alone.
 */
export { closeDatabase, openDatabase } from './database.js'
export type { DatabaseTarget } from './database.js'
export type { Database, Dialect } from './dialect.js'
export { DatabaseNewerProblem, NestedTransactionError, TransactionConflictError } from './errors.js'
export { migrate } from './migrate.js'
export { createStore } from './store.js'
export type { Store } from './store.js'
export type { Readers, Unit } from './unit.js'

export type { NewAccount, StoredAccount } from './account-store.js'
export type { NewCall, StoredCall } from './call-store.js'
export type { CaseChange, NewCase, StoredCase } from './case.js'
export type { DepartmentAnswer, NewCaseDepartment, StoredCaseDepartment } from './case-department-store.js'
export type { NewConsultation, StoredConsultation } from './consultation-store.js'
export type {
  DeadlineDates,
  NewCard,
  NewDeadline,
  StoredCard,
  StoredDeadline,
  StoredDeadlineMove,
} from './deadline.js'
export type { NewDefinition, StoredDefinition } from './definition-store.js'
export type { NewDisclosure, StoredDisclosure } from './disclosure-store.js'
export type { NewState, StateWait, StoredState } from './engine-state.js'
export type { NewHistoryEntry, StoredHistoryEntry } from './history-store.js'
export type { NewIncident, StoredIncident } from './incident-store.js'
export type { Advance, NewInstance, StoredInstance, SubjectKind } from './instance-store.js'
export type { NewJob, StoredJob } from './job-store.js'
export type { NewLink, StoredLink } from './link-store.js'
export type {
  NewDepartment,
  NewLiaison,
  NewPlace,
  NewWindow,
  StoredDepartment,
  StoredLiaison,
  StoredPlace,
  StoredWindow,
} from './place.js'
export type { NewRectification, StoredRectification } from './rectification-store.js'
export type { NewReport, StoredAcknowledgement, StoredReport } from './report-store.js'
export type { NewSession, StoredSession } from './session-store.js'
export type { NewSupervision, StoredSupervision } from './supervision-store.js'
export type { NewUserTask, StoredUserTask, TaskClosing, TaskPlace } from './user-task.js'

export type { CaseDeadline } from './views/case-deadlines.js'
export type { CaseDetail } from './views/case-detail.js'
export type { CaseCursor, CaseLine, CaseListFilter } from './views/case-list.js'
export type { IncidentLine } from './views/incident-list.js'
export type { Views } from './views/index.js'
export type { Page } from './views/page.js'
export type { ProcessLine } from './views/process-list.js'
export type {
  ReportCase,
  ReportInput,
  ReportPeriod,
  ReportPromise,
  ReportRectification,
} from './views/report-input.js'
export type { TaskDetail } from './views/task-detail.js'
export type { Reach, TaskCursor, TaskLine, TaskListFilter } from './views/task-list.js'
export type { TimelineEntry } from './views/timeline.js'
export type { UnassignedTask, WatchBoard, WatchedDeadline } from './views/watch-board.js'
export type { HeatLine, LoadLine } from './views/watch-counts.js'
