import { expect } from 'chai'
import { usualPeriods } from '../../src/http/forms/flow-query.js'
import { flowTimes } from '../../src/runtime/queries/flow.js'
import * as say from '../features/answers.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

describe('流程分析', () => {
  let site: HttpOffice
  let supervisor: Visitor
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
    const { office } = site
    const { clerk, officer, liaison } = office.people
    const number = await office.register()
    await office.register({ item: '居住证签注' })
    await office.passTo('2026-04-14T10:00:00+08:00')
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    await office.passTo('2026-04-14T12:00:00+08:00')
    await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
    await office.complete(number, 'Task_Analyse', officer, say.analysis([office.departments.market]))
    await office.complete(number, 'Task_ConfirmCause', liaison, say.disputed)
    supervisor = await site.as(office.people.supervisor)
  })
  after(() => site.close())

  const april = 'from=2026-04-01&to=2026-04-30'
  const rowOf = (body: string, name: string) => {
    const row = new RegExp(
      `<tr data-row>\\s*<th[^>]*>\\s*<span>${name}</span>\\s*</th>([\\s\\S]*?)</tr>`,
    ).exec(body)?.[1]
    return (row ?? '')
      .replace(/<[^>]+>/g, ' ')
      .split(/\s+/)
      .filter(Boolean)
  }

  it('counts and times each node, and each count leads to its cases', async () => {
    const { body } = await supervisor.get(`/flow?${april}`)
    expect(rowOf(body, '报送政管办')).to.deep.equal(['1件', '1小时', '1小时', '1件', '3小时'])
    expect(rowOf(body, '受理审查').slice(0, 3)).to.deep.equal(['1件', '2小时', '2小时'])
    expect(rowOf(body, '部门对原因提出异议')).to.deep.equal(['1件'])
    expect(rowOf(body, '整改核验未通过，退回部门')).to.deep.equal(['0'])
    const links = [...body.matchAll(/<a href="(\/cases\?flow[^"]+)">(?:\d+次，)?(\d+)件</g)]
    expect(links.length).to.be.greaterThan(4)
    for (const [, href = '', cases = ''] of links) {
      const page = await supervisor.get(href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
      expect(page.body, href).to.include(`共${cases}件`).and.include('另外只看').and.include('去掉这个条件')
    }
  })

  it('puts two periods side by side', async () => {
    const { body } = await supervisor.get(`/flow?${april}&againstFrom=2026-03-01&againstTo=2026-03-31`)
    expect(body).to.include('斜线后是对照的2026年3月1日至2026年3月31日')
    expect(rowOf(body, '受理审查').slice(0, 6).join(' ')).to.equal('1件 / 0 2小时 / —')
    expect(body.match(/data-bpmn-viewer/g)).to.have.length(2)
  })

  it('says when nothing happened, and when a period runs backwards', async () => {
    expect((await supervisor.get('/flow?from=2025-01-01&to=2025-01-31')).body).to.include(
      '这段时间没有办理记录',
    )
    expect((await supervisor.get('/flow?from=2026-05-01&to=2026-04-01')).body).to.include(
      '结束日期早于开始日期',
    )
    expect((await supervisor.get('/flow?from=x&againstTo=2026-13-01')).status).to.equal(200)
  })

  it('tells the diagram what to write at each node', async () => {
    const { body } = await supervisor.get(`/flow/state.json?${april}`)
    const { standing } = JSON.parse(body) as { standing: { id: string; words: string; heat: number }[] }
    const of = (id: string) => standing.find(one => one.id === id)
    expect(of('Task_HandOver')?.words).to.equal('办了1次 · 中位1小时，九成在1小时内 · 停1件')
    expect(of('Task_ScopeCheck')?.heat).to.equal(1)
    expect(of('Task_Feedback')).to.equal(undefined)
  })
})

describe('What a node took', () => {
  it('is a time that occurred: half, and nine of ten, were no longer', () => {
    const ten = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5]
    expect(flowTimes(ten)).to.deep.equal({ median: 5, ninetieth: 9, of: 10 })
    expect(flowTimes([7])).to.deep.equal({ median: 7, ninetieth: 7, of: 1 })
    expect(flowTimes([1, 2, 3])).to.deep.equal({ median: 2, ninetieth: 3, of: 3 })
  })
})

describe('The periods mostly asked for', () => {
  it('are this quarter and the last, each against the one before; the first has none', () => {
    const words = (today: string) =>
      usualPeriods(today).map(({ quarter, against }) => `${quarter} ${against?.from ?? '-'}`)
    expect(words('2026-05-06')).to.deep.equal(['2026Q2 2026-01-01', '2026Q1 2025-10-01'])
    expect(words('2021-07-02')).to.deep.equal(['2021Q3 2021-05-01', '2021Q2 -'])
    expect(words('2021-05-02')).to.deep.equal(['2021Q2 -'])
  })
})
