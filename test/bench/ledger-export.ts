// A ledger of a hundred thousand lines takes no more memory to export than one of ten thousand.
import path from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ledgerCsv, ledgerWorkbook } from '../../src/papers/index.js'
import { beginReport, reportPaper } from '../../src/runtime/index.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { exported } from '../papers/paper.js'
import { milliseconds, ratio } from './figures.js'

const counts = [10_000, 100_000] as const
const kinds = { xlsx: ledgerWorkbook, csv: ledgerCsv }

export async function ledgerExport(folder: string): Promise<void> {
  const office = await openTestOffice({
    start: '2026-04-14T09:00:00+08:00',
    target: { file: path.join(folder, 'a.sqlite') },
  })
  try {
    await office.register()
    office.clock.set('2026-07-01T00:00:00.000Z')
    const id = await beginReport(office.parts, office.people.officer, '2026Q2')
    for (const [kind, write] of Object.entries(kinds)) {
      const peaks: number[] = []
      for (const count of counts) {
        await lengthen(office, id, count)
        const paper = await reportPaper(office.parts, office.people.officer, '2026Q2')
        const { spent, bytes, peak } = await measured(() => write(paper, exported))
        peaks.push(peak)
        console.log(
          `${kind} of ${count.toLocaleString('en')} lines: ${milliseconds(spent)}, ` +
            `${Math.round((count / spent) * 1000).toLocaleString('en')} lines/s, ${(bytes / 1e6).toFixed(1)} MB, ` +
            `at its peak ${peak.toFixed(0)} MB of heap and buffers, the office itself among them`,
        )
      }
      console.log(`${kind}: the peak of ten times as many lines is ${ratio(peaks[1] ?? 0, peaks[0] ?? 1)}`)
    }
  } finally {
    await office.close()
  }
}

/** The report's ledger repeats its first line until it is so long. */
async function lengthen({ database }: TestOffice, reportId: number, count: number): Promise<void> {
  const knex = database.writer
  const first =
    (await knex<Record<string, unknown>>('report_case').where({ report_id: reportId }).first()) ?? {}
  const kept = Object.keys(first).filter(
    name => name !== 'case_id' && name !== 'position' && name !== 'report_id',
  )
  await knex.raw('pragma foreign_keys = off')
  await knex('report_case').where({ report_id: reportId }).andWhere('position', '>', 1).delete()
  await knex.raw(
    `with recursive copies (n) as (select 2 union all select n + 1 from copies where n < ${count})
     insert into report_case (report_id, case_id, position, ${kept.join()})
     select report_id, 1000000 + n, n, ${kept.join()} from copies, report_case c
     where c.report_id = ${reportId} and c.position = 1`,
  )
}

async function measured(
  open: () => NodeJS.ReadableStream,
): Promise<{ spent: number; bytes: number; peak: number }> {
  const memory = () => {
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1e6
  }
  let [peak, bytes] = [memory(), 0]
  const begin = performance.now()
  await pipeline(
    open(),
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        peak = Math.max(peak, memory())
        done()
      },
    }),
  )
  return { spent: performance.now() - begin, bytes, peak }
}
