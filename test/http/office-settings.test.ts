import { expect } from 'chai'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import { confirmedCase } from '../features/stages.js'
import * as say from '../features/answers.js'
import type { Visitor } from '../helpers/visitor.js'

describe('办公室设置: what the office decides for itself', () => {
  let site: HttpOffice
  let supervisor: Visitor
  beforeEach(async () => {
    site = await openHttpOffice()
    supervisor = await site.as(site.office.people.supervisor)
  })
  afterEach(() => site.close())

  const set = (group: string, values: Record<string, string>, reason = '年度审查') =>
    supervisor.post('/office-settings', { group, ...values, [`${group}Reason`]: reason })

  it('stands behind the supervisor’s name, and says each rule as it is', async () => {
    const body = (await supervisor.get('/office-settings')).body
    expect(body).to.include('分2天共拨打3次').and.include('12个月内').and.include('还没有调整过')
    expect(body).to.match(/<a href="\/office-settings" aria-current="page">/)
    expect(body).to.match(/<a href="\/processes\/\d+\/handbook">办理手册（第1版）/)
    expect((await supervisor.get('/tasks')).body).to.include('/office-settings')
    const officer = await site.as(site.office.people.officer)
    expect((await officer.get('/tasks')).body).to.not.include('/office-settings')
    expect((await officer.get('/office-settings')).status).to.equal(403)
  })

  it('refuses what makes no rule, in words, beside the field, and loses nothing', async () => {
    await supervisor.get('/office-settings')
    const far = await set('recurrence', { recurrenceMonths: '99' }, '')
    expect(far.status).to.equal(422)
    expect(far.body)
      .to.include('请填写1到36之间的整数')
      .and.include('请写明为什么调整')
      .and.include('value="99"')
    const days = await set('contact', { callTries: '2', callDays: '3' })
    expect(days.status).to.equal(422)
    expect(days.body).to.include('天数不能多于拨打的次数').and.include('value="年度审查"')
    for (const callTries of ['1', '10', '三', '', '2.5', '-3'])
      expect((await set('contact', { callTries, callDays: '1' })).status, callTries).to.equal(422)
    expect((await supervisor.get('/office-settings')).body).to.include('还没有调整过')
  })

  it('keeps who changed what and why; what is saved unchanged is no change', async () => {
    await supervisor.get('/office-settings')
    expect((await set('recurrence', { recurrenceMonths: '18' })).status).to.equal(303)
    expect((await set('recurrence', { recurrenceMonths: '18' }, '再按一次')).status).to.equal(303)
    const body = (await supervisor.get('/office-settings')).body
    expect(body).to.include('观察多少个月：12 → 18').and.include('年度审查').and.not.include('再按一次')
    expect((await supervisor.get('/patterns')).body).to.include('18个月内')
  })

  it('the rule of tries is followed by the phone’s form and the diagram, and by what went on before not', async () => {
    const { office } = site
    const { officer } = office.people
    const call = (number: string) => office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    const [before, number] = [await confirmedCase(office), await confirmedCase(office)]
    for (const one of [before, number]) await office.complete(one, 'Task_Verdict', officer, say.citizensPart)
    await call(before)
    await call(before)
    await call(number)
    await office.passTo('2026-04-15T09:00:00+08:00')
    await call(before)
    await office.task(before, 'Task_WrittenNotice')

    supervisor = await site.as(office.people.supervisor)
    await supervisor.get('/office-settings')
    expect((await set('contact', { callTries: '4', callDays: '3' })).status).to.equal(303)
    const task = await office.task(number, 'Task_PhoneReply')
    const desk = await site.as(officer)
    const body = (await desk.get(`/tasks/${task.id}`)).body
    expect(body).to.include('已打1次，分1天').and.include('还须再打3次，其中至少2次要在另外的日子')
    await call(number)
    await call(number)
    await office.task(number, 'Task_PhoneReply')
    await set('contact', { callTries: '4', callDays: '2' })
    await call(number)
    await office.task(number, 'Task_WrittenNotice')

    await set('contact', { callTries: '9', callDays: '3' })
    const notice = { noticeText: '多次电话未能接通，现书面告知。', noticeChannel: '信函' }
    await office.complete(before, 'Task_WrittenNotice', officer, notice)
    const row = (await office.parts.store.read.cases.byNumber(before))!
    expect(row.contactFailed, 'decided by the rule of its day').to.equal(true)
  })
})
