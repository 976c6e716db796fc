import { expect } from 'chai'
import * as say from '../features/answers.js'
import { paths } from '../../src/http/paths.js'
import { discloseContact, signIn, signTrail } from '../../src/runtime/index.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import { asAttacker } from '../helpers/tampering.js'
import type { Visitor } from '../helpers/visitor.js'

describe('审计', () => {
  let site: HttpOffice
  let number: string
  let auditor: Visitor
  before(async () => {
    site = await openHttpOffice()
    const { parts, people, clock } = site.office
    number = await site.office.register()
    clock.set('2026-04-15T10:00:00+08:00')
    await discloseContact(parts, people.officer, { number, reason: '回拨13812345678核对身份' })
    await signIn(parts, { username: 'officer', password: 'no', address: '10.0.0.7' }).catch(() => undefined)
    await signTrail(parts)
    auditor = await site.as(people.supervisor)
  })
  after(() => site.close())

  const page = async (query = '') => (await auditor.get(`${paths.trail}${query}`)).body

  it('tells who did and who looked at what, the newest first, without what must not be read there', async () => {
    const body = await page()
    expect(body).to.include('查看姓名、电话或材料').and.include('登记反映').and.include(`/cases/${number}`)
    expect(body.indexOf('查看姓名、电话或材料')).to.be.below(body.indexOf('登记反映'))
    expect(body).to.not.include('13812345678').and.not.include('覃小梅').and.not.include('10000000101')
  })

  it('names the case and the step to the auditor, who is led to no page that is closed to them', async () => {
    const { people } = site.office
    await site.office.complete(number, 'Task_HandOver', people.clerk, say.handOver)
    const { body } = await (await site.as(people.auditor)).get(paths.trail)
    expect(body).to.include(number).and.include('报送政管办')
    expect(body).to.not.include(`href="/cases/${number}`)
  })

  it('is asked by person, by kind, by day and by case', async () => {
    const { officer, clerk } = site.office.people
    const ofClerk = await page(`?who=${clerk.accountId}`)
    expect(ofClerk).to.include('登记反映').and.not.include('<strong>查看姓名')
    expect(await page(`?who=${officer.accountId}&what=look`))
      .to.include('<strong>查看姓名')
      .and.not.include('<strong>登记')
    expect(await page('?from=2026-04-15&what=case')).to.not.include('<strong>登记反映')
    expect(await page('?to=2026-04-14&what=case')).to.include('<strong>登记反映')
    expect(await page(`?number=${number}`))
      .to.include('<strong>登记反映')
      .and.not.include('<strong>发布流程')
    expect(await page('?number=B2026-99999-9')).to.include('没有这样的记录')
  })

  it('notes a sign-in that failed under the account it was for, with where it came from and no password', async () => {
    await site.office.parts.store.transaction(unit =>
      unit.accounts.insert([
        {
          ...{ username: 'guessed', passwordHash: 'x', displayName: '某人', role: 'officer', active: true },
          createdAt: site.office.clock.now(),
        },
      ]),
    )
    await signIn(site.office.parts, { username: 'guessed', password: 'secret!', address: '10.0.0.8' }).catch(
      () => undefined,
    )
    const body = await page('?what=account')
    expect(body)
      .to.include('登录失败')
      .and.include('来自10.0.0.8')
      .and.include('某人')
      .and.not.include('secret!')
  })

  it('is taken away as a file that says who took it, and that is in the trail', async () => {
    const { status, body } = await auditor.get(paths.trailCsv)
    expect(status).to.equal(200)
    const [mark, head, ...lines] = body.trim().split('\r\n')
    expect(mark).to.include(`导出人：${site.office.people.supervisor.name}`)
    expect(head).to.equal('时间,人员,类别,事项编号,说明')
    expect(lines.length).to.be.above(5)
    expect(body).to.not.include('13812345678')
    expect(await page('?what=export')).to.include('导出审计记录')
  })

  it('hands out the signed head, and verifies on a click', async () => {
    const head = await auditor.get(paths.trailHead)
    expect(JSON.parse(head.body)).to.have.keys('position', 'hash', 'at', 'keyId', 'signature')
    expect((await auditor.post(paths.trailVerify)).body).to.include('留痕完好')
    expect(await page('?what=trail')).to.include('核验留痕')
    await asAttacker(site.office.database, knex => knex('disclosure').update({ reason: '无' }))
    const { body } = await auditor.post(paths.trailVerify)
    expect(body).to.include('发现1处问题').and.include('被改动：查看个人信息记录 1')
  })

  it('goes through all of it page by page, and nothing comes twice', async () => {
    const { store, clock } = site.office.parts
    const entry = { at: clock.now(), kind: 'process.moved' }
    await store.transaction(async unit => {
      await unit.history.append(Array.from({ length: 70 }, () => entry))
      await unit.accesses.record(Array.from({ length: 70 }, () => ({ ...entry, kind: 'account.signedOut' })))
    })
    const filter = { actorId: null, area: null, from: null, until: null, caseNumber: null }
    const whole = await store.views.trailLines(filter, { after: null, limit: 10_000 })
    const seen: string[] = []
    for (let after = null as typeof whole.next; ;) {
      const { rows, next } = await store.views.trailLines(filter, { after, limit: 50 })
      seen.push(...rows.map(({ part, id }) => `${part}${id}`))
      if (next === null) break
      after = next
    }
    expect(seen).to.deep.equal(whole.rows.map(({ part, id }) => `${part}${id}`))
    expect(new Set(seen).size).to.equal(seen.length)
  })
})
