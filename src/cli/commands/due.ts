import type { Command } from 'commander'
import {
  buildCalendar,
  checkPauseStops,
  explain,
  explanationLines,
  formatInstant,
  localDate,
  localDateOf,
  project,
} from '../../calendar/index.js'
import type {
  AnnouncedYear,
  CalendarDay,
  DeadlineTerms,
  Pause,
  Scope,
  WorkCalendar,
} from '../../calendar/index.js'
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
  readonly pause: readonly Pause[]
  readonly extendedTo?: string
}

/** `due`: the last day of so many working days, and why it is that day. */
export function dueCommand(terminal: Terminal): Command {
  return commandNamed('due')
    .option('--start <DATE>', text('cli.due.start'))
    .requiredOption('--days <N>', text('cli.due.days'), parseDays)
    .option('--calendar <NAME>', text('cli.due.calendar'), parseCalendar)
    .option('--pause <FROM..UNTIL>', text('cli.due.pause'), addPause, [])
    .option('--extended-to <DATE>', text('cli.due.extendedTo'), localDate)
    .option('--explain', text('cli.due.explain'))
    .action(async (options: DueOptions) => {
      const startOn =
        options.start === undefined ? localDateOf(terminal.clock.now()) : localDate(options.start)
      const { days, announced } = await calendarRows(terminal, options)
      const scopes = scopesOf[options.calendar ?? 'all']
      const calendar = buildCalendar({ days, announced, scopes })
      const { days: workingDays, extendedTo } = options
      const terms = { startOn, budget: { workingDays }, pauses: options.pause, extendedTo }
      refuseLate(calendar, terms)
      const explanation = explain(calendar, terms)
      const { dueOn, promisedOn, closesAt, provisional, provisionalYears } = explanation
      const instant = formatInstant(closesAt)
      const date = provisional ? text('cli.due.provisional', { instant }) : instant
      const result = {
        start: startOn,
        workingDays,
        due: dueOn,
        dueAt: closesAt,
        promised: promisedOn,
        text: date,
      }
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

/** Each pause must stop a clock that still runs, and the new day must be later than the one it replaces. */
function refuseLate(
  calendar: WorkCalendar,
  terms: DeadlineTerms & { readonly pauses: readonly Pause[] },
): void {
  for (const [index, pause] of terms.pauses.entries()) {
    const before = { ...terms, pauses: terms.pauses.slice(0, index), extendedTo: null }
    checkPauseStops(pause, project(calendar, before).dueOn)
  }
  const { extendedTo, ...rest } = terms
  const { dueOn } = project(calendar, rest)
  if (extendedTo && extendedTo <= dueOn)
    throw new InvalidOptionProblem(
      '--extended-to',
      extendedTo,
      text('cli.due.extendedTo.expected', { dueOn }),
    )
}

function addPause(value: string, before: readonly Pause[]): readonly Pause[] {
  const [, from, until] = /^(\S+?)\.\.(\S+)$/.exec(value) ?? []
  if (from === undefined || until === undefined)
    throw new InvalidOptionProblem('--pause', value, text('cli.due.pause.expected'))
  return [...before, { from: localDate(from), until: localDate(until) }]
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
