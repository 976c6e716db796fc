import type {
  DeadlineMove,
  NewCase,
  NewDeadline,
  NewState,
  NewUserTask,
  Store,
  Unit,
} from '../../src/store/index.js'

/** The instant at which most of these tests happen. */
export const now = '2026-04-15T01:30:00.000Z'

/** An instant so many minutes later, or earlier. */
export function minutesLater(minutes: number, from = now): string {
  return new Date(Date.parse(from) + minutes * 60_000).toISOString()
}

/** Ids of a small office. */
export interface Office {
  readonly hall: number
  readonly street: number
  readonly window: number
  readonly market: number
  readonly housing: number
  readonly officer: number
  readonly clerk: number
  readonly liaison: number
  readonly definition: number
  readonly state: number
}

/** Two places, two departments, three people, one diagram and one state of it. */
export async function furnish(store: Store): Promise<Office> {
  return store.transaction(async unit => {
    const [hall = 0, street = 0] = await unit.places.addPlaces([
      { kind: 'district', name: '城中区政务服务中心', active: true },
      { kind: 'street', name: '潭中街道政务服务中心', active: true },
    ])
    const [window = 0] = await unit.places.addWindows([{ placeId: hall, name: '06号窗口', active: true }])
    const [market = 0, housing = 0] = await unit.places.addDepartments([
      { name: '区市场监督管理局', active: true },
      { name: '区住房和城乡建设局', active: true },
    ])
    const person = { passwordHash: 'x', active: true, createdAt: now }
    const [officer = 0, clerk = 0, liaison = 0] = await unit.accounts.insert([
      { ...person, username: 'officer', displayName: '经办人甲', role: 'officer' },
      { ...person, username: 'clerk', displayName: '专员乙', role: 'clerk', placeId: hall },
      { ...person, username: 'liaison', displayName: '联络员丙', role: 'liaison', departmentId: market },
    ])
    const [deployed] = await unit.definitions.deploy(
      [{ key: 'banbuchengshi', name: '办不成事', xml: '<definitions/>', sha256: 'abc' }],
      now,
    )
    const definition = deployed?.id ?? 0
    const [state = 0] = await unit.engineStates.intern(definition, [stateAt('start')])
    return { hall, street, window, market, housing, officer, clerk, liaison, definition, state }
  })
}

/** A state that waits for one task. */
export function stateAt(hash: string): NewState {
  return {
    hash,
    body: `{"at":"${hash}"}`,
    waits: [{ kind: 'userTask', activityId: 'Task_ScopeCheck', slot: 'Task_ScopeCheck_0000000001' }],
    ended: false,
  }
}

let counted = 0

/** A case with what is required and nothing else. */
export function newCase(office: Office, given: Partial<NewCase> = {}): NewCase {
  const number = String(++counted).padStart(5, '0')
  return {
    number: `2026-${number}`,
    submissionId: `form-${number}`,
    registeredAt: now,
    registeredOn: '2026-04-15',
    channel: 'window',
    placeId: office.hall,
    itemName: '食品经营许可（新办）',
    itemKey: '食品经营许可新办',
    reporterKind: 'person',
    reporterName: '覃小梅',
    contact: '10000000101',
    contactTail: '0101',
    description: '材料按办事指南备齐，窗口要求另交声明。',
    ...given,
  }
}

/** A registered case with its run. */
export async function openCase(
  unit: Unit,
  office: Office,
  given: Partial<NewCase> = {},
): Promise<{ caseId: number; instanceId: number }> {
  const [caseId = 0] = await unit.cases.insert([newCase(office, given)])
  const [instanceId = 0] = await unit.instances.start([
    {
      definitionId: office.definition,
      subjectKind: 'case',
      subjectId: caseId,
      stateId: office.state,
      startedAt: now,
    },
  ])
  return { caseId, instanceId }
}

/** A task that waits in a run. */
export function newTask(
  run: { caseId: number; instanceId: number },
  given: Partial<NewUserTask> = {},
): NewUserTask {
  return {
    ...run,
    activityId: 'Task_ScopeCheck',
    slot: 'Task_ScopeCheck_0000000001',
    name: '受理审查',
    candidateGroup: 'officer',
    openedAt: now,
    ...given,
  }
}

/** A deadline of a run, due in an hour. */
export function newDeadline(
  run: { caseId: number; instanceId: number },
  given: Partial<NewDeadline> = {},
): NewDeadline {
  return {
    ...run,
    activityId: 'Timer_ScopeDue',
    slot: 'Timer_ScopeDue_0000000001',
    name: '受理时限',
    kind: 'internal',
    calendar: 'workdays',
    budget: 'P1D',
    workingDays: 1,
    interrupting: false,
    startOn: '2026-04-15',
    pauses: [],
    promisedOn: given.dueOn ?? '2026-04-16',
    promisedAt: given.dueAt ?? minutesLater(60),
    dueOn: '2026-04-16',
    dueAt: minutesLater(60),
    provisional: false,
    calendarVersion: 1,
    armedAt: now,
    ...given,
  }
}

/** Other dates for a deadline, as a changed calendar would give them: an hour from now unless said otherwise. */
export function newDates(id: number, given: Partial<DeadlineMove> = {}): DeadlineMove {
  const dueAt = given.dueAt ?? minutesLater(60)
  return {
    id,
    startOn: '2026-04-15',
    promisedOn: '2026-04-16',
    promisedAt: dueAt,
    dueOn: '2026-04-16',
    dueAt,
    warnAt: null,
    provisional: false,
    calendarVersion: 2,
    ...given,
  }
}
