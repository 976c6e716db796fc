import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { addPeople } from '../../src/runtime/index.js'
import { confirmedCase } from '../features/stages.js'
import * as say from '../features/answers.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice } from './browser-office.js'
import { readCase } from './pages/case.js'
import { report } from './pages/citizen-report.js'
import { fill } from './pages/form.js'
import { register } from './pages/register.js'
import { signIn } from './pages/sign-in.js'
import { doTask, tasksOf } from './pages/tasks.js'
import { rectifyToArchive } from './pages/rectify.js'
import { lookUp } from './pages/track.js'
import { redRows } from './pages/watch.js'

// The first two of the twenty cases that the house is measured by, played through the pages alone.
describe('The work of the office, in a real browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())
  beforeEach(async () => {
    site = await openBrowserOffice(browser)
  })
  afterEach(() => site.close())

  /** The numbers of the cases that the supervisor sees under red, once each. */
  const redNumbers = async (width: number) => {
    const supervisor = await site.at(width, site.office.people.supervisor)
    const rows = await redRows(supervisor)
    await supervisor.leave()
    return [...new Set(rows.flatMap(row => /\d{4}-\d{5}-\d/.exec(row)?.[0] ?? []))]
  }
  const passTo = (instant: string) => site.office.passTo(instant)

  it('takes a licence refused for want of a paper that no guide names from the report to the archive', async () => {
    const { officer: officerActor, liaison: liaisonActor } = site.office.people
    const citizen = await site.citizen(phone)
    const number = await report(citizen, [
      { '没办成的是什么事？': '食品经营许可（新办）' },
      {
        '您是怎么申请的？': '到现场窗口',
        '在哪个地点办的？': '城中区政务服务中心',
        '几号窗口？': '06号窗口',
      },
      { '这件事归哪个部门管？': '区市场监督管理局' },
      { '事情卡在哪一步？': '窗口或系统没有收件（未受理）' },
      { '为这件事，前后跑了几趟？': '3' },
      { '去办之前，看过办事指南吗？': '看过网上的' },
      { '窗口（或网上系统）要求的，和办事指南写的一样吗？': '比指南多要了材料或手续' },
      { 请把经过写下来: '材料按办事指南备齐，窗口要求另交房东声明，指南里没有这一条，前后跑了三趟。' },
      {}, // no photos
      { '您是为谁办事？': '个体工商户', '您的姓名，或单位名称': '覃小梅' },
      { 请留一个能打通的电话: '10000000101' },
    ])
    expect(await lookUp(citizen, number, '0101')).to.include('食品经营许可（新办）')

    let officer = await site.at(desk, officerActor)
    let liaison = await site.at(desk, liaisonActor)
    await doTask(officer, number, '受理审查', { 审查结论: '受理：属“办不成事”情形' })
    await doTask(officer, number, '原因分析', {
      '涉及部门（主办在前）': '区市场监督管理局',
      主要原因: 'B2 指南外要求（隐形壁垒）',
      原因说明: '窗口另要房东声明，实施清单没有。',
    })
    const confirming = await readCase(officer, number)
    expect(confirming.standing.join()).to.include('区市场监督管理局')
    expect(confirming.finished).to.include.members(['Task_ScopeCheck', 'Task_Analyse'])

    await doTask(liaison, number, '部门确认原因', { 本部门意见: '确认：原因属实' })
    await doTask(officer, number, '责任认定', {
      责任认定: '部门责任：清单、流程、政策落实等',
      认定理由: '指南以外的要求。',
      存在隐形壁垒: '是',
    })
    expect(await lookUp(citizen, number, '0101'), 'ten working days, over 三月三').to.include('4月30日')

    await Promise.all([officer.leave(), liaison.leave()])
    await passTo('2026-04-16T10:00:00+08:00')
    officer = await site.at(desk, officerActor)
    liaison = await site.at(desk, liaisonActor)
    await rectifyToArchive(number, { liaison, officer })

    const archived = await readCase(officer, number)
    expect(archived.words).to.include('归档')
    expect(archived.finished).to.include.members([
      'Task_Rectify',
      'Task_Verify',
      'Task_Feedback',
      'End_Archived',
    ])
    expect(archived.standing).to.deep.equal([])
    expect(await tasksOf(officer, number)).to.deep.equal([])
    expect(await lookUp(citizen, number, '0101')).to.include('该要求已取消')
    await Promise.all([citizen, officer, liaison].map(person => person.leave()))
  })

  it('takes an insurance that lacked one paper from the window to the phone call and the archive', async () => {
    const { departments, places, people } = site.office
    await addPeople(site.office.parts, [
      account('chuangkou', '覃晓兰', { role: 'clerk', placeId: places.street, departmentId: null }),
      account('yibao', '陆雪', { role: 'liaison', placeId: null, departmentId: departments.medical }),
    ])
    const [clerk, liaison] = [await site.at(desk, null), await site.at(desk, null)]
    await signIn(clerk, 'chuangkou', password)
    await signIn(liaison, 'yibao', password)
    const officer = await site.at(desk, people.officer)

    const number = await register(clerk, {
      事项名称: '城乡居民基本医疗保险参保登记',
      涉及部门: '区医疗保障局',
      跑了几趟: '1',
      情形: '未受理',
      看过办事指南: '没看过',
      窗口要求与指南: '一致',
      经过: '给刚出生的孩子办医保，没带出生医学证明原件，窗口没有收件。',
      联系电话: '10000000102',
      姓名或单位名称: '韦国强',
    })
    await doTask(clerk, number, '报送政管办', { 群众确认方式: '已在纸质情况说明表上签字' })
    await doTask(officer, number, '受理审查', { 审查结论: '受理：属“办不成事”情形' })
    await doTask(officer, number, '原因分析', {
      '涉及部门（主办在前）': '区医疗保障局',
      主要原因: 'A1 材料缺失',
      原因说明: '缺出生医学证明原件。',
    })
    await doTask(liaison, number, '部门确认原因', { 本部门意见: '确认：原因属实' })
    await doTask(officer, number, '责任认定', {
      责任认定: '群众责任：办件要素不齐全',
      认定理由: '办事指南写明须交原件。',
      '缺少的每一项，办事指南都已写明': '是',
      群众需补正的清单: '出生医学证明原件',
    })
    await doTask(officer, number, '电话答复并解释', {
      通话结果: '接通',
      解释的内容: '请带出生医学证明原件到窗口办理。',
      群众是否理解: '是',
    })
    await doTask(officer, number, '协调后续办理', { 办理结果: '已办成' })
    await doTask(officer, number, '回访与评价', { 群众满意度: '满意' })

    const archived = await readCase(officer, number)
    expect(archived.finished).to.include.members(['Task_HandOver', 'Task_PhoneReply', 'End_Archived'])
    const citizen = await site.citizen(phone)
    expect(await lookUp(citizen, number, '0102')).to.include('出生医学证明原件')
    await Promise.all([clerk, liaison, officer, citizen].map(person => person.leave()))
  })

  it('shows the supervisor a red card when the third and the tenth working day have passed', async () => {
    const { officer, supervisor: actor } = site.office.people
    const call = await confirmedCase(site.office, {
      answers: { guideMatch: 'same', contact: '10000000103', item: '居住证签注' },
      analysis: say.analysis([site.office.departments.market], 'A1'),
    })
    await site.office.complete(call, 'Task_Verdict', officer, say.citizensPart)
    const mend = await confirmedCase(site.office, { answers: { contact: '10000000104' } })
    await site.office.complete(mend, 'Task_Verdict', officer, say.departmentAtFault)

    expect(await redNumbers(desk)).to.deep.equal([])
    // 15, 16, then 三月三: 17 and 20 are off, the weekend between them; 21 is the third
    await passTo('2026-04-21T17:29:00+08:00')
    expect(await redNumbers(desk)).to.deep.equal([])
    await passTo('2026-04-21T17:31:00+08:00')
    expect(await redNumbers(desk)).to.deep.equal([call])
    await passTo('2026-04-30T17:31:00+08:00')
    expect(await redNumbers(desk)).to.have.members([call, mend])
    expect(await redNumbers(phone)).to.have.members([call, mend])

    const supervisor = await site.at(desk, actor)
    expect(await tasksOf(supervisor, mend)).to.include('督办整改反馈')
    await supervisor.leave()
  })

  it('lets a leader read the quarter’s report on a phone and acknowledge it', async () => {
    const { parts, people } = site.office
    await passTo('2026-07-01T09:00:00+08:00')
    const officer = await site.at(desk, people.officer)
    await officer.open('/reports')
    await officer.follow(() => officer.page.getByRole('link', { name: '2026年第二季度' }).click())
    await officer.follow(() => officer.page.getByRole('link', { name: '去办理：汇总' }).click())
    await officer.follow(() => officer.page.getByRole('button', { name: '提交', exact: true }).click())
    const supervisor = await site.at(phone, people.supervisor)
    await supervisor.open('/reports/2026Q2')
    await supervisor.follow(() => supervisor.page.getByRole('link', { name: '去办理：审核' }).click())
    await fill(supervisor.page, { 是否同意报送: '是' })
    await supervisor.follow(() => supervisor.page.getByRole('button', { name: '提交', exact: true }).click())
    await passTo('2026-07-01T09:05:00+08:00')
    await officer.open('/reports/2026Q2')
    await officer.follow(() => officer.page.getByRole('link', { name: '去办理：报送领导小组' }).click())
    await fill(officer.page, { 报送方式: '纸质文件' })
    await officer.follow(() => officer.page.getByRole('button', { name: '提交', exact: true }).click())

    const leader = await site.at(phone, people.leader)
    await leader.open('/reports')
    await leader.follow(() => leader.page.getByRole('link', { name: '2026年第二季度' }).click())
    expect(await leader.page.locator('main').innerText()).to.include('实行零报告')
    await leader.follow(() => leader.page.getByRole('link', { name: '去办理：签收' }).click())
    await fill(leader.page, { 批示或意见: '已阅，请继续保持。' })
    await leader.follow(() => leader.page.getByRole('button', { name: '提交', exact: true }).click())
    const report = await parts.store.read.reports.latest('2026Q2')
    expect(await parts.store.read.reports.acknowledgements(report!.id)).to.have.length(1)
    await Promise.all([officer, supervisor, leader].map(person => person.leave()))
  })
})

const password = 'a long pass phrase'

function account(
  username: string,
  displayName: string,
  rest: { role: 'clerk' | 'liaison'; placeId: number | null; departmentId: number | null },
) {
  return { username, displayName, password, ...rest }
}
