import { expect } from 'chai'
import { casePage } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase, rectifyAndArchive } from './stages.js'

describe('Both sides are at fault: the citizen’s part is explained within three days while the ten days run', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-05-11T09:00:00+08:00' })
  })
  afterEach(() => office.close())

  it('case 8 carries both promises, and is done when both are kept', async () => {
    const { officer } = office.people
    const number = await confirmedCase(office, {
      answers: { guideMatch: 'same' },
      analysis: say.analysis([office.departments.market], 'C3', 'A4'),
    })
    await office.complete(number, 'Task_Verdict', officer, say.bothAtFault)
    const page = await casePage(office.parts, officer, number)
    const promises = page.deadlines.filter(deadline => deadline.promise !== null)
    expect(promises.map(({ promise, dueOn }) => [promise, dueOn])).to.deep.equal([
      ['phoneReply', '2026-05-14'],
      ['feedback', '2026-05-25'],
    ])

    await office.complete(number, 'Task_PhoneReply', officer, say.answered)
    // the department’s part goes on alone
    expect((await office.open(number)).map(task => task.activityId)).to.deep.equal(['Task_Rectify'])
    await rectifyAndArchive(office, number)
    expect((await office.parts.store.read.cases.byNumber(number))!).to.include({
      verdict: 'mixed',
      endEvent: 'End_Archived',
    })
  })
})
