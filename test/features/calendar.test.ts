import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { remindUnannounced } from '../../src/runtime/index.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'
import * as say from './answers.js'
import { confirmedCase } from './stages.js'

const announced2027 = new URL('./fixtures/calendar-2027.csv', import.meta.url)

describe('The calendar of the office', function () {
  this.timeout(60_000)
  let site: HttpOffice
  let admin: Visitor
  const openOn = async (start: string) => {
    site = await openHttpOffice({ start })
    admin = await site.as(site.office.people.admin)
    await admin.get('/admin/calendar')
  }
  afterEach(() => site.close())

  /** A case of the department’s, and the day promised to the citizen as their own page shows it. */
  const promised = async () => {
    const number = await confirmedCase(site.office)
    await site.office.complete(number, 'Task_Verdict', site.office.people.officer, say.departmentAtFault)
    return number
  }
  const citizenSees = async (number: string) => {
    const citizen = site.citizen()
    await citizen.get('/track')
    const found = await citizen.post('/track', { number, tail: '0101' })
    return wordsOf(await citizen.get(found.location ?? ''))
  }
  const arrange = (fields: Record<string, string>) =>
    admin.post('/admin/calendar/days', { until: '', seen: '', ...fields })
  /** Looks at what would move, confirms it, and lets the work be done. */
  const confirm = async (reason: string): Promise<{ preview: string; result: string }> => {
    const year = await admin.get('/admin/calendar')
    const change = /href="(\/admin\/calendar\/changes\/\d+)"/.exec(year.body)?.[1] ?? ''
    const preview = await admin.get(change)
    const hidden = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(preview.body)?.[1] ?? ''
    const fields = { revision: hidden('revision'), version: hidden('version'), reason }
    expect((await admin.post(`${change}/confirm`, fields)).location).to.equal(change)
    expect((await admin.get(change)).body)
      .to.include('正在重算')
      .and.to.include('http-equiv="refresh"')
    expect((await admin.post(`${change}/confirm`, fields)).location, 'a second click').to.equal(change)
    await site.office.passTo(site.office.clock.now())
    return { preview: wordsOf(preview), result: wordsOf(await admin.get(change)) }
  }

  it('makes the 暂定 date of case 20 certain when the State Council announces 2027 and it is imported', async () => {
    await openOn('2026-12-21T10:00:00+08:00')
    const number = await promised()
    expect(await citizenSees(number))
      .to.include('2027年1月4日')
      .and.to.include('暂定')
    expect(wordsOf(await admin.get('/admin/calendar/provisional'))).to.include(number)

    await admin.get('/admin/calendar/import')
    const table = await readFile(announced2027, 'utf8')
    const sent = await admin.post('/admin/calendar/import', { table, extent: 'whole' })
    expect(sent.location).to.match(/^\/admin\/calendar\/changes\/\d+$/)
    const { preview, result } = await confirm('国务院办公厅公布2027年放假安排')
    expect(preview)
      .to.include(number)
      .and.to.include('2027年1月4日（周一）（暂定）')
      .and.to.include('2027年1月5日')
    expect(preview).to.include(
      '季度工作情况报告：由2027年1月1日（周五）08:30改为2027年1月4日（周一）08:30开始',
    )
    expect(result).to.include('已生效').and.to.include(number)

    const citizen = await citizenSees(number)
    expect(citizen).to.include('2027年1月5日').and.to.include('元旦放假').and.not.to.include('暂定')
    const officer = await site.as(site.office.people.officer)
    expect(wordsOf(await officer.get(`/cases/${number}`))).to.include(
      '原因：工作日历更新，期限重算：国务院办公厅公布2027年放假安排',
    )
    expect(wordsOf(await admin.get('/admin/calendar/provisional'))).to.include('没有暂定的期限')
    expect(wordsOf(await admin.get('/admin/calendar/versions'))).to.include('第2版')
  })

  it('is corrected where a make-up day was entered on the wrong Saturday', async () => {
    await openOn('2026-04-28T10:00:00+08:00')
    const number = await promised()
    expect(await citizenSees(number), '9 May is made up').to.include('2026年5月14日')
    const made = { kind: 'work', scope: 'national', name: '劳动节', source: '国办通知（测试）' }
    await arrange({ ...made, date: '2026-05-16' })
    const gone = await arrange({
      date: '2026-05-09',
      kind: 'plain',
      scope: 'national',
      name: '',
      source: '更正',
    })
    expect(gone.location).to.equal('/admin/calendar?year=2026')
    const { preview } = await confirm('调休上班日录错，更正')
    expect(preview).to.include('2026年5月9日（周六）劳动节调休上班周末休息')
    expect(await citizenSees(number)).to.include('2026年5月15日')
  })

  it('has a local day off for a typhoon over Guangxi’s, and takes it back when the storm turns away', async () => {
    await openOn('2026-04-14T10:00:00+08:00')
    const number = await promised()
    const before = '2026年4月30日'
    expect(await citizenSees(number)).to.include(before)
    const storm = { kind: 'rest', scope: 'local', name: '台风停工', source: '防汛指挥部通知（测试）' }
    await arrange({ ...storm, date: '2026-04-21', until: '2026-04-22' })
    const { result } = await confirm('台风停工两天')
    expect(await citizenSees(number))
      .to.include('2026年5月7日')
      .and.to.include('台风停工放假')
    expect(result).to.include('改回原来的安排')

    const change = /changes\/\d+/.exec((await admin.get('/admin/calendar/versions')).body)?.[0] ?? ''
    await admin.get(`/admin/calendar/${change}`)
    await admin.post(`/admin/calendar/${change}/again`)
    await confirm('台风转向，照常上班')
    expect(await citizenSees(number)).to.include(before)
  })

  it('says by line what it cannot read, keeps what was pasted, and asks about what is unlikely', async () => {
    await openOn('2026-11-24T10:00:00+08:00')
    await admin.get('/admin/calendar/import')
    const table = '日期,类型,范围,名称,依据\n2027-02-30,休,全国,元旦,文\n'
    const wrong = await admin.post('/admin/calendar/import', { table, extent: 'whole' })
    expect(wrong.status).to.equal(422)
    expect(wordsOf(wrong)).to.include('第2行：日期“2027-02-30”读不出来').and.to.include('2027-02-30,休,全国')

    const short = (await readFile(announced2027, 'utf8')).replaceAll(/.*(国庆节|端午).*\n/g, '')
    const sent = await admin.post('/admin/calendar/import', { table: short, extent: 'whole' })
    const preview = await admin.get(sent.location ?? '')
    expect(wordsOf(preview)).to.include('2027年没有“端午节”的放假').and.to.include('这样不行，请先改正')
    expect(preview.body, 'and is not to be confirmed').not.to.include('确认保存，')
  })

  it('keeps what was typed into the form of a day, and says what is missing beside each field', async () => {
    await openOn('2026-04-14T10:00:00+08:00')
    const typed = {
      date: '2026-04-21',
      until: '2026-04-20',
      kind: 'rest',
      scope: 'local',
      name: '台风停工',
      source: '',
    }
    const wrong = await arrange(typed)
    expect(wrong.status).to.equal(422)
    expect(wordsOf(wrong)).to.include('最后一天不能早于第一天').and.to.include('请填写依据的文件和文号')
    expect(wrong.body).to.include('value="台风停工"').and.to.include('value="2026-04-20"')
    for (const date of ['2026-02-30', '1999-01-01', '', 'x'])
      expect((await arrange({ ...typed, date, until: '' })).status, date).to.equal(422)
  })

  it('reminds the administrator from November on of the year that is missing: weekly, then daily, each once', async () => {
    await openOn('2026-10-30T10:00:00+08:00')
    const remind = async (day: string) => {
      site.office.clock.set(`${day}T09:00:00+08:00`)
      const given = await remindUnannounced(site.office.parts)
      expect(await remindUnannounced(site.office.parts), 'once').to.deep.equal([])
      return given
    }
    expect(await remind('2026-10-30')).to.deep.equal([])
    expect(await remind('2026-11-01'), 'a Sunday').to.deep.equal([])
    expect(await remind('2026-11-02')).to.deep.equal([2027])
    expect(await remind('2026-11-03'), 'the same week').to.deep.equal([])
    expect(await remind('2026-11-10'), 'the next, on its second day').to.deep.equal([2027])
    expect(await remind('2026-12-01')).to.deep.equal([2027])
    expect(await remind('2026-12-02')).to.deep.equal([2027])
    admin = await site.as(site.office.people.admin)
    expect(wordsOf(await admin.get('/tasks'))).to.include('2027年的放假安排还没有录入')
    const officer = await site.as(site.office.people.officer)
    expect(wordsOf(await officer.get('/tasks'))).not.to.include('放假安排还没有录入')
  })
})

/** What a page says, its tags and blanks taken out. */
function wordsOf({ body }: Answer): string {
  return body.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]+>|\s+/g, '')
}
