import { expect } from 'chai'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, minutesLater, newDates, newDeadline, newTask, now, openCase } from '../office.js'

onEveryDatabase('The page of a case', fresh => {
  it('has the case with the names of what it refers to', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const { caseId, instanceId } = await store.transaction(async unit => {
      const run = await openCase(unit, office, { registrarId: office.clerk, departmentId: office.market })
      await unit.incidents.open([{ kind: 'turn', ...run, message: '条件无法计算', openedAt: now }])
      return run
    })
    const detail = await store.views.caseDetail({ id: caseId })
    expect(detail).to.include({
      id: caseId,
      placeName: '城中区政务服务中心',
      placeKind: 'district',
      windowName: null,
      departmentName: '区市场监督管理局',
      registrarName: '专员乙',
      subjectAccountName: null,
      instanceId,
      instanceRevision: 1,
      stateId: office.state,
      startedAt: now,
      definitionKey: 'banbuchengshi',
      definitionVersion: 1,
      openIncidents: 1,
      recurrenceOfNumber: null,
    })
    expect(await store.views.caseDetail({ number: detail?.number ?? '' })).to.deep.equal(detail)
    expect(await store.views.caseDetail({ number: '2026-99999' })).to.equal(null)
  })

  it('shows the newest run of a case that was opened again', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const { caseId, second } = await store.transaction(async unit => {
      const { caseId } = await openCase(unit, office)
      const [second = 0] = await unit.instances.start([
        { definitionId: office.definition, subjectKind: 'case', subjectId: caseId, stateId: office.state, startedAt: now },
      ])
      return { caseId, second }
    })
    expect(await store.views.caseDetail({ id: caseId })).to.include({ instanceId: second })
  })

  it('tells what happened, who did it and where they belong', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const { caseId } = await store.transaction(async unit => {
      const run = await openCase(unit, office)
      await unit.history.append([
        { caseId: run.caseId, at: now, kind: 'case.registered' },
        { caseId: run.caseId, at: now, actorId: office.liaison, actorName: '旧名', kind: 'task.completed', data: { a: 1 } },
      ])
      return run
    })
    const [registered, completed] = await store.views.timeline(caseId)
    expect(registered).to.include({ kind: 'case.registered', actorName: null, actorRole: null })
    expect(completed).to.deep.include({
      actorName: '旧名',
      actorRole: 'liaison',
      actorDepartmentName: '区市场监督管理局',
      data: { a: 1 },
    })
  })

  it('has its deadlines with their cards', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const { caseId } = await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [taskId = 0] = await unit.userTasks.open([newTask(run)])
      const [late = 0] = await unit.deadlines.arm([
        newDeadline(run, { dueAt: minutesLater(90), name: '晚', taskId }),
        newDeadline(run, { dueAt: minutesLater(30), name: '早' }),
      ])
      await unit.deadlines.show([
        { deadlineId: late, level: 'yellow', firedAt: minutesLater(1) },
        { deadlineId: late, level: 'red', firedAt: minutesLater(2) },
      ])
      const why = { at: now, by: null, reason: '调休' }
      await unit.deadlines.move([newDates(late, { dueAt: minutesLater(92) })], why)
      return run
    })
    const [early, late] = await store.views.caseDeadlines(caseId)
    expect(early).to.include({ name: '早', taskName: null, yellowAt: null, redAt: null })
    expect(late).to.include({
      name: '晚',
      taskName: '受理审查',
      definitionName: '办不成事',
      definitionVersion: 1,
      yellowAt: minutesLater(1),
      redAt: minutesLater(2),
      dueAt: minutesLater(92),
    })
  })
})
