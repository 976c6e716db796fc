import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { paths, pathTo } from '../../src/http/paths.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'
import { diagramFile } from '../helpers/visitor.js'

const shipped = readFileSync(path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'), 'utf8')
const key = 'banbuchengshi'
const deployPath = pathTo(paths.processDeploy, { key })

/** The department has two working days instead of one. */
const twoDays = withConfirmLimit('P2D')
/** And is told of by a field more. */
const withField = twoDays.replace(
  '<camunda:formField id="handOverNote"',
  '<camunda:formField id="contactResult" label="联系结果" type="string"><camunda:validation><camunda:constraint name="required"/></camunda:validation></camunda:formField>$&',
)

describe('The administrator owns the diagram', function () {
  this.timeout(120_000)
  let site: HttpOffice
  let admin: Visitor
  beforeEach(async () => {
    site = await openHttpOffice()
    admin = await site.as(site.office.people.admin)
  })
  afterEach(() => site.close())

  it('a limit is changed in a draft, looked at, deployed with a reason: the next case runs by it, the running one does not', async () => {
    const { office } = site
    const before = await caseAtDepartment()
    const saved = await save(admin, withField, 0)
    expect(saved.status).to.equal(200)
    expect(await inForce()).to.equal(1)

    const page = await admin.get(deployPath)
    expect(page.body).to.include('『部门确认原因』时限由1个工作日改为2个工作日')
    expect(page.body).to.include('『报送政管办』新增必填字段『联系结果』（单行文字）')
    expect(page.body).to.include('有1件在办案件正处于受影响的环节')

    const without = await admin.post(deployPath, { revision: '1', reason: ' ' })
    expect(without.status).to.equal(422)
    expect(without.body).to.include('请写明发布的原因')
    expect(await inForce()).to.equal(1)

    const done = await admin.post(deployPath, { revision: '1', reason: '按新标准，部门确认改为两个工作日' })
    expect(done.status, done.body).to.equal(303)
    expect(await inForce()).to.equal(2)
    const version = await admin.get(done.location ?? '')
    expect(version.body).to.include('按新标准，部门确认改为两个工作日')

    const after = await caseAtDepartment({ contactResult: '已联系' })
    expect(await confirmDue(before)).to.equal('2026-04-15')
    expect(await confirmDue(after)).to.equal('2026-04-16')

    // and where the first stands nothing has changed
    await office.complete(before, 'Task_ConfirmCause', office.people.liaison, { confirmation: 'confirmed' })
    expect((await office.open(before)).map(({ activityId }) => activityId)).to.include('Task_Verdict')
  })

  it('sent twice, it is deployed once', async () => {
    await save(admin, twoDays, 0)
    await admin.get(deployPath)
    const first = await admin.post(deployPath, { revision: '1', reason: '改时限' })
    const second = await admin.post(deployPath, { revision: '1', reason: '改时限' })
    expect(second.location).to.equal(first.location)
    expect(await inForce()).to.equal(2)
  })

  it('of two who draw at once the later is told, and neither loses anything', async () => {
    const other = await site.as(await secondAdmin())
    expect((await save(admin, twoDays, 0)).revision).to.equal(1)
    const late = await save(other, withConfirmLimit('P3D'), 0)
    expect(late.status).to.equal(409)
    expect(late).to.include({ by: 'admin甲', revision: 1 })

    // the other keeps theirs as the newest, and the first’s is still there to be had
    expect((await save(other, withConfirmLimit('P3D'), 1)).revision).to.equal(2)
    const history = await admin.get(pathTo(paths.processHistory, { key }))
    expect(history.body).to.include('第1次').and.to.include('第2次').and.to.include('admin乙')
    // only what is not the newest can be restored
    const id = /name="id" value="(\d+)"/.exec(history.body)?.[1] ?? ''
    await admin.post(pathTo(paths.processRestore, { key }), { id })
    const draft = await admin.get(pathTo(paths.processDraftXml, { key }))
    expect(draft.body).to.equal(twoDays)
  })

  it('a draft that was changed while the page was open is not deployed, and the reason is still there', async () => {
    await save(admin, twoDays, 0)
    await admin.get(deployPath)
    await save(admin, withField, 1)
    const refused = await admin.post(deployPath, { revision: '1', reason: '按新标准' })
    expect(refused.status).to.equal(409)
    expect(refused.body).to.include('又有修改').and.to.include('按新标准').and.to.include('联系结果')
    expect(await inForce()).to.equal(1)
  })

  it('a discarded draft is no longer there, and can be taken back', async () => {
    await save(admin, twoDays, 0)
    await admin.get(paths.processes)
    await admin.post(pathTo(paths.processDiscard, { key }), { revision: '1' })
    expect((await admin.get(deployPath)).body).to.include('没有可发布的草稿')
    const history = await admin.get(pathTo(paths.processHistory, { key }))
    const id = /name="id" value="(\d+)"/.exec(history.body)?.[1] ?? ''
    await admin.post(pathTo(paths.processRestore, { key }), { id })
    expect((await admin.get(deployPath)).body).to.include('时限由1个工作日改为2个工作日')
  })

  it('an earlier version is made current again, as a version of its own', async () => {
    await deployed(twoDays)
    const again = await admin.post(pathTo(paths.processCurrent, { id: 1 }), { reason: '新标准暂缓' })
    expect(again.status, again.body).to.equal(303)
    expect(await inForce()).to.equal(3)
    const latest = await site.office.parts.store.read.definitions.latest(key)
    expect(latest?.xml).to.equal(shipped)
    expect(latest?.reason).to.equal('新标准暂缓')
    const kinds = (await historyOfProcesses()).map(({ kind }) => kind)
    expect(kinds.slice(0, 2)).to.deep.equal(['process.restored', 'process.deployed'])
  })

  describe('with four eyes', () => {
    let second: Actor
    let other: Visitor
    beforeEach(async () => {
      second = await secondAdmin()
      other = await site.as(second)
      await admin.get(paths.processes)
      await admin.post(paths.processRules, { fourEyes: 'on' })
      await save(admin, twoDays, 0)
      await admin.get(deployPath)
      await admin.post(deployPath, { revision: '1', reason: '按新标准' })
    })

    it('one proposes and cannot approve; nobody changes it meanwhile; the other approves', async () => {
      expect(await inForce()).to.equal(1)
      const own = await admin.post(pathTo(paths.processDecide, { key }), { decision: 'approve' })
      expect(own.status).to.equal(403)
      expect(await inForce()).to.equal(1)
      const frozen = await save(other, withField, 1)
      expect(frozen.status).to.equal(423)
      expect(frozen.message).to.include('审批期间不能修改')

      expect((await other.get(deployPath)).body).to.include('批准并发布第2版')
      const done = await other.post(pathTo(paths.processDecide, { key }), { decision: 'approve' })
      expect(done.status, done.body).to.equal(303)
      expect(await inForce()).to.equal(2)
      const twice = await other.post(pathTo(paths.processDecide, { key }), { decision: 'approve' })
      expect(twice.status).to.equal(409)
      expect(await inForce()).to.equal(2)
      const kinds = (await historyOfProcesses()).map(({ kind }) => kind)
      expect(kinds).to.include.members(['process.fourEyes', 'process.proposed', 'process.approved'])
    })

    it('the other returns it with a reason, and it is changed and proposed again', async () => {
      await other.get(deployPath)
      const mute = await other.post(pathTo(paths.processDecide, { key }), { decision: 'return' })
      expect(mute.status).to.equal(422)
      expect(mute.body).to.include('请写明退回的理由')
      await other.post(pathTo(paths.processDecide, { key }), { decision: 'return', reason: '依据不足' })
      expect(await inForce()).to.equal(1)
      expect((await save(admin, withField, 1)).revision).to.equal(2)
      const history = await admin.get(pathTo(paths.processHistory, { key }))
      expect(history.body).to.include('已退回').and.to.include('依据不足')
    })

    it('the proposer may take it back; an earlier version cannot be made current past the other', async () => {
      await admin.get(deployPath)
      await admin.post(pathTo(paths.processDecide, { key }), { decision: 'withdraw' })
      expect((await save(admin, withField, 1)).status).to.equal(200)
      const alone = await admin.post(pathTo(paths.processCurrent, { id: 1 }), { reason: '恢复' })
      expect(alone.status).to.equal(403)
    })
  })

  it('four eyes need two', async () => {
    await admin.get(paths.processes)
    const refused = await admin.post(paths.processRules, { fourEyes: 'on' })
    expect(refused.status).to.equal(409)
    expect(refused.body).to.include('至少两个')
  })

  it('a job that nobody here does keeps a draft from being deployed, and is named', async () => {
    const quarter = await site.office.parts.store.read.definitions.latest('quarterly-report')
    const unserved = (quarter?.xml ?? '').replace('report.freeze', 'report.fax')
    const saved = await save(admin, unserved, 0, 'quarterly-report')
    expect(saved.status).to.equal(200)
    expect(saved.problems?.[0]).to.include({ rule: 'known-topic', severity: 'error' })
    const page = pathTo(paths.processDeploy, { key: 'quarterly-report' })
    expect((await admin.get(page)).body)
      .to.include('report.fax')
      .and.not.to.include('name="reason"')
    const refused = await admin.post(page, { revision: '1', reason: '试' })
    expect(refused.status).to.equal(422)
    expect(await inForce('quarterly-report')).to.equal(1)
  })

  it('a step that nobody could do today is a warning to be read before deploying', async () => {
    const { parts, people } = site.office
    await parts.store.transaction(unit =>
      unit.accounts.update([{ id: people.leader.accountId, set: { active: false } }]),
    )
    const quarter = await parts.store.read.definitions.latest('quarterly-report')
    await save(admin, (quarter?.xml ?? '').replace('P3D', 'P4D'), 0, 'quarterly-report')
    const page = pathTo(paths.processDeploy, { key: 'quarterly-report' })
    expect((await admin.get(page)).body).to.include('没有启用的这类账号')
    const unread = await admin.post(page, { revision: '1', reason: '延长' })
    expect(unread.status).to.equal(422)
    expect(unread.body).to.include('已看过').and.to.include('延长')
    const read = await admin.post(page, { revision: '1', reason: '延长', warningsRead: 'yes' })
    expect(read.status, read.body).to.equal(303)
  })

  it('a file of another process begins a new one; a hostile file is refused with its reason', async () => {
    await admin.get(paths.processImport)
    const foreign = shipped.replaceAll('"banbuchengshi"', '"complaints"')
    const made = await admin.upload(paths.processImport, { pasted: '' }, [
      diagramFile(new TextEncoder().encode(foreign)),
    ])
    expect(made.location).to.equal(pathTo(paths.processDeploy, { key: 'complaints' }))
    expect((await admin.get(paths.processes)).body).to.include('新流程，尚未发布')
    expect((await admin.get(made.location ?? '')).body).to.include('这是一个新的流程')

    const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    const refused = await admin.upload(paths.processImport, { pasted: '' }, [
      diagramFile(new TextEncoder().encode(bomb)),
    ])
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('DOCTYPE')
    const huge = await admin.upload(paths.processImport, { pasted: '' }, [
      diagramFile(new Uint8Array(5 * 1024 * 1024)),
    ])
    expect(huge.status).to.equal(413)
    const empty = await admin.upload(paths.processImport, { pasted: '' }, [diagramFile(new Uint8Array(0))])
    expect(empty.status).to.equal(422)
    expect(empty.body).to.include('请选择文件')
  })

  it('the handbook says what the diagram says, to everybody', async () => {
    await deployed(twoDays)
    const officer = await site.as(site.office.people.officer)
    const old = await officer.get(pathTo(paths.handbook, { id: 1 }))
    expect(old.body).to.include('现行的是第2版')
    const { id = 0 } = (await site.office.parts.store.read.definitions.latest(key)) ?? {}
    const { status, body } = await officer.get(pathTo(paths.handbook, { id }))
    expect(status).to.equal(200)
    expect(body).to.include('部门联络员，每个“涉及部门（主办在前）”各办一份')
    expect(body).to.include('1个工作日未答复视为确认（内部）：2个工作日，内部管理时限')
    expect(body).to.include('依据方案三(三)')
    expect(body).to.include('须与“责任认定”、“原因分析”的经办人不同')
  })

  async function save(who: Visitor, xml: string, revision: number, of = key): Promise<SaveAnswer> {
    const page = await who.get(paths.processes)
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const answer = await who.send(
      pathTo(paths.processDraft, { key: of }),
      JSON.stringify({ xml, revision }),
      {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-CSRF-Token': token,
      },
    )
    return { ...(JSON.parse(answer.body) as Omit<SaveAnswer, 'status'>), status: answer.status }
  }

  async function deployed(xml: string): Promise<void> {
    await save(admin, xml, 0)
    await admin.get(deployPath)
    const done = await admin.post(deployPath, { revision: '1', reason: '改时限' })
    expect(done.status, done.body).to.equal(303)
  }

  async function inForce(of = key): Promise<number> {
    return (await site.office.parts.store.read.definitions.latest(of))?.version ?? 0
  }

  async function secondAdmin(): Promise<Actor> {
    const { store, clock } = site.office.parts
    const [accountId = 0] = await store.transaction(unit =>
      unit.accounts.insert([
        {
          username: 'admin2',
          passwordHash: '',
          displayName: 'admin乙',
          role: 'admin',
          placeId: null,
          departmentId: null,
          active: true,
          createdAt: clock.now(),
        },
      ]),
    )
    return { ...site.office.people.admin, accountId, name: 'admin乙' }
  }

  async function caseAtDepartment(more: Record<string, unknown> = {}): Promise<string> {
    const { office } = site
    const number = await office.register()
    const { clerk, officer } = office.people
    await office.complete(number, 'Task_HandOver', clerk, {
      citizenConfirmed: '已在纸质情况说明表上签字',
      ...more,
    })
    await office.complete(number, 'Task_ScopeCheck', officer, { scope: 'accept' })
    await office.complete(number, 'Task_Analyse', officer, {
      departments: [office.departments.market],
      cause: 'B2',
      causeText: '指南里没有房东声明',
    })
    return number
  }

  async function confirmDue(number: string): Promise<string | undefined> {
    const { store } = site.office.parts
    const row = await store.read.cases.byNumber(number)
    const deadlines = await store.views.caseDeadlines(row?.id ?? 0)
    return deadlines.find(({ activityId }) => activityId === 'Timer_ConfirmDue')?.dueOn
  }

  async function historyOfProcesses() {
    return site.office.parts.store.read.history.ofProcesses(100)
  }
})

interface SaveAnswer {
  readonly status: number
  readonly revision?: number
  readonly by?: string
  readonly message?: string
  readonly problems?: readonly { readonly rule: string; readonly severity: string }[]
}

function withConfirmLimit(value: string): string {
  const at = shipped.indexOf('id="Timer_ConfirmDue_definition"')
  const from = shipped.indexOf('P1D', at)
  return shipped.slice(0, from) + value + shipped.slice(from + 3)
}
