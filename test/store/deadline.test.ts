import { expect } from 'chai'
import type { DeadlineChange } from '../../src/store/index.js'
import { onEveryDatabase } from '../helpers/database.js'
import { furnish, minutesLater, newDates, newDeadline, now, openCase } from './office.js'

onEveryDatabase('Deadlines', fresh => {
  it('fire once, and not when they are closed', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [fires = 0, closed = 0] = await unit.deadlines.arm([newDeadline(run), newDeadline(run)])
      expect(await unit.deadlines.close([closed], now)).to.deep.equal([])
      expect(await unit.deadlines.fire([fires, closed], minutesLater(60))).to.deep.equal([closed])
      expect(await unit.deadlines.fire([fires], minutesLater(61))).to.deep.equal([fires])
      expect(await unit.deadlines.byId(fires)).to.include({ firedAt: minutesLater(60), closedAt: null })
      expect(await unit.deadlines.nextDueAt()).to.equal(null)
      expect((await unit.deadlines.openOf(run.instanceId)).map(({ id }) => id)).to.deep.equal([fires])
      expect(await unit.deadlines.close([fires, closed], minutesLater(90))).to.deep.equal([closed])
    })
  })

  it('give each card once, to whoever shows it first', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [one = 0, two = 0] = await unit.deadlines.arm([newDeadline(run), newDeadline(run)])
      const yellow = (deadlineId: number) => ({ deadlineId, level: 'yellow' as const, firedAt: now, ...run })
      expect(await unit.deadlines.byId(one)).to.include({ warnedAt: null })
      expect(await unit.deadlines.show([yellow(one)])).to.deep.equal([{ deadlineId: one, level: 'yellow' }])
      expect(await unit.deadlines.show([yellow(one), yellow(two)])).to.deep.equal([
        { deadlineId: two, level: 'yellow' },
      ])
      expect(await unit.deadlines.byId(one)).to.include({ warnedAt: now, firedAt: null })
      await unit.deadlines.show([{ ...yellow(one), level: 'red' }])
      expect((await unit.deadlines.cards([one, two])).map(({ level }) => level)).to.have.members([
        'yellow',
        'yellow',
        'red',
      ])
    })
  })

  it('keep a ledger of what moved them, and stand still once they fired', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [moves = 0, same = 0, fired = 0] = await unit.deadlines.arm([
        newDeadline(run, { provisional: true }),
        newDeadline(run, { provisional: true }),
        newDeadline(run),
      ])
      expect(await unit.deadlines.countProvisional()).to.equal(2)
      await unit.deadlines.fire([fired], now)
      const dates = (id: number, minutes: number) =>
        newDates(id, { dueAt: minutesLater(minutes), warnAt: minutesLater(minutes - 30) })
      const lost = await unit.deadlines.move([dates(moves, 120), dates(same, 60), dates(fired, 120)], {
        at: now,
        by: office.officer,
        reason: '国务院公布放假安排',
      })
      expect(lost).to.deep.equal([fired])
      const [entry, ...more] = await unit.deadlines.moves(moves)
      expect(more).to.deep.equal([])
      expect(entry).to.deep.include({
        deadlineId: moves,
        at: now,
        by: office.officer,
        kind: 'reprojected',
        fromDueAt: minutesLater(60),
        toDueAt: minutesLater(120),
        reason: '国务院公布放假安排',
        calendarVersion: 2,
      })
      expect(await unit.deadlines.moves(same)).to.deep.equal([])
      expect(await unit.deadlines.moves(fired)).to.deep.equal([])
      expect(await unit.deadlines.byId(same)).to.include({ provisional: false, warnAt: minutesLater(30) })
      expect(await unit.deadlines.byId(fired)).to.include({ dueAt: minutesLater(60) })
      expect(await unit.deadlines.countProvisional()).to.equal(0)
    })
  })

  it('begin their ledger when they are armed, with all that the date was counted from', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const ids = await unit.deadlines.arm([
        newDeadline(run, { anchorAt: now, warnBefore: 'PT2H', calendarVersion: 3 }),
        newDeadline(run, { budget: 'P2D' }),
      ])
      const entries = await unit.deadlines.ledger(ids)
      expect(entries.map(({ deadlineId, kind }) => [deadlineId, kind])).to.deep.equal(
        ids.map(id => [id, 'armed']),
      )
      expect(entries[0]).to.deep.include({
        at: now,
        by: null,
        fromDueAt: null,
        toDueAt: minutesLater(60),
        reason: null,
        data: {
          startOn: '2026-04-15',
          anchorAt: now,
          calendar: 'workdays',
          budget: 'P1D',
          warnBefore: 'PT2H',
        },
        calendarVersion: 3,
      })
      expect(entries[1]?.data).to.include({ budget: 'P2D', anchorAt: null })
    })
  })

  it('take other terms with an entry each, unless they have fired', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [paused = 0, extended = 0, fired = 0] = await unit.deadlines.arm([
        newDeadline(run),
        newDeadline(run),
        newDeadline(run),
      ])
      await unit.deadlines.fire([fired], now)
      const pause = {
        from: '2026-04-15',
        until: '2026-04-20',
        ground: 'testing',
        document: '委托单',
      } as const
      const change = (id: number, given: Pick<DeadlineChange, 'event' | 'pauses' | 'extendedTo'>) => ({
        ...newDates(id, { dueAt: minutesLater(200), promisedAt: minutesLater(150) }),
        reason: '设备检测',
        ...given,
      })
      const lost = await unit.deadlines.change(
        [
          change(paused, { event: { kind: 'paused', data: pause }, pauses: [pause], extendedTo: null }),
          change(extended, {
            event: { kind: 'extended', data: { extendedTo: '2026-05-20' } },
            pauses: [],
            extendedTo: '2026-05-20',
          }),
          change(fired, { event: { kind: 'paused', data: pause }, pauses: [pause], extendedTo: null }),
        ],
        { at: now, by: office.officer },
      )
      expect(lost).to.deep.equal([fired])
      expect(await unit.deadlines.byId(paused)).to.deep.include({
        pauses: [pause],
        dueAt: minutesLater(200),
        promisedAt: minutesLater(150),
      })
      expect(await unit.deadlines.byId(extended)).to.deep.include({ extendedTo: '2026-05-20', pauses: [] })
      expect(await unit.deadlines.byId(fired)).to.deep.include({ pauses: [], dueAt: minutesLater(60) })
      const entries = await unit.deadlines.ledger([paused, extended, fired])
      expect(entries.map(({ kind }) => kind)).to.deep.equal(['armed', 'paused', 'armed', 'extended', 'armed'])
      expect(entries[1]).to.deep.include({
        by: office.officer,
        fromDueAt: minutesLater(60),
        toDueAt: minutesLater(200),
        data: pause,
        reason: '设备检测',
      })
    })
  })

  it('are walked batch by batch when all must be counted anew', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const ids = await unit.deadlines.arm(Array.from({ length: 450 }, () => newDeadline(run)))
      expect(new Set(ids).size).to.equal(450)
      await unit.deadlines.close(ids.slice(0, 100), now)
      const walked: number[] = []
      for (let after = 0; ; after = walked.at(-1) ?? 0) {
        const batch = await unit.deadlines.pending(after, 100)
        if (batch.length === 0) break
        walked.push(...batch.map(({ id }) => id))
      }
      expect(walked).to.deep.equal(ids.slice(100))
    })
  })

  it('follow their slots', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [one = 0, two = 0] = await unit.deadlines.arm([newDeadline(run), newDeadline(run)])
      const moved = [
        { id: one, slot: 'b' },
        { id: two, slot: 'a' },
      ]
      expect(await unit.deadlines.keep(moved)).to.deep.equal([])
      const slots = (await unit.deadlines.ofCase(run.caseId)).map(({ slot }) => slot)
      expect(slots).to.deep.equal(['b', 'a'])
    })
  })
})
