import { expect } from 'chai'
import fc from 'fast-check'
import type { Reach, Store, TaskCursor, TaskListFilter, Unit } from '../../../src/store/index.js'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, minutesLater, newDeadline, newTask, now, openCase, type Office } from '../office.js'

onEveryDatabase('我的待办', fresh => {
  it('shows a task with its case, its people and the deadline that comes next', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const { id, run, number } = await store.transaction(async unit => {
      const run = await openCase(unit, office, { windowId: office.window, departmentId: office.market })
      const [id = 0] = await unit.userTasks.open([newTask(run)])
      await unit.deadlines.arm([
        newDeadline(run, { dueAt: minutesLater(600), attachedTo: 'Task_ScopeCheck', name: '远' }),
        newDeadline(run, { taskId: id, warnAt: minutesLater(30), provisional: true, kind: 'statutory' }),
      ])
      await unit.userTasks.claim([{ id, expectedRevision: 1, assigneeId: office.officer, at: now }])
      await unit.userTasks.saveDraft([{ id, draft: { scope: 'accept' } }])
      return { id, run, number: (await unit.cases.byId(run.caseId))?.number }
    })
    const { rows, next } = await store.views.taskList({ reach: reachOf({ all: true }), limit: 10 })
    expect(next).to.equal(null)
    expect(rows).to.deep.equal([
      {
        id,
        revision: 2,
        activityId: 'Task_ScopeCheck',
        name: '受理审查',
        candidateGroup: 'officer',
        caseId: run.caseId,
        caseNumber: number,
        itemName: '食品经营许可（新办）',
        reportId: null,
        quarter: null,
        placeName: '城中区政务服务中心',
        departmentName: '区市场监督管理局',
        assigneeId: office.officer,
        assigneeName: '经办人甲',
        openedAt: now,
        hasDraft: true,
        deadlineName: '受理时限',
        deadlineKind: 'statutory',
        dueOn: '2026-04-16',
        dueAt: minutesLater(60),
        warnAt: minutesLater(30),
        provisional: true,
      },
    ])
    expect(await store.views.taskDetail(id)).to.include({
      id,
      caseNumber: number,
      definitionKey: 'banbuchengshi',
      definitionVersion: 1,
      instanceRevision: 1,
      caseRevision: 1,
      assigneeName: '经办人甲',
      closedByName: null,
      dueAt: minutesLater(60),
    })
    expect(await store.views.taskDetail(99)).to.equal(null)
  })

  it('shows the tasks of a report by their quarter', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const [report] = await unit.reports.begin([{ quarter: '2026Q1', createdAt: now }])
      const reportId = report?.id ?? 0
      const [instanceId = 0] = await unit.instances.start([
        { definitionId: office.definition, subjectKind: 'report', subjectId: reportId, stateId: office.state, startedAt: now },
      ])
      const { caseId: _, ...task } = newTask({ caseId: 0, instanceId }, { name: '汇总' })
      await unit.userTasks.open([{ ...task, reportId }])
    })
    const { rows } = await store.views.taskList({ reach: reachOf({ groups: ['officer'] }), limit: 10 })
    expect(rows[0]).to.include({ name: '汇总', quarter: '2026Q1', caseId: null, placeName: null, dueAt: null })
  })

  it('finds by part of the number or the item, whatever signs are typed', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      for (const itemName of ['食品经营许可（新办）', '医保参保', '100%退税_Form']) {
        await unit.userTasks.open([newTask(await openCase(unit, office, { itemName }))])
      }
    })
    const find = async (text: string) => {
      const { rows } = await store.views.taskList({ reach: reachOf({ all: true }), text, limit: 10 })
      return rows.map(({ itemName }) => itemName)
    }
    expect(await find('参保')).to.deep.equal(['医保参保'])
    expect(await find(' 退税_form ')).to.deep.equal(['100%退税_Form'])
    expect(await find('%')).to.deep.equal(['100%退税_Form'])
    expect(await find('_')).to.deep.equal(['100%退税_Form'])
    expect(await find('没有')).to.deep.equal([])
    expect(await find('2026-')).to.have.lengthOf(3)
  })

  it('shows to nobody what is not theirs, and to everybody all that is, page by page, once', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const tasks = await store.transaction(unit => manyTasks(unit, office))
    await fc.assert(
      fc.asyncProperty(reaches(office), whose, fc.integer({ min: 1, max: 20 }), async (reach, whose, limit) => {
        const expected = tasks
          .filter(task => !task.closed && within(task, reach, whose))
          .sort((one, other) => one.dueAt.localeCompare(other.dueAt) || one.id - other.id)
          .map(({ id }) => id)
        expect(await allPages(store, { reach, whose, limit })).to.deep.equal(expected)
      }),
      { numRuns: 40 },
    )
  })
})

