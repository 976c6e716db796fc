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
export { copyDatabase } from './backup.js'
export { closeDatabase, openDatabase } from './database.js'
export type { DatabaseTarget } from './database.js'
export type { Database } from './dialect.js'
export {
  DatabaseNewerProblem,
  NestedTransactionError,
  SealBrokenProblem,
  SealKeyMissingProblem,
  TransactionConflictError,
} from './errors.js'
export { migrate } from './migrate.js'
export { contactKeys, fleetingKeys, newKey } from './sealing/keys.js'
export type { ContactKeys, KeyRing, SealKey } from './sealing/keys.js'
export type { SealCursor } from './sealing-store.js'
export { createStore } from './store.js'
export type { Store } from './store.js'
export type { Readers, Unit } from './unit.js'

export type { AccountEntryKind, NewAccountEntry, StoredAccountEntry } from './account-entry-store.js'
export { createTrailKey, isSigned } from './trail/key.js'
export type { TrailKey } from './trail/key.js'
export { trailSources } from './trail/sources.js'
export type { TrailFinding, TrailSeen } from './trail/verify.js'
export type { TrailHead } from './trail-store.js'

export type { NewAccess, StoredAccess } from './access-store.js'
export type { StoredAccount } from './account-store.js'
export type { NewSession, StoredSession } from './session-store.js'
export type { NewAttachment, StoredAttachment } from './attachment-store.js'
export type { StoredCalendarChange, StoredChangeMove } from './calendar-change.js'
export type { NewCall, StoredCall } from './call-store.js'
export type { NewCase, StoredCase } from './case.js'
export type { StoredCaseDepartment } from './case-department-store.js'
export type { StoredConsultation } from './consultation-store.js'
export type {
  DeadlineChange,
  DeadlineDates,
  DeadlineMove,
  NewDeadline,
  StoredCard,
  StoredDeadline,
} from './deadline.js'
export type { StoredDefinition } from './definition-store.js'
export type { StoredReplyTemplate } from './reply-template-store.js'
export type { Erasure } from './erasure-store.js'
export type { DueCase, PiledKind, Pile, StoredHold } from './retention-store.js'
export type { StoredAssistance } from './assistance-store.js'
export type { NewState, StateWait, StoredState } from './engine-state.js'
export type {
  DraftRevision,
  DraftRevisionLine,
  RevisionKind,
  StoredDiagramDraft,
} from './diagram-draft-store.js'
export type { NewHistoryEntry, StoredHistoryEntry } from './history-store.js'
export type { NewIncident } from './incident-store.js'
export type { StoredInstance } from './instance-store.js'
export type { NewItem, StoredItem, StoredItemEntry, StoredItemName } from './item.js'
export type { NewJob, StoredJob } from './job-store.js'
export type { LedgerExportLine, StoredLedgerExport } from './ledger-export-store.js'
export type { StoredLedgerView } from './ledger-view-store.js'
export type { StoredLink } from './link-store.js'
export type { Moment } from './moments.js'
export type { NewNotice, NoticeReach, NoticeWords } from './notice.js'
export type { StoredDepartment, StoredLiaison, StoredPlace, StoredWindow } from './place.js'
export type { StoredPrivacyRequest } from './privacy-request-store.js'
export type { StoredProposal } from './proposal-store.js'
export type { NewRectification, StoredRectification } from './rectification-store.js'
export type { StoredAcknowledgement, StoredReport } from './report-store.js'
export type { StoredSupervision, StoredSupervisionReply } from './supervision-store.js'
export type { NewUserTask, StoredUserTask } from './user-task.js'

export type { CalendarChangeLine, CalendarVersionLine } from './views/calendar-changes.js'
export type { CalendarMoveLine, DeadlineSubject } from './views/calendar-moves.js'
export type { CaseDeadline } from './views/case-deadlines.js'
export type { CaseDetail } from './views/case-detail.js'
export type { CaseConditions, MissingColumn } from './views/case-conditions.js'
export type { CaseGroup, CaseGrouping } from './views/case-counts.js'
export type { CaseChoice, CaseCursor, CaseLine, CaseListFilter } from './views/case-list.js'
export type { FlowCount } from './views/flow.js'
export type { FlowFact, FlowKind, FlowPeriod } from './views/flow-sql.js'
export type { IncidentLine } from './views/incident-list.js'
export type { CaseScope } from './views/case-scope.js'
export type { ItemCauseCount } from './views/item-causes.js'
export type { ItemCursor, ItemLine, ItemListFilter } from './views/item-list.js'
export type { FoundItem } from './views/item-search.js'
export type { NoticeLine } from './views/notice-list.js'
export type { Page } from './views/page.js'
export type {
  PrivacyRequestCursor,
  PrivacyRequestLine,
  PrivacyRequestScope,
} from './views/privacy-requests.js'
export type { ProcessLine } from './views/process-list.js'
export type { PromiseStanding } from './views/promise-sql.js'
export type { ProvisionalCursor, ProvisionalLine } from './views/provisional-list.js'
export type { TaskDetail } from './views/task-detail.js'
export type { Reach, TaskCursor, TaskLine, TaskListFilter } from './views/task-list.js'
export type { TimelineEntry } from './views/timeline.js'
export type { TrailCursor, TrailFilter, TrailLine } from './views/trail-lines.js'
export type { WatchBoard } from './views/watch-board.js'
export type { HeatLine } from './views/watch-counts.js'
export type { DayBounds, DueFilter, WatchedDeadline } from './views/watch-lines.js'
export type { StillCase, UnassignedTask, WatchedTask } from './views/watch-tasks.js'
