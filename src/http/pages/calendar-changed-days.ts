import { addDays, formatDate } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { CalendarChangePage } from '../../runtime/index.js'
import { wordsOf } from './calendar-arranging.js'
import { arrangementWords } from './calendar-draft.js'
import { ledger, type LedgerModel } from './ledger.js'

/** The days that a change arranges otherwise; those of which the same is to be said stand in one line. */
export function changedDays({ days }: CalendarChangePage): LedgerModel {
  const columns = ['date', 'before', 'after', 'arrangement', 'source'].map(name => ({
    label: text(`admin.calendar.change.column.${name}`),
  }))
  return ledger(
    null,
    columns,
    runsOf(days.map(lineOf)).map(([first, last]) => [
      first.date === last.date ? formatDate(first.date) : spanWords(first.date, last.date),
      ...first.words,
    ]),
  )
}

interface DayLine {
  readonly date: string
  readonly words: readonly string[]
}

function lineOf({ arrangement, before, after }: CalendarChangePage['days'][number]): DayLine {
  const { date, source } = arrangement
  const words = [wordsOf(before), wordsOf(after), arrangementWords(arrangement), source || text('shell.none')]
  return { date, words }
}

/** Days one after another of which the same is to be said: the first and the last of each run. */
function runsOf(lines: readonly DayLine[]): [first: DayLine, last: DayLine][] {
  const runs: [DayLine, DayLine][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const goesOn =
      run && addDays(run[1].date, 1) === line.date && run[1].words.join('\n') === line.words.join('\n')
    if (goesOn) run[1] = line
    else runs.push([line, line])
  }
  return runs
}

function spanWords(first: string, last: string): string {
  const to = formatDate(last)
  return text('admin.calendar.change.span', {
    from: formatDate(first),
    to: first.slice(0, 4) === last.slice(0, 4) ? to.replace(/^\d+年/, '') : to,
  })
}
