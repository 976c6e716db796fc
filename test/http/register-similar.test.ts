import { expect } from 'chai'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

const told = '材料按办事指南备齐，窗口要求另交房东声明，指南里没有这一条，前后跑了三趟。'

describe('While a clerk registers', () => {
  let site: HttpOffice
  let clerk: Visitor
  let earlier: string
  beforeEach(async () => {
    site = await openHttpOffice()
    earlier = await site.office.register({ description: told })
    clerk = await site.as(site.office.people.clerk)
  })
  afterEach(() => site.close())

  const form = (more: Record<string, string> = {}) => ({
    ...{ submissionId: '', item: '食品经营许可 (新办)', department: '1', contact: '100 0000 0101' },
    description: '指南上没写，窗口非要房东声明才收材料。',
    ...more,
  })
  const register = async (more: Record<string, string> = {}) => {
    const page = await clerk.get('/register')
    const submissionId = /name="submissionId" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    return clerk.post('/register', form({ submissionId, ...more }))
  }
  const look = async (more: Record<string, string> = {}) => {
    await clerk.get('/register')
    return (await clerk.post('/register/similar', form(more))).body
  }
  const registered = (location: string | null) => /\d{4}-\d{5}-\d/.exec(location ?? '')?.[0] ?? ''

  it('the same person’s open case is offered to be merged, with how often they came', async () => {
    expect(await look())
      .to.include('这个电话近一年已登记1件')
      .and.include(`value="merge ${earlier}"`)
    expect(await look({ contact: '10000000199' }))
      .to.include(`value="link ${earlier}"`)
      .and.not.include('merge ')
  })

  it('other persons’ cases of other items are found by what they tell', async () => {
    const body = await look({
      item: '开小吃店',
      contact: '10000000199',
      description: '窗口要求另交房东声明，指南里没有这一条。',
    })
    expect(body)
      .to.include(`value="link ${earlier}"`)
      .and.match(/相似度\d+%/)
    expect(
      await look({ item: '开小吃店', contact: '10000000199', description: '网上打不开，一直转圈。' }),
    ).to.include('没有找到同一人的事项')
  })

  it('a choice made there merges or links the new case at once', async () => {
    const merged = await register({ together: `merge ${earlier}` })
    const number = registered(merged.location)
    const row = (await site.office.parts.store.read.cases.byNumber(number))!
    expect(row.endEvent).to.equal('End_Merged')
    expect((await clerk.get(`/cases/${number}`)).body).to.include(`并入事项${earlier}`)

    const page = await clerk.get('/register')
    const submissionId = /name="submissionId" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const twice = form({ submissionId, together: `merge ${earlier}` })
    const [once, again] = [await clerk.post('/register', twice), await clerk.post('/register', twice)]
    expect(again.location, 'pressed twice').to.equal(once.location)
    expect((await clerk.get(again.location ?? '')).body).to.include(`并入事项${earlier}`)

    const linked = await register({ contact: '10000000199', together: `link ${earlier}` })
    const other = registered(linked.location)
    expect((await clerk.get(`/cases/${other}`)).body).to.include(`与事项${earlier}关联`)
  })

  it('what cannot be merged is registered all the same, and said', async () => {
    const answer = await register({ contact: '10000000199', together: `merge ${earlier}` })
    expect(answer.status).to.equal(303)
    expect((await clerk.get(answer.location ?? '')).body).to.include('没能与事项')
    const nonsense = await register({ contact: '10000000198', together: "merge ' or 1=1" })
    expect(nonsense.status).to.equal(303)
  })

  it('without a script a button looks, and the form keeps every word', async () => {
    const page = await register({ then: 'check' })
    expect(page.status).to.equal(200)
    expect(page.body).to.include(`value="merge ${earlier}"`).and.include('窗口非要房东声明才收材料')
  })

  it('a case of another place is counted but not shown', async () => {
    await site.office.register({
      ...{ place: String(site.office.places.street), window: '', contact: '10000000177' },
      description: '别处的经过，谁也不给看。',
    })
    const body = await look({ contact: '10000000177', item: '别的', description: '别处的经过，谁也不给看。' })
    expect(body).to.include('已登记1件').and.not.include('谁也不给看').and.not.include('merge ')
  })
})
