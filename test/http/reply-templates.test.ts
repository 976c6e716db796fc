import { expect } from 'chai'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

describe('答复模板', () => {
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => site.close())

  it('fill the form of the call by the verdict, and the office’s own wording for the cause comes first', async () => {
    const { office } = site
    const number = await confirmedCase(office, {
      answers: { guideMatch: 'same' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(number, 'Task_Verdict', office.people.officer, say.citizensPart)
    const task = await office.task(number, 'Task_PhoneReply')
    const officer = await site.as(office.people.officer)
    const before = await officer.get(`/tasks/${task.id}`)
    expect(before.body).to.match(/<textarea[^>]*name="callSaid"[^>]*>\s*您好，这里是.*出生医学证明原件/s)
    expect(before.body).to.include('还没有打过')

    const wording = { occasion: 'phone.citizen', cause: 'A1', words: '您反映的【事项】还缺：【补正清单】' }
    expect((await officer.post('/reply-templates', wording)).status).to.equal(303)
    const after = await officer.get(`/tasks/${task.id}`)
    expect(after.body).to.include('您反映的食品经营许可（新办）还缺：出生医学证明原件')
    expect((await officer.get('/reply-templates')).body)
      .to.include('A1 材料缺失')
      .and.include('officer甲')
    await officer.post('/reply-templates', { ...wording, own: '1' })
    expect((await officer.get(`/tasks/${task.id}`)).body).to.include('您好，这里是')
  })

  it('an unknown placeholder is told with what to do, and nothing typed is lost', async () => {
    const officer = await site.as(site.office.people.officer)
    await officer.get('/reply-templates')
    const refused = await officer.post('/reply-templates', {
      ...{ occasion: 'notice', cause: '', words: '您的【身份证号】是㙍🏠' },
    })
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('没有“【身份证号】”这一项').and.include('是㙍🏠')
    expect((await (await site.as(site.office.people.liaison)).get('/reply-templates')).status).to.equal(403)
  })

  it('the call’s page counts the tries as the rule does', async () => {
    const { office } = site
    const { officer } = office.people
    const number = await confirmedCase(office, {
      answers: { guideMatch: 'same' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(number, 'Task_Verdict', officer, say.citizensPart)
    const person = await site.as(officer)
    const standing = async () => {
      const task = await office.task(number, 'Task_PhoneReply')
      return (await person.get(`/tasks/${task.id}`)).body
    }
    await office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    expect(await standing()).to.include('已打1次，分1天。仍未接通的，还须再打2次，其中至少1次要在另外的日子')
    await office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    expect(await standing()).to.include('已打2次，分1天。仍未接通的，还须在另一天再打1次')
    await office.passTo('2026-04-15T09:00:00+08:00')
    await office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    const written = await office.task(number, 'Task_WrittenNotice')
    const { body } = await (await site.as(officer)).get(`/tasks/${written.id}`)
    expect(body).to.match(/<textarea[^>]*name="noticeText"[^>]*>\s*您好，您反映的.*出生医学证明原件/s)
  })
})
