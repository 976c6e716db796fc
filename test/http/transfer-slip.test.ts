import { expect } from 'chai'
import * as say from '../features/answers.js'
import { analysedCase } from '../features/stages.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

describe('转办单', () => {
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-15T09:00:00+08:00' })
  })
  afterEach(() => site.close())

  it('tells a department what is put to it and by when, with lines for the pen and nothing of the citizen', async () => {
    const number = await analysedCase(site.office)
    const officer = await site.as(site.office.people.officer)
    const slip = `/cases/${number}/transfer`
    expect((await officer.get(`/cases/${number}`)).body).to.include(`href="${slip}">转办单`)
    const { body } = await officer.get(slip)
    for (const words of [
      '事项转办单',
      number,
      '食品经营许可（新办）',
      '区市场监督管理局',
      '主办',
      '签收人：',
    ])
      expect(body).to.include(words)
    expect(body)
      .to.include('核实情况和意见')
      .and.include('1个工作日未答复视为确认（内部）：2026年4月16日（周四）17:30前')
    expect(body).to.not.include('覃').and.not.include('10000000101').and.not.include('0101')
  })

  it('says afterwards what the department said', async () => {
    const number = await analysedCase(site.office)
    await site.office.complete(number, 'Task_ConfirmCause', site.office.people.liaison, say.disputed)
    const liaison = await site.as(site.office.people.liaison)
    const { body } = await liaison.get(`/cases/${number}/transfer`)
    expect(body).to.include('有异议：系群众填报错误。').and.not.include('核实情况和意见')
  })

  it('is there for the departments it is put to and the office alone, and not before it is put to any', async () => {
    const { people } = site.office
    const [put, unput] = [await analysedCase(site.office), await site.office.register()]
    const officer = await site.as(people.officer)
    expect((await officer.get(`/cases/${unput}/transfer`)).status).to.equal(404)
    expect((await officer.get(`/cases/${unput}`)).body).to.not.include('/transfer')
    const clerk = await site.as(people.clerk)
    expect((await clerk.get(`/cases/${put}/transfer`)).status).to.equal(403)
    expect((await clerk.get(`/cases/${put}`)).body).to.not.include('/transfer"')
    expect((await (await site.as(people.otherLiaison)).get(`/cases/${put}/transfer`)).status).to.equal(404)
  })
})
