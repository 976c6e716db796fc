// Search, ledger and task list at a million cases against ten thousand: the slowest one in a hundred within three times.
import path from 'node:path'
import type { Actor } from '../../src/casework/actor.js'
import { learningAdvance } from '../../src/engine/index.js'
import { ledger, listItems, similarCases, workList } from '../../src/runtime/index.js'
import { sealOlder } from '../../src/runtime/sealing.js'
import * as say from '../features/answers.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { copyCase } from './copies.js'
import { milliseconds, quantile, ratio } from './figures.js'

const many = Number(process.env.BENCH_CASES ?? 1_000_000)
const few = Math.min(10_000, many)
const rounds = Number(process.env.BENCH_ROUNDS ?? 300)
/** One case in so many is open, with its tasks and limits: a million are the years of a city. */
const openOf = 20

/** Asks a small and a large office by turns the same, on SQLite. */
export async function manyCases(folder: string): Promise<void> {
  const small = await filled(path.join(folder, 'few.sqlite'), few)
  const large = await filled(path.join(folder, 'many.sqlite'), many)
  try {
    for (const [what, ask] of Object.entries(questions)) await compare(what, ask, small, large)
  } finally {
    await small.close()
    await large.close()
  }
}

type Ask = (office: TestOffice, round: number) => Promise<unknown>

async function compare(what: string, ask: Ask, small: TestOffice, large: TestOffice): Promise<void> {
  const spent = { small: [] as number[], large: [] as number[] }
  for (let round = -10; round < rounds; round++) {
    const [a, b] = [await timed(ask, small, round + 10), await timed(ask, large, round + 10)]
    if (round < 0) continue // until both are warm
    spent.small.push(a)
    spent.large.push(b)
  }
  const told = (share: number) => {
    const [a, b] = [quantile(spent.small, share), quantile(spent.large, share)]
    return `${milliseconds(b)} : ${milliseconds(a)} = ${ratio(b, a)}`
  }
  console.log(`${what}\n    p99 ${told(0.99)}    p50 ${told(0.5)}`)
}

async function timed(ask: Ask, office: TestOffice, round: number): Promise<number> {
  const begin = performance.now()
  await ask(office, round)
  return performance.now() - begin
}

const list = (who: (office: TestOffice) => Actor, filter: object): Ask => {
  return office => ledger(office.parts, who(office), { limit: 50, ...filter })
}
const search = (who: (office: TestOffice) => Actor, words: (round: number) => string): Ask => {
  return (office, round) => ledger(office.parts, who(office), { text: words(round), limit: 20 })
}
const officer = ({ people }: TestOffice) => people.officer
const clerk = ({ people }: TestOffice) => people.clerk
const liaison = ({ people }: TestOffice) => people.liaison
const supervisor = ({ people }: TestOffice) => people.supervisor

const questions: Readonly<Record<string, Ask>> = {
  'search: two characters that half of all cases have': search(officer, () => '窗口'),
  'search: two characters that one in thirteen has': search(
    officer,
    round => matters[round % 13]?.slice(-2) ?? '',
  ),
  'search: two words': search(
    officer,
    round => `${troubles[round % 11]?.slice(0, 4) ?? ''} ${places[round % 7] ?? ''}`,
  ),
  'search: words that stand in no case': search(officer, () => '没有这些字的'),
  'search: two characters that stand apart in every case, together in none': search(officer, () => '口窗'),
  'search: the last four digits': search(officer, round => String((round * 37) % 10_000).padStart(4, '0')),
  'search: a whole telephone number': search(
    officer,
    round => `1000000${String((round * 37) % 10_000).padStart(4, '0')}`,
  ),
  'search: at a window': search(clerk, () => '证明'),
  'search: by a department': search(liaison, () => '证明'),
  'ledger: the first page': list(officer, {}),
  'ledger: a page in the middle': (office, round) =>
    ledger(office.parts, office.people.officer, {
      limit: 50,
      after: { registeredAt: instantOf(few / 2 - round), id: few / 2 - round },
    }),
  'ledger: of a window': list(clerk, {}),
  'ledger: of a department': list(liaison, {}),
  'ledger: open cases': list(officer, { status: 'open' }),
  'ledger: of a cause': list(officer, { cause: 'B2' }),
  'tasks: mine': office => workList(office.parts, office.people.officer, { whose: 'mine', limit: 50 }),
  'tasks: of the officers': office =>
    workList(office.parts, office.people.officer, { whose: 'all', limit: 50 }),
  'tasks: all, for the supervisor': office =>
    workList(office.parts, supervisor(office), { whose: 'all', limit: 50 }),
  'while one registers: what is known already': (office, round) =>
    similarCases(office.parts, office.people.clerk, {
      item: matters[round % 13] ?? '',
      contact: `1000000${String((round * 37) % 10_000).padStart(4, '0')}`,
      departmentId: null,
      description: `${troubles[round % 11] ?? ''}，${places[round % 7] ?? ''}，找不到人问。`,
    }),
}

