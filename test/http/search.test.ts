import { expect } from 'chai'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'

describe('The search box', () => {
  let site: HttpOffice
  let number: string
  before(async () => {
    site = await openHttpOffice()
    number = await site.office.register({ description: '窗口另要房东声明<b>，回拨13812345678。' })
    await site.office.register({
      item: '居住证签注',
      department: String(site.office.departments.housing),
      contact: '10000000155',
      description: '签注跑了两趟没办成。',
    })
  })
  after(() => site.close())

  const find = async (who: keyof HttpOffice['office']['people'], words: string) => {
    const person = await site.as(site.office.people[who])
    return person.get(`/search?q=${encodeURIComponent(words)}`)
  }

  it('finds by two characters of the text and marks them; what looks like a private number stays hidden', async () => {
    const { body } = await find('clerk', '房东')
    expect(body).to.include(`href="/cases/${number}"`).and.include('<mark>房东</mark>声明&lt;b&gt;')
    expect(body).to.not.include('13812345678').and.not.include('居住证')
  })

  it('finds a person by name and number for who may look them up, and says why without saying them', async () => {
    for (const words of ['覃小梅', '10000000101', '13812345678']) {
      const { body } = await find('officer', words)
      expect(body, words).to.include(number).and.include('姓名或电话相符')
      expect((await find('liaison', words)).body, words).to.not.include(number)
      expect((await find('leader', words)).body, words).to.not.include(number)
    }
    expect((await find('liaison', '0101')).body, 'the last four digits are everybody’s').to.include(number)
  })

  it('shows a department its own cases only, and a window its own place’s', async () => {
    expect((await find('liaison', '签注')).body).to.include('没有找到')
    expect((await find('otherLiaison', '签注')).body).to.include('<mark>签注</mark>')
    expect((await find('clerk', '签注')).body).to.include('<mark>签注</mark>')
  })

  it('leads from a whole number to the case', async () => {
    expect(await find('officer', number.replaceAll('-', ''))).to.include({
      status: 303,
      location: `/cases/${number}`,
    })
    expect((await find('officer', number.slice(0, 9))).body).to.include('编号相符')
  })

  it('asks for a second character, and says what to do when there is nothing', async () => {
    expect((await find('officer', '许')).body)
      .to.include('再多写一个字')
      .and.include('至少输入两个字')
    expect((await find('officer', '')).body).to.include('还没有输入')
    for (const words of ['没有这些', '" OR 1=1 --', 'a* NEAR(', '𬌗😀', '%_'.repeat(90)])
      expect((await find('officer', words)).status, words).to.equal(200)
  })

  it('is at the head of every page of staff', async () => {
    const officer = await site.as(site.office.people.officer)
    expect((await officer.get('/tasks')).body).to.match(/class="masthead-search"[^>]*action="\/search"/)
  })
})
