import { peopleAndPlaces } from './0001-people-and-places.js'
import { calendar } from './0002-calendar.js'
import { processes } from './0003-processes.js'
import { cases } from './0004-cases.js'
import { work } from './0005-work.js'
import { casework } from './0006-casework.js'
import { appendOnly } from './0007-append-only.js'
import { deadlineLedger } from './0008-deadline-ledger.js'
import { calendarVersions } from './0009-calendar-versions.js'
import { notices } from './0011-notices.js'
import { board } from './0012-board.js'
import { moments } from './0013-moments.js'
import { diagramDrafts } from './0014-diagram-drafts.js'
import { deployments } from './0015-deployments.js'
import { attachments } from './0016-attachments.js'
import { placeContact } from './0017-place-contact.js'
import { officeWork } from './0018-office-work.js'
import { replyTemplates } from './0019-reply-templates.js'
import { items } from './0020-items.js'
import { search } from './0023-search.js'
import { reportCases } from './0024-report-cases.js'
import { ledger } from './0030-ledger.js'
import { trail } from './0026-trail.js'
import { accounts } from './0028-accounts.js'
import { sealing } from './0031-sealing.js'
import { retention } from './0032-retention.js'
import { citizensRights } from './0033-citizens-rights.js'
import { clearing } from './0036-clearing.js'
import type { Migration } from './migration.js'

/** All migrations in their order. Named here one by one, so that what is compiled is what runs. */
export const migrations: readonly Migration[] = [
  peopleAndPlaces,
  calendar,
  processes,
  cases,
  work,
  casework,
  appendOnly,
  deadlineLedger,
  calendarVersions,
  notices,
  board,
  moments,
  diagramDrafts,
  deployments,
  attachments,
  placeContact,
  officeWork,
  replyTemplates,
  items,
  search,
  reportCases,
  ledger,
  trail,
  accounts,
  sealing,
  retention,
  citizensRights,
  clearing,
]
