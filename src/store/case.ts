import type { Facts } from '../casework/case.js'
import type { AppliedChannel, Channel } from '../casework/channel.js'
import type { CauseCode } from '../casework/cause.js'
import type { FailedStage } from '../casework/failed-stage.js'
import type { GuideMatch, GuideRead } from '../casework/guide.js'
import type { Outcome } from '../casework/outcome.js'
import type { Recurrence } from '../casework/recurrence.js'
import type { ReporterKind } from '../casework/reporter-kind.js'
import type { Satisfaction } from '../casework/satisfaction.js'
import type { Verdict } from '../casework/verdict.js'
import {
  flag,
  instant,
  integer,
  json,
  localDate,
  nullable,
  text,
  word,
  type Column,
  type NewRowOf,
  type RowOf,
} from './rows.js'
import { sealed } from './sealing/sealed.js'

/** A citizen's matter; the columns are those of casework's `Case`. */
export const caseTable = {
  name: 'grievance_case',
  columns: {
    id: integer,
    number: text,
    /** made by the form that was sent: the same form sent twice is the same case */
    submissionId: text,
    revision: integer,
    registeredAt: instant,
    /** the day that was in the office */
    registeredOn: localDate,
    channel: word<Channel>(),
    appliedChannel: nullable(word<AppliedChannel>()),
    placeId: integer,
    windowId: nullable(integer),
    /** who registered it; null when the citizen did */
    registrarId: nullable(integer),
    itemName: text,
    /** the item without what people write differently: the same problem is found by it */
    itemKey: text,
    /** 主办; null for 不清楚 */
    departmentId: nullable(integer),
    reporterKind: word<ReporterKind>(),
    reporterName: sealed('grievance_case.reporter_name'),
    agentName: nullable(sealed('grievance_case.agent_name')),
    contact: sealed('grievance_case.contact'),
    /** the last four digits */
    contactTail: text,
    failedStage: nullable(word<FailedStage>()),
    visits: nullable(integer),
    description: text,
    guideRead: nullable(word<GuideRead>()),
    guideMatch: nullable(word<GuideMatch>()),
    /** R22: about the office itself or one of its people */
    aboutOffice: flag,
    /** R22: about whom, when that is known */
    subjectAccountId: nullable(integer),
    facts: json<Facts>(),

    // of the facts, what lists and figures are made from
    verdict: nullable(word<Verdict>()),
    cause: nullable(word<CauseCode>()),
    causeConfirmedAt: nullable(instant),
    handedOverAt: nullable(instant),
    repliedAt: nullable(instant),
    feedbackAt: nullable(instant),
    outcome: nullable(word<Outcome>()),
    satisfaction: nullable(integer as Column<Satisfaction>),
    hiddenBarrier: flag,
    /** 已按期联系未果 */
    contactFailed: flag,
    recurrence: word<Recurrence>(),
    /** the earlier case that was rectified */
    recurrenceOf: nullable(integer),
    rectifiedAt: nullable(instant),
    closedAt: nullable(instant),
    /** the id of the end event */
    endEvent: nullable(text),
    /** since when the citizen wants it kept and used for nothing else (PIPL art. 44) */
    restrictedAt: nullable(instant),
    /** when what it says of people was cleared, by the rule of how long it is kept */
    erasedAt: nullable(instant),
  },
}

export type StoredCase = RowOf<typeof caseTable.columns>

/** A case to be registered. What a citizen's report does not say yet may be left out. */
export type NewCase = Omit<NewRowOf<typeof caseTable.columns>, 'revision' | Defaulted> &
  Partial<Pick<StoredCase, Defaulted>>

type Defaulted = 'aboutOffice' | 'hiddenBarrier' | 'contactFailed' | 'recurrence' | 'facts'

/** What changes in a case. The number and the registration never do. */
export interface CaseChange {
  readonly id: number
  readonly expectedRevision: number
  readonly set: Partial<
    Omit<StoredCase, 'id' | 'number' | 'submissionId' | 'revision' | 'registeredAt' | 'registeredOn'>
  >
}
