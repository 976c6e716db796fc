import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { pressCase } from '../../src/runtime/index.js'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

describe('提醒', function () {
  let site: HttpOffice
  let number: string
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-15T09:00:00+08:00' })
    const { officer } = site.office.people
    number = await confirmedCase(site.office)
    await site.office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
  })
  afterEach(() => site.close())

  it('say in the head of every page how many wait, and lead to what is to be done', async () => {
    const liaison = await site.as(site.office.people.liaison)
    expect((await liaison.get('/tasks')).body)
      .to.include('aria-label="提醒"')
      .and.not.include('bell-count')
    await press('请今日报整改进展')
    await press('请附上指南截图')
    const tasks = await liaison.get('/tasks')
    expect(tasks.body).to.include('aria-label="提醒，2条未读"')
    const list = await liaison.get('/notices')
    expect(list.body)
      .to.include('supervisor甲催办“部门整改”')
      .and.include('请附上指南截图')
      .and.include(number)

    const task = await site.office.task(number, 'Task_Rectify')
    const [first] = links(list.body)
    expect((await liaison.get(first!)).location).to.equal(`/tasks/${task.id}`)
    expect((await liaison.get('/notices')).body).to.include('aria-label="提醒，1条未读"')
    const page = await liaison.get(`/tasks/${task.id}`)
    expect(page.body, 'who is pressed sees it until it is done').to.include('请今日报整改进展')

    await site.office.complete(number, 'Task_Rectify', site.office.people.liaison, say.rectified)
    const [, second] = links(list.body)
    expect((await liaison.get(second!)).location, 'what is done has no more to say than its case').to.equal(
      `/cases/${number}`,
    )
  })

  it('are all read with one button, but for what has come since', async () => {
    await press('第一次')
    const liaison = await site.as(site.office.people.liaison)
    const list = await liaison.get('/notices')
    const through = /name="through" value="(\d+)"/.exec(list.body)![1]!
    await press('第二次')
    expect((await liaison.post('/notices/read', { through })).location).to.equal('/notices')
    const after = await liaison.get('/notices')
    expect(after.body).to.include('已全部标为已读').and.include('aria-label="提醒，1条未读"')
  })

  it('are nobody else’s, and empty they say what would fill them', async () => {
    await press('请办理')
    const [own] = links((await (await site.as(site.office.people.liaison)).get('/notices')).body)
    for (const stranger of ['otherLiaison', 'clerk'] as const) {
      const other = await site.as(site.office.people[stranger])
      expect((await other.get('/notices')).body)
        .to.include('还没有提醒')
        .and.not.include(number)
      expect((await other.get(own!)).status).to.equal(404)
      expect((await other.post('/notices/read', { through: '1' })).status).to.equal(404)
    }
  })

  it('tell nothing to whom a case complains about, and nothing of the citizen', async () => {
    const { officer, otherOfficer, supervisor } = site.office.people
    await site.office.complete(number, 'Task_Rectify', site.office.people.liaison, say.rectified)
    const row = (await site.office.parts.store.read.cases.byNumber(number))!
    await site.office.parts.store.transaction(unit =>
      unit.cases.update([
        { id: row.id, expectedRevision: row.revision, set: { subjectAccountId: officer.accountId } },
      ]),
    )
    await pressCase(site.office.parts, supervisor, {
      number,
      kind: 'urge',
      message: '请致电13877201234',
      submissionId: 'f',
    })
    expect(await seen(officer)).to.not.include('请致电')
    expect(await seen(otherOfficer))
      .to.include('请致电')
      .and.not.include('13877201234')
      .and.not.include('覃小梅')
  })

  function press(message: string): Promise<void> {
    return pressCase(site.office.parts, site.office.people.supervisor, {
      number,
      kind: 'urge',
      message,
      submissionId: message,
    })
  }

  async function seen(actor: Actor): Promise<string> {
    return (await (await site.as(actor)).get('/notices')).body
  }
})

function links(body: string): readonly string[] {
  return [...body.matchAll(/href="(\/notices\/\d+)"/g)].map(match => match[1]!)
}
