import { expect } from 'chai'
import { onEveryDatabase } from '../helpers/database.js'
import { furnish, minutesLater, now, openCase } from './office.js'

const freeze = { kind: 'service' as const, activityId: 'Job_Freeze', topic: 'report.freeze', dueAt: now }

onEveryDatabase('Jobs', fresh => {
  it('are taken when they are due, the oldest first, by one worker at a time', async () => {
    const { store } = await fresh()
    await store.transaction(async unit => {
      const [late = 0, early = 0, future = 0] = await unit.jobs.enqueue([
        { ...freeze, dueAt: minutesLater(-1), payload: { quarter: '2026Q1' } },
        { ...freeze, dueAt: minutesLater(-2) },
        { ...freeze, dueAt: minutesLater(30) },
      ])
      const take = async (at: string) =>
        (await unit.jobs.takeDue(at, 10, minutesLater(5, at))).map(({ id, attempts }) => [id, attempts])
      expect(await take(now)).to.deep.equal([
        [early, 1],
        [late, 1],
      ])
      expect(await take(minutesLater(1)), 'somebody is at them').to.deep.equal([])
      expect(await unit.jobs.nextDueAt()).to.equal(minutesLater(5))
      expect(await unit.jobs.done([early], now)).to.deep.equal([])
      expect(await take(minutesLater(5)), 'the worker never came back').to.deep.equal([[late, 2]])
      expect(await unit.jobs.byId(late)).to.deep.include({ payload: { quarter: '2026Q1' } })
      expect(await unit.jobs.done([early, late], now)).to.deep.equal([early])
      expect(await unit.jobs.nextDueAt()).to.equal(minutesLater(30))
      expect(await take(minutesLater(30))).to.deep.equal([[future, 1]])
    })
  })

  it('are tried again later, and given up in the end, until somebody lets them try anew', async () => {
    const { store } = await fresh()
    await store.transaction(async unit => {
      const [id = 0] = await unit.jobs.enqueue([freeze])
      await unit.jobs.takeDue(now, 1, minutesLater(5))
      await unit.jobs.fail([{ id, error: 'no answer', retryAt: minutesLater(2) }])
      expect(await unit.jobs.byId(id)).to.include({
        state: 'pending',
        attempts: 1,
        lastError: 'no answer',
        dueAt: minutesLater(2),
        lockedUntil: null,
      })
      await unit.jobs.takeDue(minutesLater(2), 1, minutesLater(5))
      await unit.jobs.fail([{ id, error: 'still none', retryAt: null }])
      expect(await unit.jobs.byId(id)).to.include({ state: 'failed', attempts: 2 })
      expect(await unit.jobs.takeDue(minutesLater(60), 1, minutesLater(90))).to.deep.equal([])
      expect(await unit.jobs.retry([id], minutesLater(60))).to.deep.equal([])
      expect(await unit.jobs.retry([id], minutesLater(60))).to.deep.equal([id])
      expect(await unit.jobs.takeDue(minutesLater(60), 1, minutesLater(90))).to.have.lengthOf(1)
    })
  })

  it('belong to the instance that waits for them, or to the definition that they start', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const { instanceId } = await openCase(unit, office)
      const [waits = 0, starts = 0] = await unit.jobs.enqueue([
        { ...freeze, instanceId, slot: 'Job_Freeze_0000000001' },
        {
          kind: 'startTimer',
          definitionId: office.definition,
          activityId: 'Start_Quarter',
          dueAt: minutesLater(9),
        },
      ])
      expect((await unit.jobs.openOf(instanceId)).map(({ id }) => id)).to.deep.equal([waits])
      expect((await unit.jobs.startsOf(office.definition)).map(({ id }) => id)).to.deep.equal([starts])
      await unit.jobs.done([waits, starts], now)
      expect(await unit.jobs.openOf(instanceId)).to.deep.equal([])
      expect(await unit.jobs.startsOf(office.definition)).to.deep.equal([])
    })
  })
})

onEveryDatabase('Incidents', fresh => {
  it('are open until someone has acted', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const { caseId, instanceId } = await openCase(unit, office)
      const [id = 0] = await unit.incidents.open([
        {
          kind: 'turn',
          caseId,
          instanceId,
          message: '条件无法计算',
          detail: { flow: 'Flow_1' },
          openedAt: now,
        },
      ])
      expect(await unit.incidents.openOfCase(caseId)).to.deep.equal([
        {
          id,
          kind: 'turn',
          caseId,
          instanceId,
          jobId: null,
          message: '条件无法计算',
          detail: { flow: 'Flow_1' },
          openedAt: now,
          resolvedAt: null,
          resolvedBy: null,
        },
      ])
      expect(await unit.incidents.resolve([id], { at: now, by: office.officer })).to.deep.equal([])
      expect(await unit.incidents.resolve([id], { at: now, by: office.clerk })).to.deep.equal([id])
      expect(await unit.incidents.openOfInstance(instanceId)).to.deep.equal([])
      expect(await unit.incidents.byId(id)).to.include({ resolvedBy: office.officer })
    })
  })
})
