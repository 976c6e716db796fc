import { expect } from 'chai'
import { paths, pathTo } from '../../src/http/paths.js'
import { importDiagram } from '../../src/runtime/index.js'
import { databaseSum } from '../helpers/database-sum.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'
import { shippedDiagram } from '../trial/trial-plan.js'
import * as say from './answers.js'

/** The citizen is called within two working days instead of three. */
const twoDays = shippedDiagram.replace(
  /(<bpmn:timerEventDefinition id="Timer_PhoneReplyDue_definition".*?)P3D/s,
  '$1P2D',
)

describe('试运行：the administrator tries the draft before anybody has to live with it', function () {
  this.timeout(120_000)
  let site: HttpOffice
  let admin: Visitor
  let at: string
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
    await importDiagram(site.office.parts, site.office.people.admin, twoDays)
    admin = await site.as(site.office.people.admin)
  })
  after(() => site.close())

  /** Does the first open task as whoever the page shows it to. */
  const does = async (task: string, answers: object) => {
    const { body } = await admin.get(at)
    const heading = /id="task-name">([^<]+)</.exec(body)?.[1]
    expect(heading).to.equal(task)
    const sent = await admin.post(/action="([^"]+\/tasks\/\d+)"/.exec(body)?.[1] ?? '', {
      seen: /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '',
      by: /name="by" value="(\d+)"/.exec(body)?.[1] ?? '',
      ...(answers as Record<string, string>),
    })
    expect(sent.status, task).to.equal(303)
  }
  const press = async (what: string) => {
    const { body } = await admin.get(at)
    const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''
    expect((await admin.post(`${at}/act`, { act: what, seen })).status).to.equal(303)
    return (await admin.get(at)).body
  }

  it('with two days instead of three the limit falls a day earlier, the red card comes, and the real office is as it was', async () => {
    const before = await databaseSum(site.office.database)
    const editor = await admin.get(pathTo(paths.processEdit, { key: 'banbuchengshi' }))
    expect(editor.body).to.include('>试运行</a>').and.include('>对比</a>')
    const start = pathTo(paths.trialStart, { ref: 'draft-banbuchengshi' })
    expect(editor.body).to.include(`href="${start}"`)
    expect((await admin.get(start)).body).to.include('（草稿）')
    const begun = await admin.post(start, {
      ...{
        example: 'citizen',
        on: '2026-04-14',
        at: '09:00',
        item: '医保参保登记',
        department: '1',
        place: '1',
      },
      ...{ description: '没带出生医学证明原件。', contact: '10000000102' },
    })
    at = begun.location ?? ''

    await does('报送政管办', say.handOver)
    await does('受理审查', say.accept)
    await does('原因分析', { ...say.analysis([1], 'A1'), departmentsLead: '1' })
    await does('部门确认原因', say.confirmed)
    await does('责任认定', say.citizensPart)

    // confirmed on Tuesday the 14th: the second working day is the 16th, and not the 17th as it is in force
    expect((await admin.get(at)).body).to.include('2026年4月16日（周四）17:30前')
    let page = ''
    for (let jumps = 0; jumps < 4 && !page.includes('timeline-red'); jumps++) page = await press('nextMoment')
    expect(page).to.include('class="trial-now">2026年4月16日（周四）17:30')
    expect(page).to.include('timeline-red')
    expect(page, 'the supervisor has got the task that the diagram says').to.include('督办电话答复')

    const finished = await press('playOut')
    expect(finished).to.include('走到了“归档”')
    const protocol = await admin.get(`${at}/protocol`)
    expect(protocol.body).to.include('红牌').and.include('2026年4月16日（周四）17:30前').and.include('逾期')

    expect(await databaseSum(site.office.database)).to.deep.equal(before)
    expect((await site.office.parts.store.read.definitions.latest('banbuchengshi'))?.version).to.equal(1)
  })
})
