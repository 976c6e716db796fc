import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { NotAllowedProblem, NotFoundProblem } from '../../src/casework/problem.js'
import { reaches, type Right } from '../../src/casework/rights.js'
import {
  actorOfAccount,
  addNote,
  askAssistance,
  attachToCase,
  casePage,
  caseProcessState,
  claimTask,
  deadlineProof,
  discloseContact,
  ledger,
  linkCases,
  reassignTask,
  recordTalk,
  taskForm,
  taskPage,
  workList,
} from '../../src/runtime/index.js'
import { analysis, accept, handOver } from '../features/answers.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'

const today = '2026-04-14'
const [yesterday, tomorrow] = ['2026-04-13', '2026-04-15']

/** Who they are to the case: registered at the centre, in the market's hands, the medical department asked for help. */
const cast = {
  'a clerk of its place': { role: 'clerk', at: 'centre' },
  'a clerk of another place': { role: 'clerk', at: 'street' },
  'a clerk of no place': { role: 'clerk' },
  'the liaison of its department': { role: 'liaison', of: 'market', term: [yesterday, null] },
  'its stand-in, on the last day': { role: 'liaison', of: 'market', term: [yesterday, today] },
  'its stand-in, on the first day': { role: 'liaison', of: 'market', term: [today, null] },
  'its stand-in, the day before': { role: 'liaison', of: 'market', term: [tomorrow, null] },
  'its liaison, the day after': { role: 'liaison', of: 'market', term: [yesterday, yesterday] },
  'its liaison, never entered into the register': { role: 'liaison', of: 'market' },
  'a liaison who moved away from it': { role: 'liaison', of: 'market', speaksFor: 'housing' },
  'a liaison of the department that was asked': { role: 'liaison', of: 'medical', term: [today, null] },
  'a liaison of another department': { role: 'liaison', of: 'housing', term: [today, null] },
} as const

/** Those whose case it is. */
const own: readonly string[] = [
  'a clerk of its place',
  'the liaison of its department',
  'its stand-in, on the last day',
  'its stand-in, on the first day',
  'a liaison of the department that was asked',
]
/** Those whose the task is that stands open in the department. */
const tasked: readonly string[] = own.filter(name => name.startsWith('the liaison') || name.startsWith('its'))

