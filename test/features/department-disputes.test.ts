import { expect } from 'chai'
import { casePage } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase } from './stages.js'

const upheld = { ruling: 'uphold', rulingReason: '实施清单确无此项要求。' }

describe('The department disputes the cause', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  it('case 12: the office decides, with its reason on record, and the verdict may follow', async () => {
    const { officer, liaison } = office.people
    const number = await analysedCase(office)
    await office.complete(number, 'Task_ConfirmCause', liaison, say.disputed)
    await office.complete(number, 'Task_Rule', officer, upheld)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    const row = (await office.parts.store.read.cases.byNumber(number))!
    expect(row.verdict).to.equal('department')
    const said = await office.parts.store.read.caseDepartments.ofCase(row.id)
    expect(said.map(one => [one.confirmation, one.reason])).to.deep.equal([['disputed', '系群众填报错误。']])
  })

  it('a dispute needs its reason', async () => {
    const number = await analysedCase(office)
    const refused = await office
      .complete(number, 'Task_ConfirmCause', office.people.liaison, { confirmation: 'disputed' })
      .catch((error: unknown) => error)
    expect(refused).to.have.property('code', 'invalidAnswers')
    expect(refused).to.have.property('fields').with.property('confirmationReason')
  })

  it('a second objection goes to the supervisor', async () => {
    const { officer, liaison } = office.people
    const number = await analysedCase(office)
    await office.complete(number, 'Task_ConfirmCause', liaison, say.disputed)
    await office.complete(number, 'Task_Rule', officer, { ruling: 'revise', rulingReason: '原因改写。' })
    const second = (await office.open(number)).map(task => task.activityId)
    if (second.includes('Task_Transfer')) {
      await office.complete(number, 'Task_Transfer', officer, {
        ...say.analysis([office.departments.market], 'B1'),
        transferReason: '按异议调整',
      })
    }
    await office.complete(number, 'Task_ConfirmCause', liaison, say.disputed)
    expect((await office.task(number, 'Task_HeadRule')).candidateGroup).to.equal('supervisor')
  })

  it('case 7: the lead confirms, the assisting department disputes; nobody else’s task is touched', async () => {
    const { liaison, otherLiaison, officer } = office.people
    const { market, housing } = office.departments
    const number = await analysedCase(office, { analysis: say.analysis([market, housing], 'B5') })
    expect((await office.open(number)).map(task => task.departmentId)).to.have.members([market, housing])
    await office.complete(number, 'Task_ConfirmCause', liaison, say.confirmed)
    expect((await office.open(number)).map(task => task.departmentId)).to.deep.equal([housing])
    await office.complete(number, 'Task_ConfirmCause', otherLiaison, say.disputed)
    await office.complete(number, 'Task_Rule', officer, upheld)
    await office.task(number, 'Task_Verdict')
  })

  it('sent on a second time it goes to the supervisor, whose word is the last; each time is counted', async () => {
    const { liaison, otherLiaison, officer, supervisor } = office.people
    const { market, housing } = office.departments
    const notOurs = { confirmation: 'notOurs', confirmationReason: '不属本部门职责。' }
    const number = await analysedCase(office)
    await office.complete(number, 'Task_ConfirmCause', liaison, notOurs)
    expect((await office.task(number, 'Task_Transfer')).candidateGroup, 'the first time').to.equal('officer')
    const sentOn = { ...say.analysis([housing], 'B1'), transferReason: '改派住建' }
    await office.complete(number, 'Task_Transfer', officer, sentOn)
    await office.complete(number, 'Task_ConfirmCause', otherLiaison, notOurs)
    expect((await office.task(number, 'Task_HeadRule')).candidateGroup, 'the second').to.equal('supervisor')
    expect((await office.open(number)).map(task => task.activityId)).to.not.include('Task_Transfer')
    const { confirmations } = await casePage(office.parts, supervisor, number)
    expect(confirmations.map(one => [one.round, one.departmentId, one.confirmation])).to.deep.equal([
      [1, market, 'notOurs'],
      [2, housing, 'notOurs'],
    ])
    await office.complete(number, 'Task_HeadRule', supervisor, {
      ...say.analysis([market]),
      rulingReason: '属市场监管事权。',
    })
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    expect((await office.task(number, 'Task_Rectify')).departmentId).to.equal(market)
  })

  it('a department whose matter it is not sends it on; the right one is asked then', async () => {
    const { liaison, otherLiaison, officer } = office.people
    const { housing } = office.departments
    const number = await analysedCase(office)
    await office.complete(number, 'Task_ConfirmCause', liaison, {
      confirmation: 'notOurs',
      confirmationReason: '属住建事权。',
    })
    await office.complete(number, 'Task_Transfer', officer, {
      ...say.analysis([housing], 'B1'),
      transferReason: '改派住建',
    })
    await office.complete(number, 'Task_ConfirmCause', otherLiaison, say.confirmed)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    expect((await office.parts.store.read.cases.byNumber(number))!.departmentId).to.equal(housing)
    expect((await office.task(number, 'Task_Rectify')).departmentId).to.equal(housing)
  })
})
