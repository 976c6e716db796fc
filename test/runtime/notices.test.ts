import { expect } from 'chai'
import { keepTime, noticeList } from '../../src/runtime/index.js'
import { remindOfUnannouncedYear } from '../../src/runtime/notices.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'

describe('What is told', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => office.close())

  it('is told with what it tells of, or not at all', async () => {
    const { parts, people } = office
    await office.register()
    const failing = parts.store.transaction(async unit => {
      await remindOfUnannouncedYear(unit, { year: 2027, on: '2026-11-03', at: office.clock.now() })
      throw new Error('the rest of it failed')
    })
    await failing.catch(() => undefined)
    expect((await noticeList(parts, people.admin, { after: null, limit: 9 })).rows).to.deep.equal([])
  })

  it('of an unannounced year is told to the administrator once a day, and to nobody else', async () => {
    const { parts, people, clock } = office
    for (const on of ['2026-11-03', '2026-11-03', '2026-11-04']) {
      await parts.store.transaction(unit =>
        remindOfUnannouncedYear(unit, { year: 2027, on, at: clock.now() }),
      )
    }
    const { rows } = await noticeList(parts, people.admin, { after: null, limit: 9 })
    expect(rows.map(({ kind, words }) => [kind, words])).to.deep.equal([
      ['calendar.unannounced', { year: 2027 }],
      ['calendar.unannounced', { year: 2027 }],
    ])
    expect((await noticeList(parts, people.supervisor, { after: null, limit: 9 })).rows).to.deep.equal([])
  })

  it('of a card is told once, however often time is kept, and at the window of its own place', async () => {
    const { parts, people, clock } = office
    await office.register()
    clock.set('2026-04-15T08:30:00+08:00')
    for (let times = 1; times <= 3; times += 1) await keepTime(parts)
    const clerk = await noticeList(parts, people.clerk, { after: null, limit: 9 })
    expect(clerk.rows.map(({ kind, words }) => [kind, words.limit])).to.deep.equal([
      ['card.yellow', '1个工作日内报送（内部）'],
    ])
    const elsewhere = { ...people.clerk, accountId: 99, placeId: office.places.street }
    expect((await noticeList(parts, elsewhere, { after: null, limit: 9 })).rows).to.deep.equal([])
  })
})
