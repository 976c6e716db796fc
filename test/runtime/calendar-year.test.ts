import { expect } from 'chai'
import { arrangeYears } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'

const rest = (date: string) =>
  ({ scope: 'national', date, kind: 'rest', name: '元旦', source: '国办通知（测试）' }) as const

describe('A year that is announced after limits were counted into it (case 20)', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-12-29T10:00:00+08:00' })
  })
  afterEach(() => office.close())

  it('says 暂定 until it is announced; then the date is counted again and every move is on record', async () => {
    const { officer, admin } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    const { read } = office.parts.store
    const promise = async () => (await read.deadlines.ofCase(1)).find(limit => limit.promise === 'feedback')!
    const before = await promise()
    expect(before).to.include({ provisional: true, dueOn: '2027-01-12' })

    // New Year’s Day and the two days after it: 1 January is a Friday, the others are a weekend anyway.
    const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map(rest)
    const moved = await arrangeYears(office.parts, admin, [{ scope: 'national', year: 2027, days }])
    expect(moved).to.be.greaterThan(0)
    const after = await promise()
    expect(after).to.include({ provisional: false, dueOn: '2027-01-13' })
    const [move] = await read.deadlines.moves(after.id)
    expect(move).to.include({ fromDueAt: before.dueAt, toDueAt: after.dueAt, by: admin.accountId })

    const again = await arrangeYears(office.parts, admin, [{ scope: 'national', year: 2027, days }])
    expect(again, 'a second time moves nothing').to.equal(0)
  })
})
