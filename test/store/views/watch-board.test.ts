import { expect } from 'chai'
import type { Store } from '../../../src/store/index.js'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, minutesLater, newDeadline, newTask, now, openCase } from '../office.js'

const tomorrow = minutesLater(8 * 60)
const dayAfter = minutesLater(32 * 60)

const boardOf = (store: Store, limit = 10) =>
  store.views.watchBoard({
    now,
    tomorrow,
    days: [
      { from: tomorrow, until: dayAfter },
      { from: dayAfter, until: minutesLater(56 * 60) },
    ],
    limit,
    dayLimit: limit,
  })
const names = (list: { readonly rows: readonly { name: string }[] }) => list.rows.map(({ name }) => name)

onEveryDatabase('督办看板', fresh => {
  it('sorts open deadlines into red, yellow, today and the days to come, each with its true length', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const taskId = await store.transaction(async unit => {
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
      await unit.supervisions.record([
        { caseId: run.caseId, deadlineId: longPassed, kind: 'urge', message: '请办', at: now },
      ])
      return taskId
    })
    const board = await boardOf(store)
    expect(names(board.red)).to.deep.equal(['早已逾期', '逾期'])
    expect(names(board.yellow)).to.deep.equal(['今天到期已提醒', '明天到期'])
    expect(names(board.today), 'those that have a card are listed under it').to.deep.equal(['今晚到期'])
    expect(board.upcoming.map(names), 'a day on which nothing is due is left out').to.deep.equal([
      ['明天到期'],
    ])
    expect(board.red.rows[0]).to.include({ departmentName: '区市场监督管理局', urged: 1, taskId: null })
    expect(board.red.rows[1]).to.include({
      departmentName: '区住房和城乡建设局',
      taskId,
      firedAt: now,
      urged: 0,
    })
    expect(board.tasks, 'who has what is on the board').to.have.lengthOf(1)
    expect(board.tasks[0]).to.include({ id: taskId, name: '受理审查', assigneeName: '经办人甲', revision: 2 })
    const short = await boardOf(store, 1)
    expect(names(short.red)).to.deep.equal(['早已逾期'])
    expect([short.red.count, short.yellow.count, short.today.count]).to.deep.equal([2, 2, 1])
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
    const board = await boardOf(store)
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
    expect(await store.views.heat(now)).to.deep.equal([
      {
        definitionKey: 'banbuchengshi',
        activityId: 'Task_ScopeCheck',
        name: '受理审查',
        open: 4,
        red: 1,
        oldestAt: minutesLater(-10),
      },
    ])
    expect(board.unassigned.count).to.equal(4)
    expect(board.unassigned.rows[0]).to.include({
      departmentName: '区市场监督管理局',
      nextDueAt: minutesLater(-10),
    })
  })

  it('names the cases that stand still longest; a press, a card or a remark moves nothing', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      for (const [index, itemName] of ['先动的', '后动的', '被催的'].entries()) {
        const { caseId } = await openCase(unit, office, { itemName })
        await unit.history.append([{ caseId, at: minutesLater(index), kind: 'case.registered' }])
      }
      await unit.history.append([
        { caseId: 1, at: minutesLater(10), kind: 'task.completed' },
        { caseId: 2, at: minutesLater(20), kind: 'task.completed' },
        { caseId: 3, at: minutesLater(30), kind: 'case.urged' },
        { caseId: 3, at: minutesLater(31), kind: 'card.red' },
        { caseId: 3, at: minutesLater(32), kind: 'case.commented' },
      ])
    })
    const { still } = await boardOf(store)
    expect(still.map(({ itemName, movedAt }) => [itemName, movedAt])).to.deep.equal([
      ['被催的', minutesLater(2)],
      ['先动的', minutesLater(10)],
      ['后动的', minutesLater(20)],
    ])
    await store.transaction(unit =>
      unit.cases.update([{ id: 3, expectedRevision: 1, set: { closedAt: now } }]),
    )
    expect((await boardOf(store)).still.map(({ itemName }) => itemName)).to.deep.equal(['先动的', '后动的'])
  })

  it('answers the newest completions of each activity, of its own diagram and since that instant', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      for (const [index, minutes] of [10, 20, 30, -999].entries()) {
        const [id = 0] = await unit.userTasks.open([newTask(run, { openedAt: minutesLater(index) })])
        await unit.userTasks.close([{ id, at: minutesLater(minutes), kind: 'completed' }])
      }
      const [other = 0, gone = 0] = await unit.userTasks.open([
        newTask(run, { activityId: 'Task_Verdict' }),
        newTask(run),
      ])
      await unit.userTasks.close([
        { id: other, at: minutesLater(40), kind: 'completed' },
        { id: gone, at: minutesLater(50), kind: 'cancelled' },
      ])
    })
    const asked = { activityIds: ['Task_ScopeCheck', 'Task_Verdict'], since: now, limit: 2 }
    const found = await store.views.completions({ ...asked, definitionKey: 'banbuchengshi' })
    expect(found).to.have.deep.members([
      { activityId: 'Task_ScopeCheck', openedAt: minutesLater(2), closedAt: minutesLater(30) },
      { activityId: 'Task_ScopeCheck', openedAt: minutesLater(1), closedAt: minutesLater(20) },
      { activityId: 'Task_Verdict', openedAt: now, closedAt: minutesLater(40) },
    ])
    expect(await store.views.completions({ ...asked, definitionKey: 'another' })).to.deep.equal([])
  })

  it('leads from a list to all the cases of it', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      for (const [itemName, due, warn] of [
        ['红的', -10, -60],
        ['黄的', 60, -10],
        ['明天的', 9 * 60, 60],
      ] as const) {
        const run = await openCase(unit, office, { itemName })
        await unit.deadlines.arm([
          newDeadline(run, { dueAt: minutesLater(due), warnAt: minutesLater(warn) }),
          newDeadline(run, { dueAt: minutesLater(-1), warnAt: null, kind: 'none' }),
        ])
      }
    })
    type Due = NonNullable<Parameters<typeof store.views.caseList>[0]['due']>
    const items = async (due: Due) =>
      (await store.views.caseList({ due, limit: 9 })).rows.map(({ itemName }) => itemName)
    expect(await items({ card: 'red', now })).to.deep.equal(['红的'])
    expect(await items({ card: 'yellow', now })).to.deep.equal(['黄的'])
    expect(await items({ on: { from: tomorrow, until: dayAfter } })).to.deep.equal(['明天的'])
  })

  it('is empty in a quiet office', async () => {
    const { store } = await fresh()
    const nothing = { count: 0, rows: [] }
    expect(await boardOf(store)).to.deep.equal({
      red: nothing,
      yellow: nothing,
      today: nothing,
      upcoming: [],
      unassigned: nothing,
      still: [],
      tasks: [],
      byDepartment: [],
      byPlace: [],
    })
  })
})
