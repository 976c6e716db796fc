import type { Topic } from './topics.js'

export const freezeReport: Topic = async ({ unit, subject, at }) => {
  await unit.reports.freeze([subject.id], at)
}
