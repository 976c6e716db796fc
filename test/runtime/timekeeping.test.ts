import { expect } from 'chai'
import { learningAdvance } from '../../src/engine/index.js'
import { keepTime, nextRetention, startTimekeeping, withdrawCase, workOff } from '../../src/runtime/index.js'
import type { Timekeeping, TimekeepingTold } from '../../src/runtime/index.js'
import { copyCase } from '../bench/copies.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'

const learning = learningAdvance()

describe('The heartbeat', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-10T09:00:00+08:00', advance: learning })
  })
  afterEach(() => office.close())

  it('stops in the middle of a burst after the round under way, and goes on from there when it starts again', async () => {
    const limits = await hundredDue(office)
    let tell: () => void = () => undefined
    const begun = new Promise<void>(resolve => (tell = resolve))
    office.database.writer.on('query', ({ sql }: { sql: string }) => {
      if (sql.startsWith('insert into `card`')) tell()
    })
    const heartbeat = startTimekeeping(office.parts, fails)
    await begun
    await heartbeat.stop()
    const fired = await firedOf(office, limits)
    expect(fired.length).to.be.within(1, limits.length - 1)
    expect(fired, 'the first ones, whole rounds of them').to.deep.equal(limits.slice(0, fired.length))

    while ((await keepTime(office.parts)).more);
    expect(await firedOf(office, limits)).to.deep.equal(limits)
    const cards = await office.parts.store.read.deadlines.cards(limits)
    expect(cards.map(({ deadlineId }) => deadlineId)).to.deep.equal(limits)
  })

  it('lets a person’s command through between two rounds', async () => {
    const limits = await hundredDue(office)
    const heartbeat = startTimekeeping(office.parts, fails)
    await new Promise<void>(resolve => {
      office.database.writer.on('query', ({ sql }: { sql: string }) => {
        if (sql.startsWith('insert into `card`')) resolve()
      })
    })
    await office.register()
    expect((await firedOf(office, limits)).length).to.be.below(limits.length)
    await heartbeat.stop()
  })

  it('asks two questions in a round without anything to do, and writes nothing', async () => {
    await office.register()
    await keepTime(office.parts)
    const asked: string[] = []
    office.database.writer.on('query', ({ sql }: { sql: string }) => void asked.push(sql))
    expect(await keepTime(office.parts)).to.include({ warned: 0, fired: 0, more: false })
    expect(await workOff(office.parts)).to.deep.equal({ done: 0, failed: 0 })
    expect(asked).to.have.length(2)
    for (const sql of asked) expect(sql).to.match(/^select/)
  })

  it('clears at night what has been kept long enough, by itself', async () => {
    const number = await office.register()
    await withdrawCase(office.parts, { number, reason: '不办了' })
    office.clock.set('2036-04-11T02:00:00+08:00')
    const done = new Promise<void>(resolve => {
      office.database.writer.on('query', ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
        if (sql.includes('`setting`') && bindings?.includes('2036-04-11')) resolve()
      })
    })
    const heartbeat = startTimekeeping(office.parts, fails)
    await done
    await heartbeat.stop()
    expect(await office.parts.store.read.cases.byNumber(number)).to.include({ reporterName: '', contact: '' })
    expect(await nextRetention(office.parts)).to.equal('2036-04-11T18:00:00.000Z')
  })

  it('says that the clock was set back, and does nothing twice for it', async () => {
    const limits = await hundredDue(office)
    office.database.writer.on('query', ({ sql }: { sql: string }) => {
      if (sql.startsWith('insert into `card`')) office.clock.set('2026-04-10T08:00:00+08:00')
    })
    let heartbeat: Timekeeping | undefined
    const change = await new Promise<object>(resolve => {
      heartbeat = startTimekeeping(office.parts, { ...fails, clockSetBack: resolve })
    })
    await heartbeat?.stop()
    expect(change).to.deep.equal({ from: '2026-04-10T01:00:00.000Z', to: '2026-04-10T00:00:00.000Z' })
    const fired = await firedOf(office, limits)
    expect(fired.length).to.be.within(1, limits.length - 1)

    office.database.writer.removeAllListeners('query')
    office.clock.set('2026-04-10T09:00:00+08:00')
    while ((await keepTime(office.parts)).more);
    expect(await firedOf(office, limits)).to.deep.equal(limits)
    expect(await office.parts.store.read.deadlines.cards(limits)).to.have.length(limits.length)
  })
})

const fails: TimekeepingTold = {
  trailSigned: () => undefined,
  failed: error => {
    throw error
  },
  clockSetBack: () => undefined,
}

/** A hundred limits of as many cases, due at this very moment. Answers their ids in order. */
async function hundredDue(office: TestOffice): Promise<number[]> {
  await office.register()
  const { first, last } = await copyCase(office.database, 1, {
    count: 100,
    dates: { dueAt: office.clock.now(), warnAt: null },
  })
  const moments = await office.parts.store.read.moments.first(200)
  expect([first, last]).to.deep.equal([2, 101])
  return moments.filter(({ at }) => at <= office.clock.now()).map(({ deadlineId }) => deadlineId)
}

async function firedOf(office: TestOffice, ids: readonly number[]): Promise<number[]> {
  const rows = await office.parts.store.read.deadlines.byIds(ids)
  return rows.filter(({ firedAt }) => firedAt !== null).map(({ id }) => id)
}
