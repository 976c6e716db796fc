import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import { freezeReport } from './report-figures.js'
import type { Subject } from './subject.js'

/** The work behind a service task’s topic. Runs in the transaction of the step it leads to. */
export type Topic = (work: { unit: Unit; subject: Subject; at: Instant }) => Promise<void>

/** Every topic a diagram may name; anything else becomes an incident. */
export const topics: Readonly<Record<string, Topic>> = {
  'report.freeze': freezeReport,
}
