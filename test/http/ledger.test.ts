import { expect } from 'chai'
import readSheet from 'read-excel-file/node'
import * as say from '../features/answers.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

describe('The pages of the ledger', () => {
  let site: HttpOffice
  let officer: Visitor
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
    const { office } = site
    const { clerk, officer: by, liaison } = office.people
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    await office.complete(number, 'Task_ScopeCheck', by, say.accept)
    await office.complete(number, 'Task_Analyse', by, say.analysis([office.departments.market]))
    await office.complete(number, 'Task_ConfirmCause', liaison, say.confirmed)
    await office.complete(number, 'Task_Verdict', by, say.departmentAtFault)
    await office.register({ item: '居住证签注', department: 'unknown', window: '' })
    officer = await site.as(by)
  })
  after(() => site.close())

  const all =
    'columns=position.number.registeredAt.place.channel.reporter.contact.item.department.stage.summary.cause.verdict.verdictAt.dueOn.answeredAt.onTime.rectification.outcome.satisfaction.closedAt.remark.state'
  const hrefs = (body: string) =>
    [...body.matchAll(/<td[^>]*><a href="(\/cases[^"]*)">([^<]*)</g)].map(([, href = '', words = '']) => ({
      href: href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
      words,
    }))

  it('has every column of the office, in the order that the address says', async () => {
    const { body } = await officer.get(`/cases?${all}`)
    const heads = [...body.matchAll(/<th scope="col"[^>]*>([^<]+)</g)].map(([, label]) => label)
    expect(heads.join(' ')).to.equal(
      '序号 编号 登记时间 地点·窗口 渠道 反映人 联系方式 事项名称 涉及部门 情形 简述 原因类别 责任认定 认定时间 期限 答复/反馈时间 是否按期 整改内容 后续办理结果 满意度 办结时间 备注 办理状态',
    )
    expect(body).to.include('100****0101').and.not.include('10000000101')
    const two = await officer.get('/cases?columns=item.number')
    expect(two.body).to.match(/<th scope="col">事项名称<\/th><th scope="col">编号<\/th><\/tr>/)
  })

  it('takes columns from a form without a script, and keeps the question', async () => {
    const chosen = await officer.get(
      '/ledger/columns?cause=B&column=number&order-number=2&column=item&order-item=1&order-cause=9',
    )
    expect(chosen.location).to.equal('/cases?cause=B&columns=item.number')
  })

  it('counts group by group, and each number leads to that many cases', async () => {
    for (const by of [
      'department',
      'cause',
      'causeGroup',
      'verdict',
      'standing',
      'item',
      'place',
      'window',
      'month',
    ]) {
      const { body } = await officer.get(`/cases?group=${by}`)
      const numbers = hrefs(body)
      expect(numbers.length, by).to.be.greaterThan(3)
      for (const { href, words } of numbers) {
        const behind = await officer.get(href)
        expect(behind.status).to.equal(200)
        expect(behind.body, `${by} ${href}`).to.include(`共${words}件`)
      }
      expect(numbers.at(-2)?.words ?? '', `${by}: the last line adds up`).to.equal('2')
    }
  })

  it('keeps a question under a name, for this person alone', async () => {
    await officer.get('/cases')
    const nameless = await officer.post('/ledger/views', { name: ' ', query: 'cause=B' })
    expect(nameless.status).to.equal(422)
    expect(nameless.body)
      .to.include('请给视图起个名称')
      .and.match(/<option value="B" selected/)
    await officer.post('/ledger/views', { name: '部门原因', query: 'cause=B&after=x&evil=1' })
    const page = await officer.get('/cases?cause=B')
    expect(page.body).to.match(
      /<li class="is-current"><a href="\/cases\?cause&#x3D;B" aria-current="page">部门原因/,
    )
    await officer.post('/ledger/views', { name: '部门原因', query: 'cause=A' })
    expect((await officer.get('/cases')).body.split('部门原因</a>')).to.have.length(2)
    const other = await site.as(site.office.people.otherOfficer)
    const theirs = await other.get('/cases')
    expect(theirs.body).not.to.include('部门原因</a>')
    const [, id = ''] = /\/ledger\/views\/(\d+)\/remove/.exec((await officer.get('/cases')).body) ?? []
    await other.post(`/ledger/views/${id}/remove`)
    expect((await officer.get('/cases')).body).to.include('部门原因</a>')
    await officer.post(`/ledger/views/${id}/remove`)
    expect((await officer.get('/cases')).body).not.to.include('部门原因</a>')
  })

  it('shows each reader of an address what they may see', async () => {
    const clerk = await site.as(site.office.people.clerk)
    const elsewhere = await site.as(site.office.people.otherLiaison)
    expect((await clerk.get('/cases?group=department')).body).to.include('共2件')
    const { body } = await elsewhere.get('/cases?cause=B&department=1')
    expect(body).to.include('没有符合条件的事项')
    expect((await elsewhere.get('/cases?group=cause')).body).to.include('台账里还没有事项')
  })

  it('takes out what is seen, masked, and notes who did', async () => {
    await officer.get('/cases')
    const sheet = await officer.post('/ledger/exports', { kind: 'xlsx', query: `${all}&cause=B` })
    expect(sheet.headers.get('content-disposition')).to.include('.xlsx')
    const [sheetRead] = await readSheet(Buffer.from(sheet.bytes))
    const [, line = [], last = [], ...more] = sheetRead?.data ?? []
    expect(line[0]).to.equal(1)
    expect(line[2]).to.be.instanceOf(Date)
    expect(line.slice(5, 7)).to.deep.equal(['覃**', '100****0101'])
    expect(last[0]).to.include('officer甲于2026年4月14日（周二）09:00导出')
    expect(more, 'the other case is not of a department’s cause').to.deep.equal([])

    const words = await officer.post('/ledger/exports', { kind: 'csv', query: 'columns=item.state' })
    const [head, ...lines] = words.body.replace('\ufeff', '').trim().split('\r\n')
    expect(head).to.equal('事项名称,办理状态')
    expect(lines).to.have.length(3)
    expect(lines[0]).to.match(/^居住证签注,/)

    const log = await officer.get('/ledger/exports')
    expect(log.body)
      .to.include('officer甲')
      .and.include('已下载')
      .and.include('href="/cases?columns&#x3D;item.state"')
    const supervisor = await site.as(site.office.people.supervisor)
    expect((await supervisor.get('/ledger/exports')).body).to.include('officer甲')
    const liaison = await site.as(site.office.people.otherLiaison)
    expect((await liaison.get('/ledger/exports')).body).to.include('还没有导出过')
    expect((await liaison.get('/ledger/exports/1/file')).status).to.equal(404)
  })
})
