import { expect } from 'chai'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'
import * as say from './answers.js'

describe('A supervisor asks the ledger where it is slow, and passes the answer on', () => {
  let site: HttpOffice
  let supervisor: Visitor
  let late: string
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
    const { office } = site
    const { clerk, officer, liaison } = office.people
    const analysed = async (item: string) => {
      const number = await office.register({ item })
      await office.complete(number, 'Task_HandOver', clerk, say.handOver)
      await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
      await office.complete(number, 'Task_Analyse', officer, say.analysis([office.departments.market]))
      await office.complete(number, 'Task_ConfirmCause', liaison, say.confirmed)
      return number
    }
    // Given one that is explained in time, and one whose rectification comes back once and whose ten days pass
    const explained = await analysed('居住证签注')
    await office.complete(explained, 'Task_Verdict', officer, say.citizensPart)
    await office.complete(explained, 'Task_PhoneReply', officer, say.answered)
    late = await analysed('食品经营许可（新办）')
    await office.complete(late, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(late, 'Task_Rectify', liaison, say.rectified)
    await office.complete(late, 'Task_Verify', officer, say.returned)
    await office.passTo('2026-05-20T09:00:00+08:00')
    supervisor = await site.as(office.people.supervisor)
  })
  after(() => site.close())

  it('finds what is late, by a question that is an address', async () => {
    const { body } = await supervisor.get('/cases?onTime=late')
    expect(body).to.include(`/cases/${late}`).and.include('共1件')
  })

  it('sees that rectifications came back, and the case behind the number', async () => {
    const { body } = await supervisor.get('/flow?from=2026-04-01&to=2026-06-30')
    const [, href = ''] = /href="([^"]*flow&#x3D;rectificationReturned[^"]*)">1件/.exec(body) ?? []
    const behind = await supervisor.get(href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
    expect(behind.body).to.include(`/cases/${late}`).and.include('2026年6月30日 整改被退回的')
  })

  it('keeps the question, and gives the address to the department, which sees its own cases by it', async () => {
    const query = 'onTime=late&columns=number.item.onTime'
    await supervisor.get(`/cases?${query}`)
    const saved = await supervisor.post('/ledger/views', { name: '逾期的', query })
    expect(saved.location).to.equal(`/cases?${query}`)
    const liaison = await site.as(site.office.people.liaison)
    expect((await liaison.get(`/cases?${query}`)).body)
      .to.include(late)
      .and.include('<span>逾期</span>')
    const other = await site.as(site.office.people.otherLiaison)
    expect((await other.get(`/cases?${query}`)).body)
      .to.include('没有符合条件的事项')
      .and.not.include(late)
  })

  it('takes it out with its own name in it, and that is on record', async () => {
    await supervisor.get('/cases?onTime=late')
    const file = await supervisor.post('/ledger/exports', {
      kind: 'csv',
      query: 'onTime=late&columns=number.reporter',
    })
    const lines = file.body.replace('\ufeff', '').trim().split('\r\n')
    expect(lines.slice(0, 2)).to.deep.equal(['编号,反映人', `${late},覃**`])
    expect(lines[2]).to.include('supervisor甲于2026年5月20日')
    expect((await supervisor.get('/ledger/exports')).body).to.include('supervisor甲')
  })
})
