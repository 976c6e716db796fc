import type { Instant } from '../clock.js'
import type { StoredInstance, Unit } from '../store/index.js'
import type { Parts } from './parts.js'
import { quarterNow } from './report-figures.js'
import { countedCases, keepCount } from './report-snapshot.js'
import type { Subject } from './subject.js'

/** The writing half of a topic’s work: part of the transaction of the step it leads to. */
export type Write = (work: { unit: Unit; subject: Subject; at: Instant }) => Promise<void>

/** The work behind a service task’s topic: what takes long is read or asked first, outside any transaction. */
export type Topic = (parts: Parts, instance: StoredInstance) => Promise<Write>

/** Every topic a diagram may name; anything else becomes an incident. */
export const topics: Readonly<Record<string, Topic>> = {
  'report.freeze': freezeReport,
}

/**
 * 固化数据: from here on the report says what it says, whatever happens to the cases after (R20). Frozen are the figures
 * that were examined, not others that might have come in since. A draft of a version that kept none is counted now.
 */
async function freezeReport(parts: Parts, instance: StoredInstance): Promise<Write> {
  const report = await parts.store.read.reports.byId(instance.subjectId)
  const now = report?.computedAt === null ? await quarterNow(parts, report.quarter) : null
  const counted = now && countedCases(now)
  return async ({ unit, subject, at }) => {
    if (now && counted) await keepCount(unit, subject.id, counted, { figures: now.figures, at })
    await unit.reports.freeze([subject.id], at)
  }
}
