import type { Knex } from 'knex'
import { accessStore, readAccesses } from './access-store.js'
import { accountEntryStore, readAccountEntries } from './account-entry-store.js'
import { accountStore, readAccounts } from './account-store.js'
import { assistanceStore, readAssistance } from './assistance-store.js'
import { attachmentStore, readAttachments } from './attachment-store.js'
import { attemptStore, readAttempts } from './attempt-store.js'
import { calendarChangeStore, readCalendarChanges } from './calendar-change-store.js'
import { calendarStore, readCalendar } from './calendar-store.js'
import { callStore, readCalls } from './call-store.js'
import { caseDepartmentStore, readCaseDepartments } from './case-department-store.js'
import { caseStore, readCases } from './case-store.js'
import { consultationStore, readConsultations } from './consultation-store.js'
import { credentialStore, readCredentials } from './credential-store.js'
import { deadlineStore, readDeadlines } from './deadline-store.js'
import { definitionStore, readDefinitions } from './definition-store.js'
import { diagramDraftStore, readDiagramDrafts } from './diagram-draft-store.js'
import { disclosureStore, readDisclosures } from './disclosure-store.js'
import { engineStateStore, readEngineStates } from './engine-state-store.js'
import { erasureStore, readErasures } from './erasure-store.js'
import type { Touched } from './follow-due.js'
import { historyStore, readHistory } from './history-store.js'
import { incidentStore, readIncidents } from './incident-store.js'
import { instanceStore, readInstances } from './instance-store.js'
import { itemStore, readItems } from './item-store.js'
import { jobStore, readJobs } from './job-store.js'
import { ledgerExportStore, readLedgerExports } from './ledger-export-store.js'
import { ledgerViewStore, readLedgerViews } from './ledger-view-store.js'
import { linkStore, readLinks } from './link-store.js'
import { readMoments } from './moments.js'
import { noticeStore, readNotices } from './notice-store.js'
import { placeStore, readPlaces } from './place-store.js'
import { privacyRequestStore, readPrivacyRequests } from './privacy-request-store.js'
import { proposalStore, readProposals } from './proposal-store.js'
import { rectificationStore, readRectifications } from './rectification-store.js'
import { readReplyTemplates, replyTemplateStore } from './reply-template-store.js'
import { reportCaseStore } from './report-case-store.js'
import { readReports, reportStore } from './report-store.js'
import { readSealing, sealingStore } from './sealing-store.js'
import { readRetention, retentionStore } from './retention-store.js'
import { readSessions, sessionStore } from './session-store.js'
import { readSettings, settingStore } from './setting-store.js'
import type { StateCache } from './state-cache.js'
import { submissionStore } from './submission-store.js'
import { readSupervisions, supervisionStore } from './supervision-store.js'
import { readTrail, trailStore } from './trail-store.js'
import { readUserTasks, userTaskStore } from './user-task-store.js'

/** All stores, reading what is committed. */
export function readersOf(knex: Knex, states: StateCache) {
  return {
    accesses: readAccesses(knex),
    accountEntries: readAccountEntries(knex),
    accounts: readAccounts(knex),
    assistance: readAssistance(knex),
    attachments: readAttachments(knex),
    attempts: readAttempts(knex),
    calendar: readCalendar(knex),
    calendarChanges: readCalendarChanges(knex),
    calls: readCalls(knex),
    caseDepartments: readCaseDepartments(knex),
    cases: readCases(knex),
    consultations: readConsultations(knex),
    credentials: readCredentials(knex),
    deadlines: readDeadlines(knex),
    definitions: readDefinitions(knex),
    diagramDrafts: readDiagramDrafts(knex),
    disclosures: readDisclosures(knex),
    engineStates: readEngineStates(knex, states),
    erasures: readErasures(knex),
    history: readHistory(knex),
    incidents: readIncidents(knex),
    instances: readInstances(knex),
    items: readItems(knex),
    jobs: readJobs(knex),
    ledgerExports: readLedgerExports(knex),
    ledgerViews: readLedgerViews(knex),
    links: readLinks(knex),
    moments: readMoments(knex),
    notices: readNotices(knex),
    places: readPlaces(knex),
    privacyRequests: readPrivacyRequests(knex),
    proposals: readProposals(knex),
    rectifications: readRectifications(knex),
    replyTemplates: readReplyTemplates(knex),
    reports: readReports(knex),
    sealing: readSealing(knex),
    retention: readRetention(knex),
    sessions: readSessions(knex),
    settings: readSettings(knex),
    supervisions: readSupervisions(knex),
    trail: readTrail(knex),
    userTasks: readUserTasks(knex),
  }
}

/** All stores, within one transaction: what one writes the others see, and others only when all is committed. */
export function unitOf(knex: Knex, states: StateCache, touched: Touched) {
  return {
    accesses: accessStore(knex),
    accountEntries: accountEntryStore(knex),
    accounts: accountStore(knex),
    assistance: assistanceStore(knex),
    attachments: attachmentStore(knex),
    attempts: attemptStore(knex),
    calendar: calendarStore(knex),
    calendarChanges: calendarChangeStore(knex),
    calls: callStore(knex),
    caseDepartments: caseDepartmentStore(knex),
    cases: caseStore(knex),
    consultations: consultationStore(knex),
    credentials: credentialStore(knex),
    deadlines: deadlineStore(knex, touched),
    definitions: definitionStore(knex),
    diagramDrafts: diagramDraftStore(knex),
    disclosures: disclosureStore(knex),
    engineStates: engineStateStore(knex, states),
    erasures: erasureStore(knex),
    history: historyStore(knex),
    incidents: incidentStore(knex),
    instances: instanceStore(knex),
    items: itemStore(knex),
    jobs: jobStore(knex),
    ledgerExports: ledgerExportStore(knex),
    ledgerViews: ledgerViewStore(knex),
    links: linkStore(knex),
    moments: readMoments(knex),
    notices: noticeStore(knex),
    places: placeStore(knex),
    privacyRequests: privacyRequestStore(knex),
    proposals: proposalStore(knex),
    rectifications: rectificationStore(knex),
    replyTemplates: replyTemplateStore(knex),
    reportCases: reportCaseStore(knex),
    reports: reportStore(knex),
    sealing: sealingStore(knex),
    retention: retentionStore(knex),
    sessions: sessionStore(knex),
    settings: settingStore(knex),
    submissions: submissionStore(knex),
    supervisions: supervisionStore(knex),
    trail: trailStore(knex),
    userTasks: userTaskStore(knex, touched),
  }
}

export type Readers = ReturnType<typeof readersOf>
export type Unit = ReturnType<typeof unitOf>
