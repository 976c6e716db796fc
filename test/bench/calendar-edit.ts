// A change of the calendar with many open deadlines: how many are counted anew in a second, and whether ten times as many
// take ten times as long. Measured side by side in one run; only the ratio is to be read.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { learningAdvance } from '../../src/engine/index.js'
import { calendarChangePage, confirmChange, gatherChange, workOff } from '../../src/runtime/index.js'
import { armMany } from '../helpers/many-deadlines.js'
import { openTestOffice } from '../helpers/office.js'

/** What was measured. */
export interface CalendarEditMeasured {
  /** deadlines counted anew per second, each with its move, its entry in the ledger and its line in the change */
  readonly perSecond: number
  /** how long an edit with 5,000 open deadlines takes, against one with 500: 10 were straight in proportion */
  readonly ratio: number
}

/** @param rounds edits of each size; the best of each counts */
export async function benchCalendarEdit(rounds = 3): Promise<CalendarEditMeasured> {
  const few = await secondsOf(500, rounds)
  const many = await secondsOf(5000, rounds)
  return { perSecond: 5000 / many, ratio: many / few }
}

async function secondsOf(deadlines: number, rounds: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bandecheng-bench-'))
  try {
    const office = await openTestOffice({
      start: '2026-09-01T10:00:00+08:00',
      advance: learningAdvance(),
      target: { file: path.join(folder, 'office.sqlite') },
    })
    await armMany(office, deadlines, '2026-09-01')
    let best = Infinity
    for (let round = 0; round < rounds; round += 1) best = Math.min(best, await edit(office, round))
    await office.close()
    return best
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The third of September is off, then worked again, and so on: each time every deadline moves. */
async function edit(
  { parts, people }: Awaited<ReturnType<typeof openTestOffice>>,
  round: number,
): Promise<number> {
  const day = { scope: 'local', date: '2026-09-03' } as const
  const off = { ...day, kind: 'rest', name: '台风停工', source: '通知' } as const
  const asUsual = { ...day, kind: 'plain', name: '', source: '' } as const
  const changeId = await gatherChange(parts, people.admin, () => ({
    days: [round % 2 === 0 ? off : asUsual],
    years: [],
  }))
  const { change, version, tally } = await calendarChangePage(parts, null, changeId, 1)
  if (tally.later + tally.earlier === 0) throw new Error('nothing moves')
  await confirmChange(parts, people.admin, { changeId, revision: change.revision, version, reason: '台风' })
  const begin = performance.now()
  await workOff(parts)
  return (performance.now() - begin) / 1000
}

if (process.argv[1] === import.meta.filename) {
  const { perSecond, ratio } = await benchCalendarEdit()
  console.log(
    `a calendar edit: ${Math.round(perSecond)} deadlines/s; 5,000 against 500 take ${ratio.toFixed(1)} times as long`,
  )
}
