/**
 * The use cases: everything a page, a command or the timekeeper can ask of the house. Each write is one transaction;
 * each read gives a person what they may see, masked as they must have it. What moves a case goes through one runner.
 */
import { learningAdvance } from '../engine/index.js'
import type { Advance } from '../engine/index.js'
import type { Clock } from '../clock.js'
import type { Store } from '../store/index.js'
import { createCalendars } from './calendars.js'
import { createDefinitions } from './definitions.js'
import type { CompiledTexts } from './definitions.js'
import type { Parts } from './parts.js'

export { addPeople, actorOfAccount, sessionPort, signIn } from './accounts.js'
export type { NewPerson } from './accounts.js'
export { arrangeYears, unannouncedYears } from './calendar-year.js'
export type { YearArrangement } from './calendar-year.js'
export { addNote, mergeCase, registerCase, withdrawCase } from './cases.js'
export type { Registered, Report } from './cases.js'
export { answerConsultation, recordConsultation } from './consultations.js'
export { pauseDeadlines, prolongPause, resumeDeadlines } from './deadline-pause.js'
export { deploy } from './deployments.js'
export type { Deployment } from './deployments.js'
export { discloseContact } from './disclosure.js'
export { saveDraft } from './drafts.js'
export { examineDiagram } from './examine.js'
export { retryIncident } from './incidents.js'
export { fileInterimReply } from './interim-reply.js'
export { workOff } from './jobs.js'
export type { Parts } from './parts.js'
export { longestWords } from './pause-time.js'
export { pressCase, reassignTask } from './pressing.js'
export * from './queries/index.js'
export { beginReport } from './reports.js'
export { claimTask, completeTask, releaseTask } from './tasks.js'
export type { Completion } from './tasks.js'
export { keepTime } from './timekeeper.js'
export type { Round } from './timekeeper.js'
export { startTimekeeping } from './timekeeping.js'
export type { Timekeeping } from './timekeeping.js'

/** Builds what every use case is made of. `advance` is the learning one unless a test wants the engine alone. */
export function createParts({
  store,
  clock,
  advance = learningAdvance(),
  texts,
}: {
  store: Store
  clock: Clock
  advance?: Advance
  texts?: CompiledTexts
}): Parts {
  return {
    store,
    clock,
    advance,
    definitions: createDefinitions(id => store.read.definitions.byId(id), texts),
    calendars: createCalendars(),
  }
}