describe('Whose a case is, below the routes', function () {
  this.timeout(30_000)
  let office: TestOffice
  let number: string
  let task: { id: number; revision: number }
  const people = new Map<string, Actor>()

  before(async () => {
    office = await openTestOffice({ start: `${today}T09:00:00+08:00` })
    number = await office.register()
    const { people: known, departments } = office
    await office.complete(number, 'Task_HandOver', known.clerk, handOver)
    await office.complete(number, 'Task_ScopeCheck', known.officer, accept)
    await office.complete(number, 'Task_Analyse', known.officer, analysis([departments.market]))
    task = await office.task(number, 'Task_ConfirmCause')
    for (const [name, one] of Object.entries(cast)) people.set(name, await person(name, one))
    const asked = { number, departmentId: departments.medical, request: '请提供材料清单' }
    await askAssistance(office.parts, known.officer, asked)
  })
  after(() => office.close())

  async function person(
    name: string,
    one: {
      role: 'clerk' | 'liaison'
      at?: string
      of?: string
      term?: readonly (string | null)[]
      speaksFor?: string
    },
  ): Promise<Actor> {
    const { parts, places, departments, clock } = office
    const department = (key: string | undefined) =>
      key === undefined ? null : departments[key as keyof typeof departments]
    const account = await parts.store.transaction(async unit => {
      const [id = 0] = await unit.accounts.insert([
        {
          ...{ username: name, passwordHash: '', displayName: name, role: one.role, active: true },
          placeId: one.at === undefined ? null : places[one.at as keyof typeof places],
          departmentId: department(one.of),
          createdAt: clock.now(),
        },
      ])
      const term = one.speaksFor ? [today, null] : one.term
      if (term)
        await unit.places.addLiaisons([
          {
            departmentId: department(one.speaksFor ?? one.of) ?? 0,
            accountId: id,
            kind: name.includes('stand-in') ? 'standIn' : 'main',
            validFrom: term[0] ?? today,
            validUntil: term[1] ?? null,
          },
        ])
      return unit.accounts.byId(id)
    })
    return actorOfAccount(parts, account!)
  }

  /** What can be looked at or done about a case; with the right that it needs, when it needs one. */
  const acts: Readonly<Record<string, { right: Right; act: (by: Actor) => Promise<unknown> }>> = {
    casePage: { right: 'case.see', act: by => casePage(office.parts, by, number) },
    caseProcessState: { right: 'case.see', act: by => caseProcessState(office.parts, by, number) },
    deadlineProof: {
      right: 'case.see',
      act: async by => {
        const row = await office.parts.store.read.cases.byNumber(number)
        const limits = await office.parts.store.views.caseDeadlines(row!.id)
        const id = limits.find(({ kind }) => kind !== 'none')?.id ?? 0
        return deadlineProof(office.parts, by, { number, id })
      },
    },
    addNote: {
      right: 'case.note',
      act: by => addNote(office.parts, { number, by, words: '已联系', kind: 'case.commented' }),
    },
    recordTalk: {
      right: 'case.talk',
      act: by => recordTalk(office.parts, by, { number, with: '某科', how: 'phone', words: '谈过' }),
    },
    attachToCase: {
      right: 'case.attach',
      act: by => attachToCase(office.parts, by, { number, uploads: [] }),
    },
    discloseContact: {
      right: 'case.reach',
      act: by => discloseContact(office.parts, by, { number, reason: '核对' }),
    },
    linkCases: { right: 'case.pair', act: by => linkCases(office.parts, by, { number, other: number }) },
  }

  for (const [what, { right, act }] of Object.entries(acts))
    it(`${what}: for those whose case it is, as far as “${right}” goes, and for nobody else`, async () => {
      for (const [name, by] of people) {
        const failure: unknown = await act(by).then(
          () => null,
          (error: unknown) => error,
        )
        const refused = failure instanceof NotFoundProblem || failure instanceof NotAllowedProblem
        const { centre } = office.places
        const { market, medical } = office.departments
        const may = reaches(by, right, { placeId: centre, departmentIds: [market, medical] })
        expect(refused, `${name}: ${String(failure)}`).to.equal(!may)
        if (right === 'case.see') expect(may, name).to.equal(own.includes(name))
      }
    })

  it('is listed for those whose case it is, and for nobody else', async () => {
    for (const [name, by] of people) {
      const listed = await ledger(office.parts, by, { limit: 20 }).then(
        ({ rows }) => rows.some(row => row.number === number),
        (error: unknown) => {
          expect(error, name).to.be.instanceOf(NotAllowedProblem)
          return false
        },
      )
      expect(listed, name).to.equal(own.includes(name))
    }
  })

  it('gives its tasks to the liaison and the stand-in of the department within their terms alone', async () => {
    for (const [name, by] of people) {
      const mine = tasked.includes(name)
      const { rows } = await workList(office.parts, by, { limit: 20 })
      expect(
        rows.some(({ id }) => id === task.id),
        `${name} is shown it`,
      ).to.equal(mine)
      const form = await taskForm(office.parts, by, task.id).catch((error: unknown) => error)
      expect(form instanceof NotFoundProblem, `${name} gets its form`).to.equal(!mine)
      const page = await taskPage(office.parts, by, task.id).catch((error: unknown) => error)
      expect(page instanceof NotFoundProblem, `${name} opens it`).to.equal(!own.includes(name))
      if (!mine) {
        const failure: unknown = await claimTask(office.parts, by, {
          taskId: task.id,
          revision: task.revision,
        }).catch((error: unknown) => error)
        expect(failure, `${name} takes it`).to.be.instanceOf(NotFoundProblem)
      }
    }
  })

  it('is given to somebody by name only within their term, and is no longer theirs after it', async () => {
    const { parts, people: known } = office
    const give = async (name: string) => {
      const { revision } = await office.task(number, 'Task_ConfirmCause')
      const to = people.get(name)?.accountId ?? 0
      await reassignTask(parts, known.supervisor, { taskId: task.id, revision, to, reason: '替班' })
    }
    const offered = async () => {
      const { openTasks } = await casePage(parts, known.supervisor, number)
      return openTasks.find(({ id }) => id === task.id)?.candidates.map(({ id }) => id)
    }
    for (const [name, { accountId }] of people) {
      expect((await offered())?.includes(accountId), `${name} is offered`).to.equal(tasked.includes(name))
      const failure: unknown = await give(name).then(
        () => null,
        (error: unknown) => error,
      )
      expect(failure instanceof NotFoundProblem, `${name}: ${String(failure)}`).to.equal(
        !tasked.includes(name),
      )
    }
    await give('its stand-in, on the last day')
    office.clock.set(`${tomorrow}T09:00:00+08:00`)
    const account = await parts.store.read.accounts.byUsername('its stand-in, on the last day')
    const late = await actorOfAccount(parts, account!)
    expect(await taskForm(parts, late, task.id).catch((error: unknown) => error)).to.be.instanceOf(
      NotFoundProblem,
    )
  })
})
