/**
 * The use cases: everything a page, a command or the timekeeper can ask of the house. Each write is one transaction;
 * each read gives a person what they may see, masked as they must have it. What moves a case goes through one runner.
 */
export { addPeople, actorOfAccount, sessionPort, signIn } from './accounts.js'
export type { Gate, NewPerson, SignedIn } from './accounts.js'
export * from './credentials/index.js'
export * from './people/index.js'
export * from './personal-data/index.js'
export * from './unified/index.js'
export { answerAssistance, askAssistance, longestAssistance } from './assisting.js'
export * from './attachments/index.js'
export { applyCalendarChange } from './apply-calendar-change.js'
export {
  confirmChange,
  discardChange,
  dropFromChange,
  gatherAgain,
  gatherChange,
  longestReason,
} from './calendar-changes.js'
export { remindUnannounced } from './calendar-reminder.js'
export { arrangeYears, unannouncedYears } from './calendar-year.js'
export type { YearArrangement } from './calendar-year.js'
export { addNote, caseProcess, examineReport, registerCase, withdrawCase } from './cases.js'
export type { Registered, Report } from './cases.js'
export { answerConsultation, recordConsultation } from './consultations.js'
export { decideProposal, deployDraft, makeCurrentAgain, proposeDraft, setFourEyes } from './deploy-draft.js'
export type { Decision, DeploymentRequest } from './deploy-draft.js'
export { pauseDeadlines, prolongPause, resumeDeadlines } from './deadline-pause.js'
export { deploy } from './deployments.js'
export type { Deployment } from './deployments.js'
export {
  discardDraft,
  draftOfVersion,
  importDiagram,
  restoreRevision,
  saveDiagram,
} from './diagram-drafts.js'
export type { Saved } from './diagram-drafts.js'
export { discloseContact } from './disclosure.js'
export { eraseCase } from './erasing.js'
export type { CaseErasure } from './erasing.js'
export { saveDraft } from './drafts.js'
export { decodeDiagram, inUtf8 } from '../engine/index.js'
export { examineDiagram, examineFile } from './examine.js'
export { house } from './house.js'
export { examineForHouse, houseProblems } from './examine-house.js'
export { keyUses, retireKeys, rotateKeys } from './sealing.js'
export type { ChangingRing, KeyUses } from './sealing.js'
export { retryIncident } from './incidents.js'
export { fileInterimReply } from './interim-reply.js'
export { workOff } from './jobs.js'
export { nameSubject } from './naming-subject.js'
export {
  beginLedgerExport,
  exportProgress,
  ledgerExport,
  ledgerExports,
  ledgerLines,
  settleLedgerExport,
} from './ledger-exports.js'
export type { ExportStanding, LedgerExportKind, ShownExport } from './ledger-exports.js'
export { ledgerViews, longestViewName, removeLedgerView, saveLedgerView } from './ledger-views.js'
export type { SavedLedgerView } from './ledger-views.js'
export { linkCases, unlinkCases } from './linking.js'
export type { Pair } from './linking.js'
export { createLiveBoard } from './live-board.js'
export type { LiveBoard, LiveListener, Pulse, Repeat, WatchedBoard } from './live-board.js'
export { mergeCase, unmergeCase } from './merging.js'
export type { Merge } from './merging.js'
export { figuresAreOpen, openFigures, openOrCloseFigures } from './open-figures.js'
export { createParts, openFleetingParts, openPartsOn } from './open-parts.js'
export type { Learnt } from './open-parts.js'
export type { Parts } from './parts.js'
export { longestReply, replyToPress } from './answering.js'
export { longestMessage, pressCase } from './pressing.js'
export { pressCases } from './pressing-many.js'
export type { Pressed, PressTarget } from './pressing-many.js'
export { describeItem, listItems, mergeItem, readUnreadNames, retireItem } from './items.js'
export type { ItemSeen } from './items.js'
export { readAllNotices, readNotice } from './notices.js'
export { changeOfficeSettings } from './office-settings.js'
export type { OfficeSettingsAsked } from './office-settings.js'
export { reassignTask } from './reassigning.js'
export { longestWords } from './pause-time.js'
export * from './queries/index.js'
export { reassignTasks } from './reassigning-many.js'
export type { Reassigned, ReassignTarget } from './reassigning-many.js'
export { longestWording, wordReply } from './reply-templates.js'
export { longestReopening, mayReopen, reopenCase } from './reopening.js'
export * from './retention/index.js'
export { reuseRectification } from './reusing.js'
export { longestReturn, returnTask } from './returning.js'
export { changePlaceContact, placeForPosters } from './places.js'
export type { PlaceWithWindows } from './places.js'
export { rateCase } from './rating.js'
export type { Rated, Rating } from './rating.js'
export { beginReport } from './reports.js'
export { chooseExamples, recount, settleSection } from './report-drafting.js'
export { claimTask, completeTask, releaseTask } from './tasks.js'
export type { Completion } from './tasks.js'
export { longestTalk, recordTalk, talkWays } from './talking.js'
export { keepTime } from './timekeeper.js'
export type { Round } from './timekeeper.js'
export { putTogether } from './together.js'
export type { Together } from './together.js'
export { createTrailKey, signTrail, verifyTrail } from './trail.js'
export { findingWords } from './trail-words.js'
export { noteAccess } from './accesses.js'
export type {
  TrailFilter,
  TrailFinding,
  TrailHead,
  TrailKey,
  TrailLine,
  TrailSeen,
  TrailVerdict,
} from './trail.js'
export { startTimekeeping } from './timekeeping.js'
export type { Timekeeping, TimekeepingTold } from './timekeeping.js'
