import type { IntakeField } from '../../casework/intake.js'

/** The questions of the report in their order, and the fields of each; where two belong together they stand together. */
export const reportSteps = [
  { id: 'item', fields: ['item'] },
  { id: 'place', fields: ['appliedChannel', 'place', 'window'] },
  { id: 'department', fields: ['department'] },
  { id: 'failedStage', fields: ['failedStage'] },
  { id: 'visits', fields: ['visits'] },
  { id: 'guideRead', fields: ['guideRead'] },
  { id: 'guideMatch', fields: ['guideMatch'] },
  { id: 'description', fields: ['description', 'aboutOffice'] },
  { id: 'files', fields: [] },
  { id: 'reporter', fields: ['reporterKind', 'reporterName', 'agentName'] },
  { id: 'contact', fields: ['contact'] },
] as const satisfies readonly { id: string; fields: readonly IntakeField[] }[]

export type ReportStepId = (typeof reportSteps)[number]['id'] | 'review'

/** All steps by name, the last one that where everything is looked over. */
export const reportStepIds: readonly ReportStepId[] = [...reportSteps.map(({ id }) => id), 'review']

/** A step by the name a form gave; the first where there is no such step. */
export function reportStepOf(name: string): ReportStepId {
  return reportStepIds.find(id => id === name) ?? 'item'
}

/** The first step with something wrong in it, of those before `limit`; null when there is none. */
export function firstWrongStep(
  wrong: ReadonlySet<string>,
  limit: ReportStepId = 'review',
): ReportStepId | null {
  const before = reportSteps.slice(0, reportStepIds.indexOf(limit))
  return before.find(({ id, fields }) => wrong.has(id) || fields.some(field => wrong.has(field)))?.id ?? null
}

/** Where a press of 下一步 or 上一步 leads: on only past what is answered rightly, back always. */
export function turnTo(from: ReportStepId, to: ReportStepId, wrong: ReadonlySet<string>): ReportStepId {
  const onwards = reportStepIds.indexOf(to) > reportStepIds.indexOf(from)
  return onwards ? (firstWrongStep(wrong, to) ?? to) : to
}
