import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { casePage, changeOfficeSettings } from '../../src/runtime/index.js'
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
      recurrenceReason: '还是要同一份声明',
    })
    expect(await row()).to.include({ recurrence: 'confirmed' })
  })

  it('comes back after eleven months, and who decides sees what was put right then beside what is told now', async () => {
    const first = await rectifiedCase(office)
    await office.passTo('2027-03-10T10:00:00+08:00')
    const again = await office.register()
    const page = async (who: Actor) => casePage(office.parts, who, again)
    const { earlier, detail } = await page(office.people.officer)
    expect(detail.recurrence, 'flagged at intake').to.equal('suspected')
    expect(earlier).to.include({ number: first })
    expect(earlier?.rectifications.map(one => one.afterText)).to.deep.equal([say.rectified.after])
    expect((await page(office.people.liaison)).earlier?.number, 'the department’s own').to.equal(first)
  })

  it('is dismissed by a person, who says why', async () => {
    await rectifiedCase(office)
    await office.passTo('2026-08-20T10:00:00+08:00')
    const again = await confirmedCase(office)
    const verdict = { ...say.departmentAtFault, recurrenceFinding: 'dismissed' }
    const silent = await office
      .complete(again, 'Task_Verdict', office.people.officer, verdict)
      .catch((error: unknown) => error)
    expect(silent).to.have.nested.property('fields.recurrenceReason')
    const reason = { recurrenceReason: '这次要的是另一份材料' }
    await office.complete(again, 'Task_Verdict', office.people.officer, { ...verdict, ...reason })
    const { detail } = await casePage(office.parts, office.people.officer, again)
    expect(detail.recurrence).to.equal('dismissed')
    expect(detail.facts).to.include(reason)
  })

  it('is watched as long as the office says, and the reason for another span is kept', async () => {
    const { supervisor } = office.people
    const set = (recurrenceMonths: string, reason: string) =>
      changeOfficeSettings(office.parts, supervisor, { values: { recurrenceMonths }, reason })
    await rectifiedCase(office)
    for (const months of ['0', '37', 'x', ''])
      expect(await set(months, '试').catch((e: unknown) => e), months).to.have.nested.property(
        'fields.recurrenceMonths',
      )
    await set('14', '年度审查要求')
    await office.passTo('2027-05-20T10:00:00+08:00')
    const number = await office.register()
    expect((await office.parts.store.read.cases.byNumber(number))!.recurrence).to.equal('suspected')
  })

  it('is no recurrence when the cause turns out to be another', async () => {
    await rectifiedCase(office)
    await office.passTo('2026-08-20T10:00:00+08:00')
    const other = await confirmedCase(office, { analysis: say.analysis([office.departments.market], 'B6') })
    expect((await office.parts.store.read.cases.byNumber(other))!).to.include({
      recurrence: 'no',
      recurrenceOf: null,
    })
    const page = await casePage(office.parts, office.people.officer, other)
    expect(page.links, 'what it looked like at intake is forgotten').to.deep.equal([])
  })

  it('is no recurrence after thirteen months', async () => {
    await rectifiedCase(office)
    await office.passTo('2027-05-20T10:00:00+08:00')
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
