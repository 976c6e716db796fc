import path from 'node:path'
import { expect } from 'chai'
import type { DayArrangement } from '../../src/calendar/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import {
  calendarChangePage,
  calendarChangeProgress,
  confirmChange,
  discardChange,
  dropFromChange,
  gatherAgain,
  gatherChange,
  workOff,
} from '../../src/runtime/index.js'
import * as say from '../features/answers.js'
import { temporaryFolder } from '../helpers/database.js'
import { armMany } from '../helpers/many-deadlines.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'

const storm = (date: string, rest: Partial<DayArrangement> = {}): DayArrangement => ({
  scope: 'local',
  date,
  kind: 'rest',
  name: '台风停工',
  source: '防汛指挥部通知（测试）',
  ...rest,
})

describe('A change of the calendar', () => {
  let office: TestOffice
  const open = async (target?: { file: string }) => {
    office = await openTestOffice({
      start: '2026-09-01T10:00:00+08:00',
      advance: learningAdvance(),
      ...(target && { target }),
    })
  }
  afterEach(() => office.close())

  const gather = (...days: DayArrangement[]) =>
    gatherChange(office.parts, office.people.admin, () => ({ days, years: [] }))
  const seen = async (changeId: number) => {
    const { change, version } = await calendarChangePage(office.parts, null, changeId, 1)
    return { changeId, revision: change.revision, version, reason: '台风停工' }
  }
  const confirm = async (changeId: number) =>
    confirmChange(office.parts, office.people.admin, await seen(changeId))
  const codeOf = async (work: Promise<unknown>) => {
    try {
      await work
      return 'done'
    } catch (error) {
      return (error as { code?: string }).code
    }
  }

  it('gathers days one by one, drops one, forgets what is so already, and can be thrown away', async () => {
    await open()
    const { parts, people } = office
    const id = await gather(storm('2026-09-03'))
    expect(
      await gather(storm('2026-09-04'), storm('2026-10-01', { scope: 'national', name: '国庆节' })),
    ).to.equal(id)
    await dropFromChange(parts, people.admin, { scope: 'national', date: '2026-10-01' })
    await gather(storm('2026-09-04', { kind: 'plain', name: '', source: '' }))
    const { days } = await calendarChangePage(parts, null, id, 1)
    expect(days.map(({ arrangement }) => arrangement.date)).to.deep.equal(['2026-09-03'])
    expect(await parts.store.read.calendar.version(), 'nothing has happened').to.equal(1)
    await discardChange(parts, null, id)
    expect(await codeOf(confirm(id))).to.equal('nothingToDo')
    expect(await gather(storm('2026-09-03')), 'the next one begins anew').to.not.equal(id)
  })

  it('shows what would move before it moves, and moves exactly that', async () => {
    await open()
    const { parts } = office
    await armMany(office, 120, '2026-09-01')
    const id = await gather(storm('2026-09-03'), storm('2026-09-04'))
    const before = await calendarChangePage(parts, null, id, 2)
    const { later, earlier } = before.tally
    expect(later).to.be.above(50)
    expect(earlier).to.equal(0)
    expect(before.pages).to.deep.equal({ page: 2, of: Math.ceil(later / 20), size: 20 })
    await confirm(id)
    await workOff(parts)
    const after = await calendarChangePage(parts, null, id, 2)
    expect(after).to.deep.include({ standing: 'applied', tally: before.tally, pages: before.pages })
    expect(after.moves.map(({ from, to }) => [from.dueOn, to.dueOn])).to.deep.equal(
      before.moves.map(({ from, to }) => [from.dueOn, to.dueOn]),
    )
    expect(after.days).to.deep.equal(before.days)
  })

  it('counts 2,000 open deadlines anew in one batch, tells how far it is, and is not done twice', async () => {
    await open({ file: path.join(await temporaryFolder(), 'office.sqlite') })
    const { parts, people } = office
    await armMany(office, 2000, '2026-09-01')
    const number = await office.register()
    const id = await gather(storm('2026-09-03'), storm('2026-09-04'))
    const confirmation = await seen(id)
    await confirmChange(parts, people.admin, confirmation)
    await confirmChange(parts, people.admin, confirmation)
    const told = new Set<number>()
    const working = workOff(parts)
    for (let done = false; !done;) {
      const { progress, standing } = await calendarChangeProgress(parts, null, id)
      if (progress) told.add(progress.done)
      done = standing === 'applied'
      // the calendar counts as it was until everything is new
      if (!done) expect(await parts.store.read.calendar.version()).to.be.at.most(2)
    }
    expect(await working).to.deep.equal({ done: 1, failed: 0 })
    expect(
      [...told].filter(done => done > 0 && done < 2000),
      'seen on the way',
    ).to.have.length.above(1)

    const { change, tally } = await calendarChangePage(parts, null, id, 1)
    expect(change).to.include({ lookedAt: 2000, moved: 2000 })
    expect(tally.later).to.equal(2000)
    const armed = await parts.store.read.deadlines.pending(0, 10_000)
    let logged = 0
    for (const deadline of armed) logged += (await parts.store.read.deadlines.moves(deadline.id)).length
    expect(logged, 'each move is on record').to.equal(tally.later)
    await confirmChange(parts, people.admin, confirmation)
    expect(await workOff(parts), 'a second click').to.deep.equal({ done: 0, failed: 0 })
    expect(await parts.store.read.calendar.version()).to.equal(2)
    await office.complete(number, 'Task_HandOver', people.clerk, say.handOver)
  })

  it('stopped in the middle has not begun, and is done once when the house is open again', async () => {
    await open()
    const { parts } = office
    await armMany(office, 600, '2026-09-01')
    const id = await gather(storm('2026-09-03'))
    await confirm(id)
    const dates = async () => (await parts.store.read.deadlines.pending(0, 1000)).map(({ dueAt }) => dueAt)
    const before = await dates()
    const failing = (_what: string, { done }: { done: number }) => {
      if (done > 0) throw new Error('the power fails')
    }
    const progress = { ...parts.progress, tell: failing }
    expect(await workOff({ ...parts, progress })).to.include({ failed: 1 })
    expect(await dates()).to.deep.equal(before)
    expect(await parts.store.read.calendar.version()).to.equal(1)
    expect((await calendarChangeProgress(parts, null, id)).standing).to.equal('underWay')
    office.clock.set('2026-09-01T10:05:00+08:00') // when it is tried again
    await workOff(parts)
    expect((await calendarChangeProgress(parts, null, id)).standing).to.equal('applied')
    expect(await dates()).to.not.deep.equal(before)
    expect(await parts.store.read.calendar.version()).to.equal(2)
  })

  it('is refused when the calendar, or what is gathered, is not any more what was seen', async () => {
    await open()
    const { parts, people } = office
    const id = await gather(storm('2026-09-03'))
    const first = await seen(id)
    await gather(storm('2026-09-04'))
    expect(await codeOf(confirmChange(parts, people.admin, first))).to.equal('calendarMovedOn')
    const second = await seen(id)
    const other = await gatherChange(parts, null, () => ({ days: [storm('2026-09-10')], years: [] }))
    await confirmChange(parts, null, await seen(other))
    await workOff(parts)
    expect(await codeOf(confirmChange(parts, people.admin, second))).to.equal('calendarMovedOn')
    await confirm(id)
    await workOff(parts)
    expect((await calendarChangePage(parts, null, id, 1)).standing).to.equal('applied')
  })

  it('that two have confirmed on the same calendar is applied for the first, and given up for the second', async () => {
    await open()
    const { parts, people } = office
    const first = await gather(storm('2026-09-03'))
    const second = await gatherChange(parts, null, () => ({ days: [storm('2026-09-10')], years: [] }))
    const [one, other] = [await seen(first), await seen(second)]
    await confirmChange(parts, people.admin, one)
    await confirmChange(parts, null, other)
    await workOff(parts)
    expect((await calendarChangePage(parts, null, first, 1)).standing).to.equal('applied')
    const lost = await calendarChangePage(parts, null, second, 1)
    expect(lost.standing).to.equal('failed')
    expect(lost.change.failure).to.include('又有了别的改动')
    const again = await gatherAgain(parts, people.admin, second)
    expect((await calendarChangePage(parts, null, again, 1)).days).to.have.length(1)
  })

  it('needs a reason, and is refused where the law does not allow it', async () => {
    await open()
    const { parts, people } = office
    const id = await gather(storm('2026-09-03'))
    expect(await codeOf(confirmChange(parts, people.admin, { ...(await seen(id)), reason: '  ' }))).to.equal(
      'invalidAnswers',
    )
    const long = { ...(await seen(id)), reason: '因'.repeat(101) }
    expect(await codeOf(confirmChange(parts, people.admin, long))).to.equal('invalidAnswers')
    await gather(storm('2026-10-01', { scope: 'national', kind: 'work', name: '国庆节' }))
    expect(await codeOf(confirm(id))).to.equal('calendarRefused')
  })

  it('is taken back by its inverse, which is a change of its own', async () => {
    await open()
    const { parts, people } = office
    await armMany(office, 50, '2026-09-01')
    const dates = async () => (await parts.store.read.deadlines.pending(0, 100)).map(({ dueAt }) => dueAt)
    const before = await dates()
    const id = await gather(storm('2026-09-03'))
    await confirm(id)
    await workOff(parts)
    expect(await dates()).to.not.deep.equal(before)
    const back = await gatherAgain(parts, people.admin, id)
    await confirm(back)
    await workOff(parts)
    expect(await dates()).to.deep.equal(before)
    expect(await parts.store.read.calendar.version()).to.equal(3)
  })
})
