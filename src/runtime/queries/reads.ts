import { personPage as person, signInRules as rules } from '../people/person-page.js'
import { replyWordings as wordings } from '../reply-templates.js'
import { incidentPage as incidents, peoplePage as people } from './administration.js'
import { calendarChangePage as change, calendarChangeProgress as progress } from './calendar-change.js'
import * as calendar from './calendar-page.js'
import * as compared from './comparison.js'
import { consultationList as consultations } from './consultation-list.js'
import { deploymentPage as deployment } from './deployment-page.js'
import * as draft from './diagram-draft.js'
import { flow as flowOf } from './flow.js'
import { ledgerGroups as groups } from './ledger-groups.js'
import { ledgerNames as names } from './ledger-names.js'
import * as cases from './ledger.js'
import { officeSettingsPage as settings } from './office-settings.js'
import { openTo, openToReader } from './open-to.js'
import * as processes from './processes.js'
import { examplesPage as examples } from './report-examples.js'
import { figurePage as figure } from './report-figure.js'
import * as report from './report-page.js'
import { reportPaper as paper } from './report-paper.js'
import * as retention from './retention.js'
import { similarCases as similar } from './similar-cases.js'
import * as trail from './trail.js'
import { watch as board } from './watch.js'

/*
 * What may be read by right, and by which: the one place below the routes. A read that goes by whose a case or a task is
 * asks for itself (case-sight, reach), and test/runtime/reads.test.ts knows each of them by name.
 */

export const ledger = openToReader('case.see', cases.ledger)
export const ledgerCount = openToReader('case.see', cases.ledgerCount)
export const ledgerGroups = openToReader('case.see', groups)
export const ledgerNames = openTo('case.see', names)
export const similarCases = openToReader('case.register', similar)
export const consultationList = openToReader('consultation.see', consultations)

export const watch = openTo('watch.see', board)
export const flow = openTo('flow.see', flowOf)

export const reportList = openToReader('report.see', report.reportList)
export const reportPage = openToReader('report.see', report.reportPage)
export const figurePage = openToReader('report.see', figure)
export const reportPaper = openToReader('report.see', paper)
export const examplesPage = openToReader('report.draft', examples)

export const calendarPage = openToReader('calendar.change', calendar.calendarPage)
export const calendarDay = openToReader('calendar.change', calendar.calendarDay)
export const calendarVersions = openTo('calendar.change', calendar.calendarVersions)
export const provisionalDeadlines = openTo('calendar.change', calendar.provisionalDeadlines)
export const calendarChangePage = openTo('calendar.change', change)
export const calendarChangeProgress = openTo('calendar.change', progress)

export const processesPage = openTo('process.change', processes.processesPage)
export const versionPage = openTo('process.change', processes.versionPage)
export const deploymentPage = openTo('process.change', deployment)
export const diagramDraft = openTo('process.change', draft.diagramDraft)
export const draftHistory = openTo('process.change', draft.draftHistory)
export const revisionXml = openTo('process.change', draft.revisionXml)
export const comparison = openTo('process.change', compared.comparison)
export const sideOf = openTo('process.change', compared.sideOf)

export const incidentPage = openTo('incident.retry', incidents)
export const peoplePage = openTo('people.see', people)
export const personPage = openTo('people.see', person)
export const signInRules = openTo('people.see', rules)
export const officeSettingsPage = openTo('setting.change', settings)
export const replyWordings = openTo('template.change', wordings)

export const retentionPage = openTo('retention.see', retention.retentionPage)
export const retentionDryRun = openTo('retention.see', retention.retentionDryRun)

export const trailPage = openToReader('trail.see', trail.trailPage)
export const exportTrail = openToReader('trail.see', trail.exportTrail)
export const lastTrailHead = openTo('trail.see', trail.lastTrailHead)
