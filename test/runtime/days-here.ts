import { learningAdvance } from '../../src/engine/index.js'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { run } from '../cli/run-command.js'
import { openTestOffice } from '../helpers/office.js'

/**
 * The days of two cases, from their registration until every limit has passed, and what the command line says of one,
 * with the machine’s zone: printed when this file is run by itself.
 */
export async function daysHere(): Promise<{ zone: string; days: unknown }> {
  const office = await openTestOffice({ start: '2026-04-08T23:30:00+08:00', advance: learningAdvance() })
  try {
    const { officer } = office.people
    const department = await confirmedCase(office)
    const citizen = await confirmedCase(office, {
      answers: { guideMatch: 'same' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(department, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(citizen, 'Task_Verdict', officer, say.citizensPart)
    await office.passTo('2026-05-08T00:00:00+08:00')
    const { read } = office.parts.store
    const days = []
    for (const id of [1, 2]) {
      const row = await read.cases.byId(id)
      const limits = await read.deadlines.ofCase(id)
      const history = await read.history.ofCase(id)
      days.push({
        number: row?.number,
        registeredOn: row?.registeredOn,
        limits,
        cards: await read.deadlines.cards(limits.map(limit => limit.id)),
        history: history.map(({ at, kind, activityId, data }) => ({ at, kind, activityId, data })),
        papers: (await read.supervisions.ofCase(id)).map(({ number, at, message }) => ({
          number,
          at,
          message,
        })),
      })
    }
    const due = await run(['due', '--start', '2026-04-08', '--days', '10', '--explain'])
    return {
      zone: new Date(1_800_000_000_000).toString().replace(/.*GMT([+-]\d+).*/, '$1'),
      days: [days, due],
    }
  } finally {
    await office.close()
  }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await daysHere()))
