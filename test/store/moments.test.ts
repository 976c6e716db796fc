import { expect } from 'chai'
import type { Unit } from '../../src/store/index.js'
import { onEveryDatabase } from '../helpers/database.js'
import { furnish, minutesLater, newDeadline, now, openCase } from './office.js'

onEveryDatabase('Moments', fresh => {
  it('are one stream of warnings and ends: by instant, then by deadline, the warning first', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const limit = (warn: number | null, due: number) =>
        newDeadline(run, { warnAt: warn === null ? null : minutesLater(warn), dueAt: minutesLater(due) })
      const [late = 0, early = 0, silent = 0, both = 0] = await unit.deadlines.arm([
        limit(20, 30),
        limit(10, 20),
        limit(null, 20),
        limit(20, 20),
      ])
      expect(await stream(unit)).to.deep.equal([
        [early, 'warning', minutesLater(10)],
        [late, 'warning', minutesLater(20)],
        [early, 'due', minutesLater(20)],
        [silent, 'due', minutesLater(20)],
        [both, 'warning', minutesLater(20)],
        [both, 'due', minutesLater(20)],
        [late, 'due', minutesLater(30)],
      ])
      expect(await stream(unit, 2)).to.deep.equal((await stream(unit)).slice(0, 2))
    })
  })

  it('are over when they have been kept, or when the limit is closed', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const limit = () => newDeadline(run, { warnAt: minutesLater(10) })
      const [one = 0, closed = 0] = await unit.deadlines.arm([limit(), limit()])
      await unit.deadlines.close([closed], now)
      const yellow = { deadlineId: one, level: 'yellow' as const, firedAt: now, ...run }
      await unit.deadlines.show([yellow])
      expect((await stream(unit)).map(([, kind]) => kind)).to.deep.equal(['due'])
      await unit.deadlines.fire([one], minutesLater(60))
      expect(await stream(unit)).to.deep.equal([])
    })
  })

  it('hold no warning of a timer that is nobody’s limit, nor one after the limit has passed', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const warned = { warnAt: minutesLater(10) }
      const [nobodys = 0, fired = 0] = await unit.deadlines.arm([
        newDeadline(run, { ...warned, kind: 'none' }),
        newDeadline(run, warned),
      ])
      await unit.deadlines.fire([fired], minutesLater(60))
      expect(await stream(unit)).to.deep.equal([[nobodys, 'due', minutesLater(60)]])
    })
  })

  it('wait while somebody is looking into why one of their instance could not be kept', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const other = await openCase(unit, office)
      const warned = { warnAt: minutesLater(10) }
      const [stuck = 0, goesOn = 0] = await unit.deadlines.arm([
        newDeadline(run, warned),
        newDeadline(other, warned),
      ])
      const incident = { ...run, message: '条件无法计算', openedAt: now }
      const [timer = 0] = await unit.incidents.open([
        { ...incident, kind: 'timer' },
        { ...incident, ...other, kind: 'turn' },
      ])
      const ids = async () => (await stream(unit)).map(([id]) => id)
      expect(await ids()).to.deep.equal([goesOn, goesOn])
      expect(await unit.incidents.stuck([run.instanceId, other.instanceId])).to.deep.equal(
        new Set([run.instanceId]),
      )
      await unit.incidents.resolve([timer], { at: now, by: office.officer })
      expect(await ids()).to.deep.equal([stuck, goesOn, stuck, goesOn])
    })
  })
})

async function stream(unit: Unit, limit = 10) {
  return (await unit.moments.first(limit)).map(({ deadlineId, kind, at }) => [deadlineId, kind, at])
}
