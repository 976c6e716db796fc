import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { instantAt, localDate } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import { handClock } from '../../clock.js'
import type { Instant } from '../../clock.js'
import { openFleetingParts } from '../../runtime/index.js'
import { arrangeCalendar, putIntoForce } from '../install.js'
import { openExisting } from '../existing.js'
import { readCases } from '../play/case-file.js'
import { shippedCases } from '../../play/shipped-cases.js'
import { someone, readCast } from '../../play/cast.js'
import { outcomeOf } from '../play/outcome.js'
import { play } from '../play/player.js'
import { summarise } from '../play/summary.js'
import { caseLines, happeningLine, summaryLines } from '../play/tell.js'
import { timetable } from '../play/timetable.js'
import { FileUnreadableProblem, InvalidOptionProblem } from '../problem.js'
import { furnish } from '../seed/furnish.js'
import { shippedCalendar, shippedDiagrams } from '../shipped.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, print, type CommonOptions } from './base.js'

interface SimulateOptions extends CommonOptions {
  readonly cases?: string
  readonly process: readonly string[]
  readonly start: string
  readonly speed?: number
}

/** Three weeks before 三月三 and five before the first of May: a time with many days off. */
const usualStart = '2026-04-01'

/** `simulate`: plays cases from the report to the archive, in a database that is gone afterwards. */
export function simulateCommand(terminal: Terminal): Command {
  return commandNamed('simulate', { usage: text('cli.simulate.usage') })
    .argument('[FILE]', text('cli.simulate.file'))
    .option('--cases <FILE>', text('cli.simulate.cases'))
    .option('--process <FILE>', text('cli.simulate.process'), (file, files: string[]) => [...files, file], [])
    .option('--start <DATE>', text('cli.simulate.start'), localDate, usualStart)
    .option('--speed <N>', text('cli.simulate.speed'), parseSpeed)
    .action((file: string | undefined, { process, ...options }: SimulateOptions) =>
      simulate(terminal, { ...options, process: [...process, ...(file === undefined ? [] : [file])] }),
    )
}

async function simulate(terminal: Terminal, options: SimulateOptions): Promise<void> {
  const began = performance.now()
  const cases = await readCases(options.cases ?? shippedCases)
  const { calendar, diagrams } = await inForce(terminal, options)
  const clock = handClock(instantAt(options.start, '00:00'))
  const parts = await openFleetingParts(clock)
  try {
    await arrangeCalendar(parts, calendar)
    const plans = timetable(await parts.calendars.current(parts.store.read), cases, options.start)
    const [from = clock.now()] = plans
      .flatMap(({ arriving }) => (typeof arriving === 'string' ? [arriving] : []))
      .sort()
    clock.set(new Date(Date.parse(from) - 3_600_000).toISOString())
    await furnish(parts, cases)
    await putIntoForce(parts, diagrams)

    const { speed } = options
    const live = speed !== undefined && options.json !== true
    const { arrivals, troubles } = await play(parts, clock, {
      plans,
      until: null,
      ...(live ? { told: happening => terminal.out(`${happeningLine(happening)}\n`) } : {}),
      ...(speed === undefined
        ? {}
        : { wait: (start: Instant, end: Instant) => sleep(realTime(start, end, speed)) }),
    })

    const reader = someone(await readCast(parts), 'supervisor')
    if (!reader) return
    const outcomes = []
    for (const plan of plans) {
      const arrival = arrivals.get(plan)
      const sorrows = arrival?.kind === 'case' ? (troubles.get(arrival.number) ?? []) : []
      outcomes.push(await outcomeOf(parts, reader, plan, arrival, sorrows))
    }
    const reports = (await parts.store.read.reports.all()).filter(report => report.sentAt !== null).length
    const seconds = (performance.now() - began) / 1000
    const summary = summarise(outcomes, { reports, from, to: clock.now(), seconds })
    print(terminal, options, { cases: outcomes, summary }, [
      ...outcomes.flatMap(one => [...caseLines(one), '']),
      ...summaryLines(summary),
    ])
  } finally {
    await parts.store.close()
  }
}

/** The diagrams and the calendar to try: those of a data directory that was named, else the shipped ones. */
async function inForce(terminal: Terminal, options: SimulateOptions) {
  const office = options.data === undefined ? null : await openExisting(terminal, options)
  const chosen = { calendar: await shippedCalendar(), diagrams: await shippedDiagrams() }
  try {
    if (office) {
      const { calendar, definitions } = office.store.read
      const deployed = await definitions.allLatest()
      const announced = await calendar.announced()
      if (deployed.length > 0) chosen.diagrams = deployed.map(({ xml }) => xml)
      if (announced.length > 0) chosen.calendar = { announced, days: await calendar.days() }
    }
  } finally {
    await office?.store.close()
  }
  // deployed last, so that what is tried out is in force
  return {
    ...chosen,
    diagrams: [...chosen.diagrams, ...(await Promise.all(options.process.map(readDiagram)))],
  }
}

async function readDiagram(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new FileUnreadableProblem(file, error)
  }
}

/** How long a stretch of the played clock takes, in milliseconds. */
function realTime(from: Instant, to: Instant, speed: number): number {
  return (Date.parse(to) - Date.parse(from)) / speed
}

function parseSpeed(value: string): number {
  const speed = Number(value)
  if (Number.isFinite(speed) && speed > 0) return speed
  throw new InvalidOptionProblem('--speed', value, text('cli.simulate.speed.expected'))
}