// of 13, 11 and 7 kinds: 1,001 different texts
const matters =
  '食品经营许可 居住证签注 不动产转移登记 特困人员救助供养 残疾人两项补贴 老年人优待证 建筑工程施工许可 临时占用道路 烟花爆竹零售 公共场所卫生许可 灵活就业社保补贴 城乡居民医保参保 个体工商户变更'.split(
    ' ',
  )
const troubles =
  '窗口另要房东声明指南里没有 系统一直显示审核中打不开 两个部门互相推说不归自己管 已经跑了三趟每次说法都不同 超过承诺时限没有任何答复 要求回户籍地开具证明原件 提交材料后被退回没有说明理由 电话打不通现场也没有人受理 收费标准和公示的不一样 要求提供已经取消的证明 网上预约不到号现场不给办'.split(
    ' ',
  )
const places =
  '在政务中心窗口办理 在街道窗口办理 在分中心窗口办理 通过网上提交 由家人代办 委托中介代办 多次电话咨询'.split(
    ' ',
  )

/** The instant at which the case of this id was registered: one a minute. */
function instantOf(id: number): string {
  return new Date(Date.parse('2024-01-01T00:00:00.000Z') + id * 60_000)
    .toISOString()
    .replace('.000Z', '.000Z')
}

/**
 * An office with so many cases. The open ones are copies of one that the use cases brought to its analysis, made inside
 * the database; the closed ones are rows put together there as well, with texts of their own. What they are found by is
 * then written by the house itself, as it is for an office that comes from an older version.
 */
async function filled(file: string, count: number): Promise<TestOffice> {
  const office = await openTestOffice({ advance: learningAdvance(), target: { file } })
  const { database, parts } = office
  await listItems(
    parts,
    null,
    matters.map(name => ({ name, aliases: [], departmentId: null })),
  )
  const number = await office.register()
  await office.complete(number, 'Task_HandOver', office.people.clerk, say.handOver)
  const row = await parts.store.read.cases.byNumber(number)
  if (!row) throw new Error('The first case is not there')
  const begin = performance.now()
  const open = Math.floor(count / openOf)
  await copyCase(database, row.id, { count: open })
  await closedCases(office, row.id, count - open)
  const inserted = performance.now()
  const { writer } = database
  await writer('grievance_case').update({ contact_index: null }) // as of one that comes from before contacts were sealed
  await sealOlder(parts)
  await writer.raw('analyze')
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(0)} s`
  console.log(
    `${count.toLocaleString('en')} cases, ${open.toLocaleString('en')} of them open: inserted in ` +
      `${seconds(begin, inserted)}, indexed in ${seconds(inserted, performance.now())}`,
  )
  return office
}

async function closedCases({ database }: TestOffice, like: number, count: number): Promise<void> {
  const { writer } = database
  const [first] = await writer<Record<string, unknown>>('grievance_case').where({ id: like })
  const [last] = await writer('grievance_case').max<{ id: number }[]>({ id: 'id' })
  const base = last?.id ?? 0
  const pick = (words: readonly string[], by: number) =>
    `case n % ${by} ${words.map((word, index) => `when ${index} then '${word}'`).join(' ')} end`
  const minute = `strftime('%Y-%m-%dT%H:%M:00.000Z', '2024-01-01', '+' || (${base} + n) || ' minutes')`
  const made: Record<string, string> = {
    id: `${base} + n`,
    number: `'C' || (${base} + n)`,
    submission_id: `'closed ' || n`,
    registered_at: minute,
    registered_on: `substr(${minute}, 1, 10)`,
    closed_at: minute,
    end_event: `'End_Archived'`,
    cause: `case n % 3 when 0 then 'B2' when 1 then 'A1' else 'C1' end`,
    place_id: `1 + (n % 50 = 0)`,
    department_id: `1 + n % 3`,
    contact: `'1000000' || printf('%04d', n % 10000)`,
    contact_tail: `printf('%04d', n % 10000)`,
    item_name: pick(matters, 13),
    item_key: pick(matters, 13),
    description: `${pick(troubles, 11)} || '，' || ${pick(places, 7)} || '，请帮忙看看。'`,
  }
  const columns = Object.keys(first ?? {})
  const values = columns.map(column => made[column] ?? `c."${column}"`)
  await writer.raw(
    `with recursive series (n) as (select 1 union all select n + 1 from series where n < ?)
     insert into grievance_case (${columns.map(column => `"${column}"`).join()})
     select ${values.join()} from series cross join grievance_case c where c.id = ?`,
    [count, like],
  )
}
