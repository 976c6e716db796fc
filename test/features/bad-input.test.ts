import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { completeTask, deploy, registerCase } from '../../src/runtime/index.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import * as say from './answers.js'

const chinese = /[\u4e00-\u9fff]{4,}/

describe('Bad input gets a clear sentence and leaves nothing half written', () => {
  let house: HttpOffice
  let model: string
  before(async () => {
    model = await readFile(path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'), 'utf8')
  })
  beforeEach(async () => {
    house = await openHttpOffice()
  })
  afterEach(() => house.close())

  const diagrams: readonly (readonly [string, (xml: string) => string, RegExp])[] = [
    ['a file cut off in the middle', xml => xml.slice(0, xml.length / 2), chinese],
    ['a text that is no XML', () => '这不是流程图', chinese],
    [
      'a script task',
      xml =>
        xml
          .replace('<bpmn:userTask id="Task_Rule"', '<bpmn:scriptTask id="Task_Rule"')
          .replace(/(<bpmn:scriptTask id="Task_Rule"[\s\S]*?)<\/bpmn:userTask>/, '$1</bpmn:scriptTask>'),
      /脚本/,
    ],
    [
      'a role that nobody has',
      xml => xml.replace('camunda:candidateGroups="officer"', 'camunda:candidateGroups="wizard"'),
      /wizard/,
    ],
    ['a limit that is no duration', xml => xml.replace('>P10D<', '>十天<'), /十天|期限|时限/],
  ]
  for (const [what, spoil, said] of diagrams) {
    it(`${what} is not deployed, and says why`, async () => {
      const { parts } = house.office
      const before = await parts.store.read.definitions.allLatest()
      const spoilt = spoil(model)
      expect(spoilt).to.not.equal(model)
      const refused = await deploy(parts, { xml: spoilt, reason: '试', by: null }).catch(
        (error: unknown) => error,
      )
      expect(refused).to.have.property('code', 'definitionRefused')
      const problems = (refused as { details: { problems: { message: string }[] } }).details.problems
      expect(problems.map(problem => problem.message).join('\n'))
        .to.match(said)
        .and.to.match(chinese)
      expect(await parts.store.read.definitions.allLatest()).to.deep.equal(before)
    })
  }

  it('a missing field is named beside the field, and the task stays as it was', async () => {
    const { officer } = house.office.people
    const number = await house.report()
    const answer = await house.complete(number, 'Task_ScopeCheck', officer, { scope: 'outOfScope' })
    expect(answer.status).to.equal(422)
    expect(answer.body).to.contain('不属范围的理由')
    await house.office.task(number, 'Task_ScopeCheck')
  })

  it('a second completion is told that the task is done', async () => {
    const { parts, people } = house.office
    const number = await house.report()
    const task = await house.office.task(number, 'Task_ScopeCheck')
    const completion = { taskId: task.id, revision: task.revision, body: say.accept }
    await completeTask(parts, people.officer, completion)
    const second = await completeTask(parts, people.officer, completion).catch((error: unknown) => error)
    expect(second).to.have.property('code', 'taskAlreadyClosed')
    expect((second as Error).message).to.match(chinese)
  })

  it('two at the same moment: one completes, the other is told', async () => {
    const { parts, people } = house.office
    const number = await house.report()
    const task = await house.office.task(number, 'Task_ScopeCheck')
    const completion = { taskId: task.id, revision: task.revision, body: say.accept }
    const both = await Promise.allSettled([
      completeTask(parts, people.officer, completion),
      completeTask(parts, people.otherOfficer, completion),
    ])
    expect(both.map(one => one.status).sort()).to.deep.equal(['fulfilled', 'rejected'])
    expect((await house.office.open(number)).map(open => open.activityId)).to.deep.equal(['Task_Analyse'])
  })

  it('a text of one megabyte is refused with its bound, and nothing is registered', async () => {
    const citizen = house.citizen()
    await citizen.get('/')
    const answer = await citizen.post('/', { description: '长'.repeat(400_000) })
    expect(answer.status).to.equal(413)
    expect(answer.body).to.match(chinese)
    const tooLong = await registerCase(house.office.parts, {
      body: { description: '长'.repeat(3000) },
      channel: 'web',
      submissionId: 'long',
      registrar: null,
    })
    expect(tooLong).to.have.property('ok', false)
    expect(await house.office.parts.store.read.cases.byId(1)).to.equal(null)
  })

  it('the same form sent twice is one case', async () => {
    const { parts, departments, places } = house.office
    const report = {
      channel: 'web' as const,
      submissionId: 'the same form',
      registrar: null,
      body: {
        item: '食品经营许可',
        department: String(departments.market),
        place: String(places.centre),
        contact: '10000000101',
        description: '😀㙍𬌗䶮',
      },
    }
    const [one, other] = await Promise.all([registerCase(parts, report), registerCase(parts, report)])
    expect(one).to.have.property('number', other.ok ? other.number : '')
    expect((await parts.store.read.cases.byId(1))!.description).to.equal('😀㙍𬌗䶮')
    expect(await parts.store.read.cases.byId(2)).to.equal(null)
  })
})
