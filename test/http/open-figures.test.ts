import { expect } from 'chai'
import type { QuarterFigures } from '../../src/casework/report/quarter-figures.js'
import { quarterFigures } from '../../src/casework/report/quarter-figures.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

describe('公开数据', () => {
  let site: HttpOffice
  before(async () => {
    site = await openHttpOffice({ start: '2026-10-12T09:00:00+08:00' })
    await send('2026Q2', {
      received: 37,
      repliedInTime: 12,
      fedBackInTime: 9,
      done: 6,
      rectificationsAccepted: 4,
    })
    await send('2026Q2', {
      received: 38,
      repliedInTime: 12,
      fedBackInTime: 9,
      done: 6,
      rectificationsAccepted: 4,
    })
    await send('2026Q3', { received: 99 }, { sent: false })
  })
  after(() => site.close())

  async function send(quarter: string, counts: Partial<QuarterFigures['counts']>, { sent } = { sent: true }) {
    const { store, clock } = site.office.parts
    const plain = quarterFigures({ cases: [], promises: [], rectifications: [], consultations: 0 }, quarter)
    const figures = { ...plain, counts: { ...plain.counts, ...counts } }
    await store.transaction(async unit => {
      const [report] = await unit.reports.begin([{ quarter, figures, text: {}, createdAt: clock.now() }])
      await unit.reports.freeze([report!.id], clock.now())
      if (sent) await unit.reports.send([report!.id], clock.now())
    })
  }

  const turn = async (who: 'supervisor' | 'officer', open: 'yes' | 'no') => {
    const person = await site.as(site.office.people[who])
    await person.get('/tasks')
    return person.post('/open-figures/setting', { open })
  }

  it('is not there until the office says so: no page and no data, as for any address there is not', async () => {
    const anybody = site.citizen()
    for (const path of ['/open-figures', '/open-figures/v1.json']) {
      const answer = await anybody.get(path)
      const unknown = await anybody.get('/no-such-page')
      expect(answer.status).to.equal(404)
      expect(/<h1[^>]*>(.*?)<\/h1>/.exec(answer.body)?.[1]).to.equal(
        /<h1[^>]*>(.*?)<\/h1>/.exec(unknown.body)?.[1],
      )
    }
    expect((await turn('officer', 'yes')).status).to.equal(403)
    expect((await anybody.get('/open-figures')).status).to.equal(404)
  })

  it('says what was sent, small numbers hidden, and stops when the office says so', async () => {
    const supervisor = await site.as(site.office.people.supervisor)
    expect((await supervisor.get('/open-figures/setting')).body)
      .to.include('没有公开')
      .and.include('38件')
    expect((await turn('supervisor', 'yes')).location).to.equal('/open-figures/setting')
    const { body } = await site.citizen().get('/open-figures')
    expect(body).to.include('38件').and.include('21件').and.include('少于5件')
    expect(body, 'the report before was put right').not.to.include('37件')
    expect(body, 'not sent yet').not.to.include('99件').and.not.include('第三季度')
    await turn('supervisor', 'no')
    expect((await site.citizen().get('/open-figures')).status).to.equal(404)
    const history = await site.office.database.reader('history_entry').where({ kind: 'figures.opened' })
    expect(history).to.have.length(2)
  })

  it('gives the same as data to every site and every cache, with no trace of who asks', async () => {
    await turn('supervisor', 'yes')
    const { status, headers, body } = await site.citizen().get('/open-figures/v1.json', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'cors',
      Origin: 'https://example.org',
    })
    expect(status).to.equal(200)
    expect(headers.get('access-control-allow-origin')).to.equal('*')
    expect(headers.get('cross-origin-resource-policy')).to.equal('cross-origin')
    expect(headers.get('cache-control')).to.equal('public, max-age=3600')
    expect(headers.get('set-cookie')).to.equal(null)
    const data = JSON.parse(body) as { office: string }
    expect(data).to.deep.equal({
      version: 1,
      office: data.office,
      quarters: [
        {
          quarter: '2026Q2',
          figures: {
            received: { count: 38 },
            answeredOnTime: { count: 21 },
            solved: { count: 6 },
            rectified: { lessThan: 5 },
          },
        },
      ],
    })
    expect(headers.get('etag')).to.match(/^(W\/)?"/)
    const elsewhere = await site
      .citizen()
      .get('/open-figures', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' })
    expect(elsewhere.status, 'the page is not for scripts of other sites').to.equal(403)
  })
})
