import { expect } from 'chai'
import { paths, pathTo } from '../../src/http/paths.js'
import { importDiagram } from '../../src/runtime/index.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'
import { shippedDiagram } from '../trial/trial-plan.js'

describe('The pages of a trial', function () {
  this.timeout(120_000)
  let site: HttpOffice
  let admin: Visitor
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
    admin = await site.as(site.office.people.admin)
  })
  after(() => site.close())

  const start = pathTo(paths.trialStart, { ref: 1 })
  const report = {
    ...{ example: 'citizen', on: '2026-04-14', at: '09:00' },
    ...{ item: '医保参保登记', department: '1', place: '1', description: '没带出生证明。' },
    contact: '10000000102',
  }
  const begin = async (by = admin) => {
    await by.get(start)
    const { location } = await by.post(start, report)
    return location ?? ''
  }
  const act = (at: string, fields: Record<string, string>) => admin.post(`${at}/act`, fields)
  /** What the form of the first task sends along. */
  const firstForm = async (at: string) => {
    const { body } = await admin.get(at)
    const [, task = ''] = /\/tasks\/(\d+)"/.exec(body) ?? []
    const [, by = ''] = /name="by" value="(\d+)"/.exec(body) ?? []
    return { task, by, seen: /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '' }
  }

  it('offer five made-up cases, ready to be edited', async () => {
    const page = await admin.get(`${start}?case=citizen`)
    for (const words of ['群众责任', '部门责任', '双方都有责任', '客观原因', '不属受理范围'])
      expect(page.body).to.include(words)
    expect(page.body).to.include('没带出生医学证明原件').and.include('value="2026-04-14"')
  })

  it('say what is wrong with the report or the day, and keep what was typed', async () => {
    await admin.get(start)
    const refused = await admin.post(start, { ...report, contact: '12', item: '很特别的事项' })
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('很特别的事项').and.include('id="contact-error"')
    const noDay = await admin.post(start, { ...report, on: '2026-02-30' })
    expect(noDay.status).to.equal(422)
    expect(noDay.body).to.include('请选一个日期')
    const tooFar = await admin.post(start, { ...report, on: '2066-01-01' })
    expect(tooFar.body).to.include('请选三年以内的日期')
  })

  it('list the errors of a draft in the place of the form, with the way back to the editor', async () => {
    const broken = shippedDiagram.replaceAll('candidateGroups="officer"', 'candidateGroups="boss"')
    await importDiagram(site.office.parts, site.office.people.admin, broken)
    const page = await admin.get(pathTo(paths.trialStart, { ref: 'draft-banbuchengshi' }))
    expect(page.status).to.equal(200)
    expect(page.body)
      .to.match(/这份流程图有\d+处错误/)
      .and.include('boss')
      .and.not.include('开始试运行</button>')
    expect(page.body).to.include(pathTo(paths.processEdit, { key: 'banbuchengshi' }))
    const refused = await admin.post(pathTo(paths.trialStart, { ref: 'draft-banbuchengshi' }), report)
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('boss')
  })

  it('say that no case walks the quarter’s report', async () => {
    const page = await admin.get(pathTo(paths.trialStart, { ref: 'draft-quarterly-report' }))
    expect(page.body).to.include('不是事项的办理流程')
    expect((await admin.get(pathTo(paths.trialStart, { ref: '99' }))).status).to.equal(404)
  })

  it('show the form as the person sees it, with the example’s answers on request, and take it as theirs', async () => {
    const at = await begin()
    const first = await admin.get(at)
    expect(first.body).to.include('下面就是窗口专员甲看到的表单').and.include('2026年4月14日（周二）09:00')
    const { task, by, seen } = await firstForm(at)
    const missing = await admin.post(`${at}/tasks/${task}`, { seen, by, handOverNote: '当面说的' })
    expect(missing.status).to.equal(422)
    expect(missing.body).to.include('id="citizenConfirmed-error"').and.include('当面说的')
    expect(missing.body).to.include('如果不该这样要求，请到编辑器里改这张表单')
    const filled = await admin.get(`${at}?task=${task}&as=${by}&example=1`)
    expect(filled.body).to.match(/value="已在纸质情况说明表上签字" (checked|selected)/)
    const done = await admin.post(`${at}/tasks/${task}`, {
      seen,
      by,
      citizenConfirmed: '已在纸质情况说明表上签字',
    })
    expect(done.status).to.equal(303)
    const next = await admin.get(done.location ?? '')
    expect(next.body).to.include('受理审查').and.include('流程自己记下')
    const state = JSON.parse((await admin.get(`${at}/state.json`)).body) as { standing: { id: string }[] }
    expect(state.standing.map(({ id }) => id)).to.deep.equal(['Task_ScopeCheck'])
    expect((await admin.get(`${at}/diagram.bpmn`)).body).to.equal(shippedDiagram)
  })

  it('turn the clock forward only, and back by taking steps back', async () => {
    const at = await begin()
    await admin.get(at)
    const past = await act(at, { act: 'toTime', clockOn: '2026-04-13', clockAt: '09:00', seen: '0' })
    expect(past.status).to.equal(422)
    expect(past.body).to.include('试运行的时间只能往后走')
    await act(at, { act: 'workingDay', seen: '0' })
    expect((await admin.get(at)).body).to.include('class="trial-now">2026年4月15日（周三）09:00')
    const twice = await act(at, { act: 'workingDay', seen: '0' })
    expect(twice.status, 'the page it came from saw no step yet').to.equal(409)
    expect(twice.body).to.include('在别处已经往下走了一步').and.include('2026年4月15日（周三）09:00')
    await act(at, { act: 'nextMoment', seen: '1' })
    expect((await admin.get(at)).body).to.match(/红牌|黄牌/)
    await act(at, { act: 'back', seen: '2' })
    await act(at, { act: 'again', seen: '1' })
    expect((await admin.get(at)).body).to.include('class="trial-now">2026年4月14日（周二）09:00')
  })

  it('let the citizen add words and withdraw, with a reason', async () => {
    const at = await begin()
    await admin.get(at)
    const wordless = await act(at, { act: 'supplement', seen: '0', citizenWords: ' ' })
    expect(wordless.status).to.equal(422)
    expect(wordless.body).to.include('请写下要补充的内容')
    await act(at, { act: 'supplement', seen: '0', citizenWords: '又去了一趟' })
    expect((await act(at, { act: 'withdraw', seen: '1' })).body).to.include('请选一个原因')
    await act(at, { act: 'withdraw', seen: '1', citizenReason: 'solved' })
    const ended = await admin.get(at)
    expect(ended.body).to.include('走到了“').and.include('又去了一趟').and.include('事情已经办成了')
    const sheet = await admin.get(`${at}/protocol`)
    expect(sheet.body).to.include('流程试运行记录').and.include('没有写入台账').and.include('又去了一趟')
  })

  it('are of nobody but the administrator who began it, and offer another where it is gone', async () => {
    const at = await begin()
    const { office } = site
    const [id = 0] = await office.parts.store.transaction(unit =>
      unit.accounts.insert([
        {
          ...{ username: 'admin2', passwordHash: '', displayName: '另一位', role: 'admin', active: true },
          ...{ placeId: null, departmentId: null, createdAt: office.clock.now() },
        },
      ]),
    )
    const other = await site.as({ ...office.people.admin, accountId: id })
    expect((await other.get(at)).status).to.equal(404)
    const theirs = await begin(other)
    expect((await other.get(theirs)).status).to.equal(200)
    expect((await admin.get(at)).status, 'theirs is not mine').to.equal(200)
    const left = await act(at, { act: 'leave', seen: '0' })
    expect(left.status).to.equal(303)
    const gone = await admin.get(at)
    expect(gone.status).to.equal(404)
    expect(gone.body).to.include('这次试运行已经不在了').and.include(`href="${start}"`)
  })
})
