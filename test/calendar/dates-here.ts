import {
  explain,
  formatInstant,
  localDateOf,
  project,
  standingOf,
  startOfDay,
} from '../../src/calendar/index.js'
import { dateOracles } from './date-oracles.js'
import { officeCalendar } from './office-calendar.js'

/** Everything the calendar says of the oracles, with the machine's zone: printed when this file is run by itself. */
export function datesHere(): { zone: string; dates: unknown } {
  const calendar = officeCalendar()
  const dates = dateOracles.cases.flatMap(({ start, workingDays }) =>
    ['T00:00:00+08:00', 'T12:00:00+08:00', 'T23:59:59+08:00'].map(time => {
      const terms = { anchorAt: start + time, budget: { workingDays }, warnBefore: { workingDays: 1 } }
      const deadline = project(calendar, terms)
      return {
        deadline,
        explanation: explain(calendar, deadline),
        dueIn: formatInstant(deadline.dueAt),
        dayOfDue: localDateOf(deadline.dueAt),
        midnight: startOfDay(deadline.dueOn),
        standing: standingOf(calendar, deadline, deadline.warnAt ?? deadline.dueAt),
      }
    }),
  )
  return { zone: new Date(1_800_000_000_000).toString().replace(/.*GMT([+-]\d+).*/, '$1'), dates }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(datesHere()))
