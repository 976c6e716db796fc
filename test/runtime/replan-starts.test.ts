import { expect } from 'chai'
import { arrangeYears } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'

const newYear = (date: string) =>
  ({ scope: 'national', date, kind: 'rest', name: '元旦', source: '国办通知（测试）' }) as const

describe('The start of the quarter’s report, planned into a year that is announced later', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-11-24T10:00:00+08:00' })
  })
  afterEach(() => office.close())

  const nextStart = () => office.parts.store.read.jobs.nextDueAt()
  const announce = (dates: readonly string[]) =>
    arrangeYears(office.parts, office.people.admin, [
      { scope: 'national', year: 2027, days: dates.map(newYear) },
    ])

  it('moves to the first working day when that becomes known, and back when it was wrong', async () => {
    expect(await nextStart(), 'Friday, 1 January, as far as anybody knows').to.equal(
      '2027-01-01T00:30:00.000Z',
    )
    await announce(['2027-01-01', '2027-01-02', '2027-01-03'])
    expect(await nextStart(), 'Monday').to.equal('2027-01-04T00:30:00.000Z')
    await announce(['2027-01-01', '2027-01-02', '2027-01-03'])
    expect(await nextStart()).to.equal('2027-01-04T00:30:00.000Z')
    await announce([])
    expect(await nextStart()).to.equal('2027-01-01T00:30:00.000Z')
  })

  it('begins the report once, on that day', async () => {
    await announce(['2027-01-01', '2027-01-02', '2027-01-03'])
    await office.passTo('2027-01-03T23:00:00+08:00')
    expect(await office.parts.store.read.reports.latest('2026Q4')).to.equal(null)
    await office.passTo('2027-01-04T09:00:00+08:00')
    expect(await office.parts.store.read.reports.latest('2026Q4')).to.not.equal(null)
    expect(await nextStart(), 'the next quarter').to.equal('2027-04-01T00:30:00.000Z')
  })
})
