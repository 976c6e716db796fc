import { expect } from 'chai'
import { listItems } from '../../src/runtime/index.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'

describe('The pages of the register of items', () => {
  let site: HttpOffice
  before(async () => {
    site = await openHttpOffice()
    await listItems(site.office.parts, null, [
      { name: '食品经营许可（新办）', aliases: ['餐饮许可证'], departmentId: site.office.departments.market },
    ])
  })
  after(() => site.close())

  it('answer everybody who types with names and departments, and with nothing else', async () => {
    const answer = await site.citizen().get('/items/search.json?q=spjy')
    expect(JSON.parse(answer.body)).to.deep.equal({
      items: [
        {
          name: '食品经营许可（新办）',
          department: '区市场监督管理局',
          departmentId: site.office.departments.market,
        },
      ],
    })
    for (const q of ['', '%25', "'", '%00', '😀'.repeat(300)])
      expect(JSON.parse((await site.citizen().get(`/items/search.json?q=${q}`)).body), q).to.deep.equal({
        items: [],
      })
  })

  it('adopt a name that was met, show where its guide stands, and keep what was typed when it is refused', async () => {
    await site.office.register({ item: '开奶茶店的证' })
    const officer = await site.as(site.office.people.officer)
    const list = await officer.get('/items?show=met')
    const href = /href="(\/items\/\d+)">开奶茶店的证/.exec(list.body)?.[1] ?? ''
    const page = await officer.get(href)
    expect(page.body).to.include('收录进事项库')
    const revision = /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? ''
    const form = { revision, name: '饮品店开办', aliases: '', department: '', guideVersion: '2026年第1版' }

    const refused = await officer.post(href, { ...form, guideUrl: 'javascript:alert(1)' })
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('请填写以 http').and.include('value="饮品店开办"')

    const saved = await officer.post(href, { ...form, guideUrl: 'https://zwfw.example.cn/yp' })
    expect(saved).to.include({ status: 303, location: href })
    const shown = await officer.get(href)
    expect(shown.body).to.include('href="https://zwfw.example.cn/yp"').and.include('2026年第1版')
    expect(shown.body).to.include('开奶茶店的证')
  })

  it('take a list from a spreadsheet, and say which lines are wrong', async () => {
    const officer = await site.as(site.office.people.supervisor)
    await officer.get('/items/import')
    const wrong = await officer.post('/items/import', { list: '高龄津贴申领\t没有的局\n低保' })
    expect(wrong.status).to.equal(422)
    expect(wrong.body).to.include('第1行').and.include('没有的局').and.include('低保')
    const right = await officer.post('/items/import', {
      list: '高龄津贴申领\t区市场监督管理局\t老年津贴\n低保|',
    })
    expect(right.status).to.equal(303)
    expect((await officer.get('/items')).body)
      .to.include('已收录2个事项')
      .and.include('低保')
    expect((await officer.get('/items?q=gljt')).body)
      .to.include('高龄津贴申领')
      .and.not.include('低保')
  })

  it('let others read but not write', async () => {
    const clerk = await site.as(site.office.people.clerk)
    const list = await clerk.get('/items')
    expect(list.body).to.include('食品经营许可（新办）').and.not.include('批量收录')
    const href = /href="(\/items\/\d+)">食品经营许可（新办）/.exec(list.body)?.[1] ?? ''
    expect((await clerk.get(href)).body).to.not.include('name="revision"')
    expect((await clerk.post(href, { name: 'x' })).status).to.equal(403)
  })

  it('offer the register in the clerk’s form, as a plain list where no script runs', async () => {
    const clerk = await site.as(site.office.people.clerk)
    const { body } = await clerk.get('/register')
    expect(body).to.match(/<input[^>]*id="item"[^>]*list="item-names"/)
    expect(body)
      .to.include('<option value="食品经营许可（新办）">')
      .and.include('data-item-box="/items/search.json"')
  })
})
