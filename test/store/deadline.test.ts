import { expect } from 'chai'
import type { DeadlineDates } from '../../src/store/index.js'
import { onEveryDatabase } from '../helpers/database.js'
import { furnish, minutesLater, newDeadline, now, openCase } from './office.js'

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
      const dates = (id: number, minutes: number): DeadlineDates => ({
        id,
        startOn: '2026-04-15',
        dueOn: '2026-04-16',
        dueAt: minutesLater(minutes),
        warnAt: minutesLater(minutes - 30),
        provisional: false,
      })
      const lost = await unit.deadlines.move([dates(moves, 120), dates(same, 60), dates(fired, 120)], {
        at: now,
        by: office.officer,
        reason: '国务院公布放假安排',
      })
      expect(lost).to.deep.equal([fired])
      expect(await unit.deadlines.moves(moves)).to.deep.include.members([
        {
          id: 1,
          deadlineId: moves,
          at: now,
          by: office.officer,
          fromDueAt: minutesLater(60),
          toDueAt: minutesLater(120),
          reason: '国务院公布放假安排',
        },
      ])
      expect(await unit.deadlines.moves(same)).to.deep.equal([])
      expect(await unit.deadlines.moves(fired)).to.deep.equal([])
      expect(await unit.deadlines.byId(same)).to.include({ provisional: false, warnAt: minutesLater(30) })
      expect(await unit.deadlines.byId(fired)).to.include({ dueAt: minutesLater(60) })
      expect(await unit.deadlines.countProvisional()).to.equal(0)
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
