import { expect } from 'chai'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'

describe('The page of what keeps coming', () => {
  let site: HttpOffice
  before(async () => {
    site = await openHttpOffice()
    await site.office.register()
    await site.office.register({ contact: '10000000102', item: '食品经营许可 (新办)' })
    await site.office.register({
      contact: '10000000103',
      place: String(site.office.places.street),
      window: '',
    })
    await site.office.register({ item: '居住证签注', department: 'unknown' })
  })
  after(() => site.close())

  const look = async (who: keyof HttpOffice['office']['people'], query = '') => {
    const person = await site.as(site.office.people[who])
    return (await person.get(`/patterns${query}`)).body
  }

  it('counts over places and ways of writing, and each figure leads to exactly its cases', async () => {
    const body = await look('officer')
    expect(body).to.include('3件').and.include('城中区政务服务中心（2件）、潭中街道政务服务中心（1件）')
    expect(body).to.include('原因尚未分析').and.not.include('居住证签注')
    const href = (/class="pattern-count"><a href="([^"]+)"/.exec(body)?.[1] ?? '')
      .replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=')
    const officer = await site.as(site.office.people.officer)
    const ledger = (await officer.get(href)).body
    expect(ledger.match(/<tr data-row/g)).to.have.length(3)
    expect(ledger).to.include('只看一个事项的反映').and.include('name="item"')
  })

  it('draws a bar a month without a style written into the page, and says each in words', async () => {
    const body = await look('officer')
    expect(body.match(/<rect [^>]*>/g)).to.have.length(12)
    expect(body).to.include('<title>2026年4月：3件</title>').and.include('<title>2026年3月：0件</title>')
    expect(body).to.not.match(/ style=/)
  })

  it('keeps to the cases that its reader may see, to a period and to a department', async () => {
    expect(await look('clerk'))
      .to.include('城中区政务服务中心（2件）')
      .and.not.include('潭中街道政务服务中心（')
    expect(await look('otherLiaison')).to.include('没有反复出现的问题')
    expect(await look('officer', '?from=2025-01-01&to=2025-12-31')).to.include('没有反复出现的问题')
    expect(await look('officer', `?department=${site.office.departments.housing}`)).to.include(
      '没有反复出现的问题',
    )
    expect(await look('officer', '?from=0001-01-01&to=9999-12-31')).to.include('3件')
  })

  it('says how long a rectification is watched, and leads the supervisor to where it is set', async () => {
    expect(await look('officer'))
      .to.include('12个月内')
      .and.not.include('/office-settings')
    expect(await look('supervisor')).to.include('/office-settings#recurrence')
  })
})
