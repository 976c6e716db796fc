import { readFile } from 'node:fs/promises'
import { Argument, Command } from 'commander'
import {
  asArrangement,
  decodeCalendarFile,
  differenceTo,
  doubtsOf,
  formatDate,
  localDateOf,
  readCalendarText,
  wholeYears,
  type CalendarFile,
} from '../../calendar/index.js'
import { NothingToDoProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { openParts } from '../../main.js'
import {
  applyCalendarChange,
  calendarChangePage,
  confirmChange,
  discardChange,
  gatherChange,
  type CalendarChangePage,
  type Parts,
} from '../../runtime/index.js'
import { arrangeCalendar } from '../install.js'
import { CalendarNotSavedProblem, FileUnreadableProblem } from '../problem.js'
import { shippedCalendar } from '../shipped.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

interface ImportOptions extends CommonOptions {
  readonly reason: string
  readonly some?: boolean
}

/** `calendar check` and `calendar import`: a year’s arrangement, looked at, and put into force. */
export function calendarCommand(terminal: Terminal, exit: (code: number) => void): Command {
  const file = () => new Argument('<FILE>', text('cli.calendar.file'))
  return new Command('calendar')
    .description(text('cli.calendar.what'))
    .usage(text('cli.calendar.usage'))
    .addCommand(
      commandNamed('check', { usage: text('cli.calendar.check.usage'), key: 'calendar.check' })
        .addArgument(file())
        .action((name: string, options: CommonOptions) => check(terminal, name, options, exit)),
    )
    .addCommand(
      commandNamed('import', { usage: text('cli.calendar.import.usage'), key: 'calendar.import' })
        .addArgument(file())
        .requiredOption('--reason <TEXT>', text('cli.calendar.import.reason'))
        .option('--some', text('cli.calendar.import.some'))
        .action((name: string, options: ImportOptions) => bringIn(terminal, name, options)),
    )
}

/** Nothing is opened and nothing changed: the file alone is looked at. `exit` is told 1 when there is a doubt. */
async function check(
  terminal: Terminal,
  file: string,
  options: CommonOptions,
  exit: (code: number) => void,
): Promise<void> {
  const calendar = await readCalendar(file)
  const arrangement = differenceTo({ days: [], announced: [] }, asArrangement(calendar))
  // a year that has passed is checked like one that comes
  const [today = localDateOf(terminal.clock.now())] = calendar.days.map(({ date }) => date).sort()
  const doubts = doubtsOf({ after: calendar, arrangement, today })
  const counts = { days: calendar.days.length, doubts: doubts.length }
  print(terminal, options, { file, ...counts, findings: doubts }, [
    ...doubts.map(({ severity, sentence }) => text(`cli.calendar.doubt.${severity}`, { sentence })),
    text(doubts.length === 0 ? 'cli.calendar.check.clean' : 'cli.calendar.check.counts', { file, ...counts }),
  ])
  if (doubts.length > 0) exit(1)
}

async function bringIn(terminal: Terminal, file: string, options: ImportOptions): Promise<void> {
  const calendar = await readCalendar(file)
  const parts = await openParts(configOf(terminal, options), terminal.clock)
  try {
    // a new house has the calendar that ships with the program before it has any other
    await arrangeCalendar(parts, await shippedCalendar())
    const change = await gatherChange(parts, null, there =>
      options.some ? { days: calendar.days, years: [] } : wholeYears(there, calendar),
    )
    const preview = await calendarChangePage(parts, null, change, 1)
    await confirmOrDrop(parts, preview, options.reason)
    await applyCalendarChange(parts, change)
    const applied = await calendarChangePage(parts, null, change, 1)
    if (applied.standing !== 'applied') throw new CalendarNotSavedProblem(applied.change.failure ?? '')
    const moves = await allMoves(parts, applied)
    const { versionId: version, lookedAt } = applied.change
    const counts = { days: applied.days.length, lookedAt: lookedAt ?? 0, ...applied.tally }
    print(terminal, options, { version, ...counts, findings: preview.doubts, moves }, [
      ...preview.doubts.map(({ severity, sentence }) => text(`cli.calendar.doubt.${severity}`, { sentence })),
      ...moves.map(({ of, limit, from, to }) =>
        text('cli.calendar.moved', { of, limit, from: formatDate(from), to: formatDate(to) }),
      ),
      text('cli.calendar.import.done', { version, ...counts, dated: moves.length }),
    ])
  } finally {
    await parts.store.close()
  }
}

/** What is refused is not left lying about as something gathered. */
async function confirmOrDrop(
  parts: Parts,
  { change, version }: CalendarChangePage,
  reason: string,
): Promise<void> {
  try {
    await confirmChange(parts, null, { changeId: change.id, revision: change.revision, version, reason })
  } catch (error) {
    await discardChange(parts, null, change.id)
    if (error instanceof NothingToDoProblem) throw new CalendarNotSavedProblem(text('cli.calendar.same'))
    throw error
  }
}

async function allMoves(parts: Parts, first: CalendarChangePage) {
  const moves = [...first.moves]
  for (let page = 2; page <= first.pages.of; page += 1)
    moves.push(...(await calendarChangePage(parts, null, first.change.id, page)).moves)
  return moves.map(({ subject, from, to }) => ({
    of: subject.caseNumber ?? subject.quarter ?? '',
    limit: subject.name,
    from: from.dueOn,
    to: to.dueOn,
  }))
}

/** @throws FileUnreadableProblem, CalendarFileInvalidError with every fault by its line */
async function readCalendar(file: string): Promise<CalendarFile> {
  return readCalendarText(decodeCalendarFile(await bytesOf(file)))
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new FileUnreadableProblem(file, error)
  }
}
