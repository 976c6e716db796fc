import { expect } from 'chai'
import { onEveryDatabase } from '../helpers/database.js'
import { furnish, minutesLater, newDates, newDeadline, newTask, now, openCase } from './office.js'

onEveryDatabase('User tasks', fresh => {
  it('are opened, kept in their new slots and closed', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [one = 0, two = 0] = await unit.userTasks.open([
        newTask(run, { slot: 'a', elementIndex: 0, departmentId: office.market }),
        newTask(run, { slot: 'b', elementIndex: 1, departmentId: office.housing }),
      ])
      expect(
        await unit.userTasks.close([{ id: one, at: now, by: office.liaison, kind: 'completed' }]),
      ).to.deep.equal([])
      expect(await unit.userTasks.keep([{ id: two, slot: 'a', elementIndex: 0 }])).to.deep.equal([])
      const [open, ...others] = await unit.userTasks.openOf(run.instanceId)
      expect(others).to.deep.equal([])
      expect(open).to.include({ id: two, slot: 'a', elementIndex: 0, revision: 1 })
      expect(await unit.userTasks.byId(one)).to.include({ closeKind: 'completed', closedBy: office.liaison })
      expect(await unit.userTasks.ofCase(run.caseId)).to.have.lengthOf(2)
      expect(await unit.userTasks.completedBy(run.instanceId, ['Task_ScopeCheck', 'x'])).to.deep.equal([
        office.liaison,
      ])
    })
  })

  it('are closed once', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const [id = 0] = await unit.userTasks.open([newTask(await openCase(unit, office))])
      const close = { id, at: now, by: office.officer, kind: 'completed' as const }
      expect(await unit.userTasks.close([close])).to.deep.equal([])
      expect(await unit.userTasks.close([{ ...close, at: minutesLater(1) }])).to.deep.equal([id])
      expect(await unit.userTasks.byId(id)).to.include({ closedAt: now })
    })
  })

  it('are claimed by the first who has seen them unclaimed', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const [id = 0] = await unit.userTasks.open([newTask(await openCase(unit, office))])
      const claim = { id, expectedRevision: 1, at: now }
      expect(await unit.userTasks.claim([{ ...claim, assigneeId: office.officer }])).to.deep.equal([])
      expect(await unit.userTasks.claim([{ ...claim, assigneeId: office.clerk }])).to.deep.equal([id])
      expect(await unit.userTasks.byId(id)).to.include({
        assigneeId: office.officer,
        claimedAt: now,
        revision: 2,
      })
      expect(await unit.userTasks.release([{ id, expectedRevision: 1 }])).to.deep.equal([id])
      expect(await unit.userTasks.release([{ id, expectedRevision: 2 }])).to.deep.equal([])
      expect(await unit.userTasks.byId(id)).to.include({ assigneeId: null, claimedAt: null, revision: 3 })
    })
  })

  it('refuse an answer to an older revision', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const [id = 0] = await unit.userTasks.open([newTask(await openCase(unit, office))])
      await unit.userTasks.claim([{ id, expectedRevision: 1, at: now, assigneeId: office.officer }])
      const close = { id, at: now, by: office.clerk, kind: 'completed' as const }
      expect(await unit.userTasks.close([{ ...close, expectedRevision: 1 }])).to.deep.equal([id])
      expect(await unit.userTasks.close([{ ...close, expectedRevision: 2 }])).to.deep.equal([])
    })
  })

  it('keep a draft without making the page that saved it stale, and drop it with the task', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const [id = 0] = await unit.userTasks.open([newTask(await openCase(unit, office))])
      const draft = { scope: 'accept', reason: '㙍𬌗䶮 "引号" \n😀' }
      expect(await unit.userTasks.saveDraft([{ id, draft }])).to.deep.equal([])
      expect(await unit.userTasks.byId(id)).to.deep.include({ draft, revision: 1 })
      await unit.userTasks.close([{ id, at: now, kind: 'cancelled' }])
      expect(await unit.userTasks.byId(id)).to.include({ draft: null, closedBy: null })
      expect(await unit.userTasks.saveDraft([{ id, draft }])).to.deep.equal([id])
    })
  })
})