interface Known {
  readonly id: number
  readonly group: string
  readonly place: number | null
  readonly department: number | null
  readonly assignee: number | null
  readonly dueAt: string
  readonly closed: boolean
}

type Whose = NonNullable<TaskListFilter['whose']>

const groups = ['officer', 'clerk', 'liaison']
const whose = fc.constantFrom<Whose>('mine', 'unassigned', 'all')

function reaches({ hall, street, market, officer, clerk }: Office): fc.Arbitrary<Reach> {
  return fc.record({
    groups: fc.subarray(groups),
    placeId: fc.constantFrom(null, hall, street),
    departmentId: fc.constantFrom(null, market),
    accountId: fc.constantFrom(null, officer, clerk),
    all: fc.boolean(),
  })
}

/** What the house promises, said once more without SQL. */
function within(task: Known, reach: Reach, whose: Whose): boolean {
  const mine = reach.accountId !== null && task.assignee === reach.accountId
  if (whose === 'mine') return mine
  const fits = (own: number | null, theirs: number | null) => own === null || theirs === null || own === theirs
  const theirs =
    reach.groups.includes(task.group) &&
    fits(reach.placeId, task.place) &&
    fits(reach.departmentId, task.department)
  if (whose === 'unassigned') return task.assignee === null && (reach.all || theirs)
  return reach.all || mine || theirs
}

async function manyTasks(unit: Unit, office: Office): Promise<Known[]> {
  const anyTask = fc.record({
    group: fc.constantFrom(...groups),
    place: fc.constantFrom(null, office.hall, office.street),
    department: fc.constantFrom(null, office.market, office.housing),
    assignee: fc.constantFrom(null, null, office.officer, office.clerk),
    minutes: fc.constantFrom(null, 10, 20, 30),
    closed: fc.constantFrom(false, false, false, true),
  })
  const tasks: Known[] = []
  const run = await openCase(unit, office)
  for (const { minutes, ...task } of fc.sample(anyTask, { numRuns: 80, seed: 20210501 })) {
    const { group: candidateGroup, place: placeId, department: departmentId, assignee: assigneeId } = task
    const [id = 0] = await unit.userTasks.open([
      newTask(run, { candidateGroup, placeId, departmentId, assigneeId }),
    ])
    if (minutes !== null) {
      await unit.deadlines.arm([newDeadline(run, { taskId: id, dueAt: minutesLater(minutes) })])
    }
    if (task.closed) await unit.userTasks.close([{ id, at: now, kind: 'cancelled' }])
    tasks.push({ id, ...task, dueAt: minutes === null ? '9999' : minutesLater(minutes) })
  }
  return tasks
}

async function allPages(store: Store, filter: Omit<TaskListFilter, 'after'>): Promise<number[]> {
  const ids: number[] = []
  let after: TaskCursor | null = null
  do {
    const page: Awaited<ReturnType<Store['views']['taskList']>> = await store.views.taskList({ ...filter, after })
    expect(page.rows.length).to.be.at.most(filter.limit)
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

function reachOf(given: Partial<Reach>): Reach {
  return { groups: [], placeId: null, departmentId: null, accountId: null, all: false, ...given }
}
