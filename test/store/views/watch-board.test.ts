import { expect } from 'chai'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, minutesLater, newDeadline, newTask, now, openCase } from '../office.js'

const evening = minutesLater(8 * 60)

onEveryDatabase('督办看板', fresh => {
  it('sorts open deadlines into red, yellow and today', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office, { departmentId: office.market })
      const [taskId = 0] = await unit.userTasks.open([newTask(run, { departmentId: office.housing })])
      await unit.userTasks.claim([{ id: taskId, expectedRevision: 1, assigneeId: office.officer, at: now }])
      const deadline = (name: string, minutes: number, warn: number | null, more = {}) =>
        newDeadline(run, {
          name,
          dueAt: minutesLater(minutes),
          warnAt: warn === null ? null : minutesLater(warn),
          ...more,
        })
      const [longPassed = 0, fired = 0, , , , , closed = 0] = await unit.deadlines.arm([
        deadline('早已逾期', -60, -120),
        deadline('逾期', -30, null, { taskId }),
        deadline('明天到期', 30 * 60, -10),
        deadline('今晚到期', 60, null),
        deadline('今天到期已提醒', 120, -1),
        deadline('以后', 90 * 60, 60 * 60),
        deadline('办结', -5, -10),
        deadline('无关', -5, -10, { kind: 'none' }),
      ])
      await unit.deadlines.fire([fired], now)
      await unit.deadlines.close([closed], now)
      await unit.supervisions.record([{ caseId: run.caseId, deadlineId: longPassed, kind: 'urge', message: '请办', at: now }])
    })
    const board = await store.views.watchBoard({ now, endOfDay: evening, limit: 10 })
    const names = (lines: readonly { name: string }[]) => lines.map(({ name }) => name)
    expect(names(board.red)).to.deep.equal(['早已逾期', '逾期'])
    expect(names(board.yellow)).to.deep.equal(['今天到期已提醒', '明天到期'])
    expect(names(board.today)).to.deep.equal(['今晚到期', '今天到期已提醒'])
    expect(board.red[0]).to.include({ departmentName: '区市场监督管理局', urged: 1, assigneeName: null })
    expect(board.red[1]).to.include({
      departmentName: '区住房和城乡建设局',
      taskName: '受理审查',
      assigneeName: '经办人甲',
      firedAt: now,
      urged: 0,
    })
    const short = await store.views.watchBoard({ now, endOfDay: evening, limit: 1 })
    expect(names(short.red)).to.deep.equal(['早已逾期'])
  })

  it('counts open cases by department and place, and open tasks by activity', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const open = async (departmentId: number | null, placeId: number, minutes: number | null) => {
        const run = await openCase(unit, office, { departmentId, placeId })
        const warnAt = minutes === null ? null : minutesLater(minutes - 60)
        await unit.userTasks.open([newTask(run, { openedAt: minutesLater(minutes ?? 0) })])
        await unit.deadlines.arm([
          newDeadline(run, { dueAt: minutesLater(minutes ?? 999), warnAt, attachedTo: 'Task_ScopeCheck' }),
        ])
        return run
      }
      await open(office.market, office.hall, -10)
      await open(office.market, office.street, 10)
      await open(office.housing, office.hall, 500)
      await open(null, office.hall, null)
      const done = await open(office.housing, office.hall, -10)
      await unit.cases.update([{ id: done.caseId, expectedRevision: 1, set: { closedAt: now } }])
      const [task] = await unit.userTasks.openOf(done.instanceId)
      const [deadline] = await unit.deadlines.openOf(done.instanceId)
      await unit.userTasks.close([{ id: task?.id ?? 0, at: now, kind: 'completed' }])
      await unit.deadlines.close([deadline?.id ?? 0], now)
    })
    const board = await store.views.watchBoard({ now, endOfDay: evening, limit: 10 })
    expect(board.byDepartment).to.have.deep.members([
      { id: office.market, name: '区市场监督管理局', open: 2, yellow: 1, red: 1 },
      { id: office.housing, name: '区住房和城乡建设局', open: 1, yellow: 0, red: 0 },
      { id: null, name: null, open: 1, yellow: 0, red: 0 },
    ])
    expect(board.byDepartment[0]).to.include({ red: 1 })
    expect(board.byPlace).to.deep.equal([
      { id: office.hall, name: '城中区政务服务中心', open: 3, yellow: 0, red: 1 },
      { id: office.street, name: '潭中街道政务服务中心', open: 1, yellow: 1, red: 0 },
    ])
    expect(board.heat).to.deep.equal([
      {
        definitionKey: 'banbuchengshi',
        activityId: 'Task_ScopeCheck',
        name: '受理审查',
        open: 4,
        red: 1,
        oldestAt: minutesLater(-10),
      },
    ])
    expect(board.unassigned).to.have.lengthOf(4)
    expect(board.unassigned[0]).to.include({ departmentName: '区市场监督管理局', nextDueAt: minutesLater(-10) })
  })

  it('is empty in a quiet office', async () => {
    const { store } = await fresh()
    const board = await store.views.watchBoard({ now, endOfDay: evening, limit: 10 })
    expect(Object.values(board)).to.deep.equal([[], [], [], [], [], [], []])
  })
})