onEveryDatabase('The next deadline of a task', fresh => {
  it('is the earliest of those on itself, on its activity and on the sub-processes around it', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const run = await store.transaction(unit => openCase(unit, office))
    const scopes = ['SubProcess_Resolve', 'SubProcess_PhoneReply']
    const [id = 0] = await store.transaction(unit =>
      unit.userTasks.open([newTask(run, { activityId: 'Task_PhoneReply', scopes })]),
    )
    const next = async () => {
      const task = await store.read.userTasks.byId(id)
      return [task?.nextDeadlineId, task?.nextDueAt]
    }
    const arm = async (minutes: number, taskId: number | null, attachedTo: string | null) => {
      const dueAt = minutesLater(minutes)
      const [armed = 0] = await store.transaction(unit =>
        unit.deadlines.arm([newDeadline(run, { dueAt, taskId, attachedTo })]),
      )
      return [armed, dueAt] as const
    }
    expect(await next()).to.deep.equal([null, '9999-12-31T23:59:59.999Z'])
    const outer = await arm(90, null, 'SubProcess_Resolve')
    expect(await next()).to.deep.equal(outer)
    await arm(10, null, 'SubProcess_Rectify')
    await arm(11, null, 'SubProcessXPhoneReply')
    await arm(12, null, 'PhoneReply')
    await arm(13, null, null)
    expect(await next(), 'others’ deadlines do not count').to.deep.equal(outer)
    const inner = await arm(80, null, 'SubProcess_PhoneReply')
    expect(await next()).to.deep.equal(inner)
    const activity = await arm(70, null, 'Task_PhoneReply')
    expect(await next()).to.deep.equal(activity)
    const own = await arm(60, id, 'Task_PhoneReply')
    expect(await next()).to.deep.equal(own)

    await store.transaction(unit => unit.deadlines.close([own[0]], now))
    expect(await next(), 'closed').to.deep.equal(activity)
    await store.transaction(unit => unit.deadlines.fire([activity[0]], minutesLater(70)))
    expect(await next(), 'fired and still open').to.deep.equal(activity)
    await store.transaction(unit =>
      unit.deadlines.move([newDates(inner[0], { dueAt: minutesLater(5) })], {
        at: now,
        by: null,
        reason: '调休',
      }),
    )
    expect(await next(), 'moved').to.deep.equal([inner[0], minutesLater(5)])
  })

  it('is there from the beginning for a task that opens under a deadline already running', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const [task = 0] = await store.transaction(async unit => {
      const run = await openCase(unit, office)
      await unit.deadlines.arm([newDeadline(run, { attachedTo: 'SubProcess_Rectify' })])
      return unit.userTasks.open([newTask(run, { scopes: ['SubProcess_Rectify'] })])
    })
    expect(await store.read.userTasks.byId(task)).to.include({ nextDueAt: minutesLater(60) })
  })

  it('is not that of a sub-process whose id only looks alike', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const [task = 0] = await store.transaction(async unit => {
      const run = await openCase(unit, office)
      await unit.deadlines.arm([newDeadline(run, { attachedTo: 'Sub_Reply' })])
      return unit.userTasks.open([newTask(run, { scopes: ['Sub1Reply'] })])
    })
    expect(await store.read.userTasks.byId(task)).to.include({ nextDeadlineId: null })
  })

  it('is not a timer that limits nobody', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const [task = 0] = await store.transaction(async unit => {
      const run = await openCase(unit, office)
      await unit.deadlines.arm([newDeadline(run, { attachedTo: 'Task_ScopeCheck', kind: 'none' })])
      return unit.userTasks.open([newTask(run)])
    })
    expect(await store.read.userTasks.byId(task)).to.include({ nextDeadlineId: null })
  })
})
