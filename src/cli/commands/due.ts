import type { Command } from 'commander'
import {
  buildCalendar,
  explain,
  explanationLines,
  formatInstant,
  localDate,
  localDateOf,
} from '../../calendar/index.js'
import type { AnnouncedYear, CalendarDay, Scope } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import { openExisting } from '../existing.js'
import { InvalidOptionProblem } from '../problem.js'
import { shippedCalendar } from '../shipped.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, print, type CommonOptions } from './base.js'

interface DueOptions extends CommonOptions {
  readonly start?: string
  readonly days: number
  readonly calendar?: keyof typeof scopesOf
  readonly explain?: boolean
}

/** `due`: the last day of so many working days, and why it is that day. */
export function dueCommand(terminal: Terminal): Command {
  return commandNamed('due')
    .option('--start <DATE>', text('cli.due.start'))
    .requiredOption('--days <N>', text('cli.due.days'), parseDays)
    .option('--calendar <NAME>', text('cli.due.calendar'), parseCalendar)
    .option('--explain', text('cli.due.explain'))
    .action(async (options: DueOptions) => {
      const startOn =
        options.start === undefined ? localDateOf(terminal.clock.now()) : localDate(options.start)
      const { days, announced } = await calendarRows(terminal, options)
      const scopes = scopesOf[options.calendar ?? 'all']
      const calendar = buildCalendar({ days, announced, scopes })
      const explanation = explain(calendar, { startOn, budget: { workingDays: options.days } })
      const { dueOn, closesAt, provisional, provisionalYears } = explanation
      const instant = formatInstant(closesAt)
      const date = provisional ? text('cli.due.provisional', { instant }) : instant
      const result = { start: startOn, workingDays: options.days, due: dueOn, dueAt: closesAt, text: date }
      print(
        terminal,
        options,
        {
          ...result,
          provisional,
          provisionalYears,
          ...(options.explain === true ? { explanation: explanation.days } : {}),
        },
        [date, ...(options.explain === true ? explanationLines(explanation) : [])],
      )
    })
}

/** Whose arrangements count: all that are known here, Guangxi’s over the nation’s, or the nation’s alone. */
const scopesOf = {
  all: ['local', 'guangxi', 'national'],
  guangxi: ['guangxi', 'national'],
  national: ['national'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>

/** The calendar of the data directory when there is one, with what was changed in it; else the one we ship. */
async function calendarRows(
  terminal: Terminal,
  options: CommonOptions,
): Promise<{ days: readonly CalendarDay[]; announced: readonly AnnouncedYear[] }> {
  const parts = await openExisting(terminal, options)
  if (parts === null) return shippedCalendar()
  try {
    const { calendar } = parts.store.read
    const announced = await calendar.announced()
    return announced.length === 0 ? await shippedCalendar() : { announced, days: await calendar.days() }
  } finally {
    await parts.store.close()
  }
}

function parseDays(value: string): number {
  const days = /^\d{1,4}$/.test(value) ? Number(value) : NaN
  if (!(days >= 0 && days <= 3660))
    throw new InvalidOptionProblem('--days', value, text('cli.due.days.expected'))
  return days
}

function parseCalendar(value: string): string {
  if (value === 'guangxi' || value === 'national') return value
  throw new InvalidOptionProblem('--calendar', value, 'guangxi、national')
}
