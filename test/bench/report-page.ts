// The page of a quarter with ten thousand cases against that of one with a hundred: drafted figures are kept, not counted.
import path from 'node:path'
import { learningAdvance } from '../../src/engine/index.js'
import { beginReport } from '../../src/runtime/index.js'
import * as say from '../features/answers.js'
import { confirmedCase, rectifyAndArchive } from '../features/stages.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'
import { copyCase } from './copies.js'
import { milliseconds, quantile, ratio } from './figures.js'

const [few, many] = [100, 10_000]
const rounds = 40
const addresses = {
  'the report': '/reports/2026Q2',
  'the cases behind 收到': '/reports/2026Q2/cases?figure=received',
} as const

export async function reportPageBench(folder: string): Promise<void> {
  const small = await filled(path.join(folder, 'few.sqlite'), few)
  const large = await filled(path.join(folder, 'many.sqlite'), many)
  try {
    const begun = [small.begun, large.begun]
    console.log(
      `counting, drafting and keeping a quarter: of ${many} cases ${milliseconds(begun[1] ?? 0)}, of ${few} ${milliseconds(begun[0] ?? 0)}`,
    )
    for (const [what, address] of Object.entries(addresses)) {
      const spent = { small: [] as number[], large: [] as number[] }
      for (let round = -5; round < rounds; round++) {
        const [a, b] = [await asked(small.browser, address), await asked(large.browser, address)]
        if (round < 0) continue // until both are warm
        spent.small.push(a)
        spent.large.push(b)
      }
      const [a, b] = [quantile(spent.small, 0.5), quantile(spent.large, 0.5)]
      console.log(
        `${what}: of ${many} cases ${milliseconds(b)}, of ${few} ${milliseconds(a)}: ${ratio(b, a)} (medians of ${rounds})`,
      )
    }
  } finally {
    await small.site.close()
    await large.site.close()
  }
}

async function asked(browser: Visitor, address: string): Promise<number> {
  const begin = performance.now()
  const { status } = await browser.get(address)
  if (status !== 200) throw new Error(`${address} answers ${status}`)
  return performance.now() - begin
}

async function filled(
  file: string,
  count: number,
): Promise<{ site: HttpOffice; browser: Visitor; begun: number }> {
  const site = await openHttpOffice({
    start: '2026-04-14T09:00:00+08:00',
    target: { file },
    advance: learningAdvance(),
  })
  const { office } = site
  const { officer } = office.people
  const number = await confirmedCase(office)
  await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
  await rectifyAndArchive(office, number)
  const row = await office.parts.store.read.cases.byNumber(number)
  await copyCase(office.database, row?.id ?? 0, { count: count - 1 })
  office.clock.set('2026-07-01T00:00:00.000Z')
  const begin = performance.now()
  await beginReport(office.parts, officer, '2026Q2')
  return { site, browser: await site.as(officer), begun: performance.now() - begin }
}
