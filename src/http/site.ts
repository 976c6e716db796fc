import type { Config } from '../config.js'
import { createLiveBoard, type LiveBoard, type Parts } from '../runtime/index.js'
import { createTrials, type Trials } from '../trial/index.js'
import type { AppParts } from './app.js'
import { createCaseAccess } from './case-access.js'
import { accountRoutes } from './routes/account.js'
import { adminRoutes } from './routes/admin.js'
import { attachmentRoutes } from './routes/attachments.js'
import { calendarRoutes } from './routes/calendar.js'
import { caseBesideRoutes } from './routes/case-beside.js'
import { casesRoutes } from './routes/cases.js'
import { citizenRoutes } from './routes/citizen.js'
import { consultationsRoutes } from './routes/consultations.js'
import { deadlinesRoutes } from './routes/deadlines.js'
import { editorRoutes } from './routes/editor.js'
import { flowRoutes } from './routes/flow.js'
import { formPreviewRoutes } from './routes/form-preview.js'
import { gateRoutes } from './routes/gates.js'
import { handbookRoutes } from './routes/handbook.js'
import { invitationRoutes } from './routes/invitation.js'
import { itemsRoutes } from './routes/items.js'
import { ledgerRoutes } from './routes/ledger.js'
import { noticesRoutes } from './routes/notices.js'
import { ownDataRoutes } from './routes/own-data.js'
import { openFiguresRoutes } from './routes/open-figures.js'
import { officeSettingsRoutes } from './routes/office-settings.js'
import { patternsRoutes } from './routes/patterns.js'
import { peopleRoutes } from './routes/people.js'
import { posterRoutes } from './routes/posters.js'
import { privacyRequestsRoutes } from './routes/privacy-requests.js'
import { processDeployRoutes } from './routes/process-deploy.js'
import { processDraftRoutes } from './routes/process-draft.js'
import { processesRoutes } from './routes/processes.js'
import { registerRoutes } from './routes/register.js'
import { replyTemplatesRoutes } from './routes/reply-templates.js'
import { reportDraftingRoutes } from './routes/report-drafting.js'
import { reportFilesRoutes } from './routes/report-files.js'
import { reportsRoutes } from './routes/reports.js'
import { retentionRoutes } from './routes/retention.js'
import { searchRoutes } from './routes/search.js'
import { signInRoutes } from './routes/sign-in.js'
import { supervisionsRoutes } from './routes/supervisions.js'
import { tasksRoutes } from './routes/tasks.js'
import { trackRoutes } from './routes/track.js'
import { trialRoutes } from './routes/trials.js'
import { trailRoutes } from './routes/trail.js'
import { unifiedSignInRoutes } from './routes/unified-sign-in.js'
import { watchRoutes } from './routes/watch.js'

/**
 * All pages of the office, by area. Each area declares its own routes and who may enter them.
 * @param live the board that supervisors look at; whoever closes the office ends it
 * @param trials what administrators try out; whoever closes the office closes them
 */
export function sitePages(
  parts: Parts,
  config: Config,
  live: LiveBoard = createLiveBoard(parts),
  trials: Trials = createTrials(parts.clock),
): AppParts['pages'] {
  const access = createCaseAccess(parts.clock, config.secret, config.https)
  return [
    citizenRoutes(parts, config, access),
    trackRoutes(parts, access),
    ownDataRoutes(parts, config, access),
    registerRoutes(parts, config),
    consultationsRoutes(parts),
    signInRoutes(parts, config),
    unifiedSignInRoutes(parts, config),
    gateRoutes(parts, config),
    invitationRoutes(parts),
    accountRoutes(parts, config),
    tasksRoutes(parts, config),
    noticesRoutes(parts),
    casesRoutes(parts),
    privacyRequestsRoutes(parts),
    ledgerRoutes(parts, config),
    flowRoutes(parts),
    searchRoutes(parts),
    caseBesideRoutes(parts, config),
    attachmentRoutes(parts),
    itemsRoutes(parts),
    patternsRoutes(parts),
    supervisionsRoutes(parts, config),
    deadlinesRoutes(parts, access, config),
    watchRoutes(parts, live),
    replyTemplatesRoutes(parts, config),
    officeSettingsRoutes(parts),
    reportsRoutes(parts),
    reportDraftingRoutes(parts),
    reportFilesRoutes(parts, config),
    openFiguresRoutes(parts, config),
    processDraftRoutes(parts),
    processDeployRoutes(parts),
    processesRoutes(parts),
    trialRoutes(parts, trials, config),
    handbookRoutes(parts),
    peopleRoutes(parts, config),
    adminRoutes(parts),
    retentionRoutes(parts),
    trailRoutes(parts, config),
    posterRoutes(parts, config),
    calendarRoutes(parts),
    editorRoutes(parts),
    formPreviewRoutes(parts),
  ]
}
