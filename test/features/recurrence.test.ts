import { expect } from 'chai'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase, rectifyAndArchive } from './stages.js'

describe('The same problem must not come back (R9)', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  it('case 17: four months after the rectification the same problem is flagged, and a person confirms it', async () => {
    const { officer } = office.people
    const first = await rectifiedCase(office)
    await office.passTo('2026-08-20T10:00:00+08:00')
    const again = await confirmedCase(office, {
      answers: { item: '食品经营许可 (新办)', contact: '10000000117' },
    })
    const earlier = (await office.parts.store.read.cases.byNumber(first))!
    const row = async () => (await office.parts.store.read.cases.byNumber(again))!
    expect(await row()).to.include({ recurrence: 'suspected', recurrenceOf: earlier.id })

    const silent = await office
      .complete(again, 'Task_Verdict', officer, say.departmentAtFault)
      .catch((e: unknown) => e)
    expect(silent, 'the verdict asks whether it came back').to.have.property('code', 'invalidAnswers')
    await office.complete(again, 'Task_Verdict', officer, {
      ...say.departmentAtFault,
      recurrenceFinding: 'confirmed',
    })
    expect(await row()).to.include({ recurrence: 'confirmed' })
  })

  it('is no recurrence when the cause turns out to be another', async () => {
    await rectifiedCase(office)
    await office.passTo('2026-08-20T10:00:00+08:00')
    const other = await confirmedCase(office, { analysis: say.analysis([office.departments.market], 'B6') })
    expect((await office.parts.store.read.cases.byNumber(other))!).to.include({
      recurrence: 'no',
      recurrenceOf: null,
    })
  })

  it('is no recurrence after twelve months', async () => {
    await rectifiedCase(office)
    await office.passTo('2027-04-20T10:00:00+08:00')
    const number = await office.register()
    expect((await office.parts.store.read.cases.byNumber(number))!.recurrence).to.equal('no')
  })
})

async function rectifiedCase(office: TestOffice): Promise<string> {
  const number = await confirmedCase(office)
  await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
  await rectifyAndArchive(office, number)
  return number
}
