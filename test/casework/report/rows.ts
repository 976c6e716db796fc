import type {
  ReportCaseRow,
  ReportPromiseRow,
  ReportRectificationRow,
  ReportRows,
} from '../../../src/casework/report/read-input.js'

/** A case registered in May 2026 of which nothing more is known. */
export function caseRow(id: number, more: Partial<ReportCaseRow> = {}): ReportCaseRow {
  return {
    id,
    number: `2026-${String(id).padStart(5, '0')}-0`,
    registeredOn: '2026-05-06',
    channel: 'window',
    reporterKind: 'person',
    placeId: 1,
    placeName: '城中区政务服务中心',
    departmentId: 7,
    departmentName: '区市场监督管理局',
    itemName: '食品经营许可（新办）',
    itemKey: '食品经营许可新办',
    failedStage: 'notAccepted',
    visits: 1,
    description: '窗口没有收件。',
    guideRead: null,
    verdict: null,
    cause: null,
    hiddenBarrier: false,
    contactFailed: false,
    recurrence: 'no',
    outcome: null,
    satisfaction: null,
    closedAt: null,
    endEvent: null,
    facts: {},
    ...more,
  }
}

/** The end of a case or promise, at nine in the morning of a day of the office. */
export const at = (day: string): string => `${day}T01:00:00.000Z`

export const archived = (day: string) => ({ closedAt: at(day), endEvent: 'End_Archived' })
export const withdrawn = (day: string) => ({ closedAt: at(day), endEvent: 'End_Withdrawn' })

/** A phone reply that is due on a day, answered on another or not yet. */
export const reply = (id: number, caseId: number, dueOn: string, on: string | null): ReportPromiseRow => ({
  id,
  caseId,
  promise: 'phoneReply',
  promisedOn: dueOn,
  provisional: false,
  closedAt: on === null ? null : at(on),
})

export const feedback = (id: number, caseId: number, dueOn: string, on: string | null): ReportPromiseRow => ({
  ...reply(id, caseId, dueOn, on),
  promise: 'feedback',
})

export const rectified = (id: number, caseId: number, on: string | null): ReportRectificationRow => ({
  id,
  caseId,
  beforeText: '要求房东声明',
  afterText: '不再要求',
  prevention: '每季度对照清单自查',
  acceptedAt: on === null ? null : at(on),
})

export function rowsOf(part: Partial<ReportRows>): ReportRows {
  return { cases: [], promises: [], rectifications: [], consultations: 0, ...part }
}
