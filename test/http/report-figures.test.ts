import { expect } from 'chai'
import { completeTask, reportPage, workOff } from '../../src/runtime/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import type { Actor } from '../../src/casework/actor.js'
import * as say from '../features/answers.js'
import { analysedCase, confirmedCase, rectifyAndArchive } from '../features/stages.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

const learning = learningAdvance()

/** Numbers on a page that lead to their cases. */
const figureLinks = (body: string) =>
  [...body.matchAll(/<a href="(\/reports\/[^"]+\/cases\?[^"]+)">([\d,]+)(?:<small>件<\/small>)?<\/a>/g)].map(
    ([, href = '', number = '']) => ({
      href: href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
      number: Number(number.replaceAll(',', '')),
    }),
  )

describe('Every figure of a report', () => {
  let site: HttpOffice
  let officer: Actor
  // one office for all: the stories only look, until the last one lets the quarter end
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00', advance: learning })
    const { office } = site
    officer = office.people.officer
    const fault = await confirmedCase(office)
    await office.complete(fault, 'Task_Verdict', officer, say.departmentAtFault)
    await rectifyAndArchive(office, fault)
    const called = await confirmedCase(office, {
      answers: { guideMatch: 'same', contact: '10000000103', item: '医保参保登记' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(called, 'Task_Verdict', officer, say.citizensPart)
    await office.complete(called, 'Task_PhoneReply', officer, say.answered)
    await analysedCase(office, { answers: { contact: '10000000106', item: '居住证签注', guideRead: '' } })
  })
  after(() => site.close())

  /** Follows each of them, and counts the lines of the page it leads to. */
  const followAll = async (address: string, by = officer) => {
    const browser = await site.as(by)
    const links = figureLinks((await browser.get(address)).body)
    expect(links.length).to.be.above(60)
    const seen = new Map<string, number>()
    for (const { href, number } of links) {
      const lines = seen.get(href) ?? ((await browser.get(href)).body.match(/<tr data-row>/g) ?? []).length
      seen.set(href, lines)
      expect(lines, href).to.equal(number)
    }
  }

  it('of the running quarter leads to exactly the cases that it counts', async () => {
    await followAll('/reports/2026Q2')
  })

  it('says what it counts and for what, with the case behind', async () => {
    const { body } = await (await site.as(officer)).get('/reports/2026Q2/cases?figure=repliedInTime')
    expect(body).to.include('按期答复：1件').and.include('3日按期答复率的分子')
    expect(body).to.include('期限2026年4月21日，2026年4月14日答复')
    expect(body).to.match(/<a href="\/cases\/2026-\d+-\d">/)
    expect(body).not.to.include('10000000103')
  })

  it('that there is not leads nowhere', async () => {
    const browser = await site.as(officer)
    for (const asked of [
      '',
      '?figure=x',
      '?figure=consultations',
      '?figure=received&by=x',
      '?figure=received&by=place&value=77',
    ])
      expect((await browser.get(`/reports/2026Q2/cases${asked}`)).status, asked).to.equal(404)
    expect((await browser.get('/reports/2026Q2?version=3')).status).to.equal(404)
  })

  it('is drawn in charts that hold nothing but themselves', async () => {
    const browser = await site.as(officer)
    const { body } = await browser.get('/reports/2026Q2')
    const charts = [...body.matchAll(/<img src="([^"]+\.svg)"/g)].map(([, src = '']) => src)
    expect(charts).to.have.length(6)
    for (const src of charts) {
      const chart = await browser.get(src)
      expect(chart.status).to.equal(200)
      expect(chart.body)
        .to.match(/^<svg /)
        .and.not.match(/<style|<script| style=|href=/)
    }
    expect((await browser.get('/reports/2026Q2/charts/x.svg')).status).to.equal(404)
  })

  it('goes out in files that hide people, say who took them, and are closed to windows', async () => {
    const { people, parts } = site.office
    const browser = await site.as(officer)
    const text = await browser.get('/reports/2026Q2/files/csv')
    expect(text.body).to.include('覃**').and.include('100****0101').and.not.include('10000000101')
    expect(text.body).to.match(/2026年第二季度（未固化），officer甲于[^,]+导出，姓名、电话已隐去部分内容/)
    expect((await browser.get('/reports/2026Q2/files/docx')).body.slice(0, 2)).to.equal('PK')
    expect((await browser.get('/reports/2026Q2/files/pdf')).status).to.equal(404)
    expect((await (await site.as(people.clerk)).get('/reports/2026Q2/files/csv')).status).to.equal(403)
    const early = await (await site.as(people.leader)).get('/reports/2026Q2/files/csv')
    expect(early.status, 'a leader before it is frozen').to.equal(404)
    expect(await parts.store.read.reports.all()).to.deep.equal([])
  })

  it('of a draft, and of a frozen report, leads to exactly those', async () => {
    const { office } = site
    await office.passTo('2026-07-01T09:00:00+08:00')
    await followAll('/reports/2026Q2')
    await step(officer, { sectionOverview: '总体情况' })
    await step(office.people.supervisor, { approved: 'true' })
    await office.passTo('2026-07-01T09:05:00+08:00')
    // whatever happens afterwards
    await office.register({ contact: '10000000188' })
    await followAll('/reports/2026Q2', office.people.leader)
  })

  async function step(by: Actor, body: Record<string, string>) {
    const { parts } = site.office
    const [task] = (await reportPage(parts, by, '2026Q2')).openTasks
    await completeTask(parts, by, { taskId: task!.id, revision: task!.revision, body })
    await workOff(parts)
  }
})
