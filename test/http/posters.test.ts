import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'

describe('Posters', () => {
  let site: HttpOffice
  before(async () => {
    site = await openHttpOffice()
  })
  after(() => site.close())

  it('lead to the report with place and window filled in, one sheet for the hall and one for each window', async () => {
    const { people, places } = site.office
    const clerk = await site.as(people.clerk)
    expect((await clerk.get('/register')).body).to.include(`/places/${places.centre}/posters`)
    const { body } = await clerk.get(`/places/${places.centre}/posters`)
    expect(body.match(/class="sheet-page poster"/g)).to.have.lengthOf(2)
    expect(body).to.include('城中区政务服务中心 06号窗口')
    const [, address = ''] = /内容是http:\/\/[^/]+(\/\?window=\d+)/.exec(body.replaceAll('&#x3D;', '=')) ?? []
    const report = await site.citizen().get(address)
    expect(report.body).to.include('name="via" value="qr"').and.include('06号窗口”的二维码')
  })

  it('of another place are not a clerk’s; the administrator prints all', async () => {
    const { people, places } = site.office
    const ask = async (who: keyof typeof people, id: number) =>
      (await (await site.as(people[who])).get(`/places/${id}/posters`)).status
    expect(await ask('clerk', places.street)).to.equal(404)
    expect(await ask('admin', places.street)).to.equal(200)
    expect(await ask('admin', 99)).to.equal(404)
    expect(await ask('liaison', places.centre)).to.equal(403)
  })

  it('say the telephone and the hours that the administrator wrote, and leave out what nobody did', async () => {
    const { people, places } = site.office
    const admin = await site.as(people.admin)
    const at = `/admin/places/${places.centre}`
    const posters = async () => (await admin.get(`/places/${places.centre}/posters`)).body
    expect(await posters()).not.to.include('class="poster-contact"')
    expect((await admin.get('/admin/people')).body).to.include(`href="${at}"`)
    await admin.get(at)
    const wrong = await admin.post(at, { phone: '请问大厅', hours: '<b>工作日</b>' })
    expect(wrong.status).to.equal(422)
    expect(wrong.body).to.include(text('casework.place.phone')).and.include('value="请问大厅"')
    expect(
      (await admin.post(at, { phone: '0772-2000106、2000107', hours: '工作日 9:00—17:30' })).status,
    ).to.equal(303)
    expect(await posters())
      .to.include('0772-2000106、2000107')
      .and.include('工作日 9:00—17:30')
  })
})
