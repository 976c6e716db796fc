import { expect } from 'chai'
import fc from 'fast-check'
import { searchTerms } from '../../../src/casework/search.js'
import type { CaseCursor, CaseListFilter, Store, StoredCase, Unit } from '../../../src/store/index.js'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, minutesLater, newCase, newDeadline, now, openCase, type Office } from '../office.js'

onEveryDatabase('台账', fresh => {
  it('names where a case was registered, who is in charge and what was promised', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const { caseId } = await store.transaction(async unit => {
      const run = await openCase(unit, office, { windowId: office.window, departmentId: office.market })
      await unit.deadlines.arm([
        newDeadline(run, { promise: 'feedback', dueOn: '2026-04-29' }),
        newDeadline(run, { promise: 'feedback', dueOn: '2026-05-20', promisedOn: '2026-05-06' }),
        newDeadline(run, { dueOn: '2026-06-01' }),
      ])
      return run
    })
    const { rows, next } = await store.views.caseList({ limit: 10 })
    expect(next).to.equal(null)
    expect(rows).to.have.lengthOf(1)
    expect(rows[0]).to.include({
      id: caseId,
      placeName: '城中区政务服务中心',
      windowName: '06号窗口',
      departmentName: '区市场监督管理局',
      phoneReplyDueOn: null,
      feedbackPromisedOn: '2026-05-06',
      feedbackDueOn: '2026-05-20',
      satisfaction: null,
      hiddenBarrier: false,
    })
    expect(rows[0]).to.not.have.any.keys('facts', 'submissionId')
  })

  it('finds by two characters of the number, the item, the text and the last four digits; by persons who may', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(unit =>
      unit.cases.insert([
        newCase(office, { number: '2026-90001-1', reporterName: '覃小梅', departmentId: office.market }),
        newCase(office, {
          ...{ number: '2026-90002-2', itemName: 'ABC_100%', reporterName: '韦国强', departmentId: null },
          ...{ contact: '10000000102', contactTail: '0102', description: '窗口说㙍𬌗😀要另开证明，回拨13812345678。' },
        }),
      ]),
    )
    const find = async (text: string, people = true) => {
      const { rows } = await store.views.caseList({ search: { terms: searchTerms(text), people }, limit: 10 })
      return rows.map(({ number }) => number.slice(-1)).join('')
    }
    expect(await find('2026-9')).to.equal('21')
    expect(await find('90001')).to.equal('1')
    expect(await find('经营')).to.equal('1')
    expect(await find('许可(新办')).to.equal('1')
    expect(await find('abc_100')).to.equal('2')
    expect(await find('市场监督')).to.equal('1')
    expect(await find('𬌗😀')).to.equal('2')
    expect(await find('证明 窗口')).to.equal('2')
    expect(await find('证明 办事指南')).to.equal('')
    expect(await find('另开 证')).to.equal('2')
    expect(await find('另交')).to.equal('1')
    expect(await find('国强')).to.equal('2')
    expect(await find('国强', false)).to.equal('')
    expect(await find('10000000102')).to.equal('2')
    expect(await find('10000000102', false)).to.equal('')
    expect(await find('13812345678')).to.equal('2')
    expect(await find('13812345678', false)).to.equal('')
    expect(await find('0101', false)).to.equal('1')
    expect(await find('’; drop table grievance_case; --')).to.equal('')
  })

  it('shows a department what it is in charge of and what it was asked about', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const ids = await store.transaction(async unit => {
      const ids = await unit.cases.insert([
        newCase(office, { departmentId: office.market }),
        newCase(office, { departmentId: office.housing }),
        newCase(office, { departmentId: office.housing }),
        newCase(office),
      ])
      await unit.caseDepartments.add([
        { caseId: ids[0] ?? 0, departmentId: office.market, part: 'lead', round: 1 },
        { caseId: ids[1] ?? 0, departmentId: office.market, part: 'assist', round: 1 },
        { caseId: ids[1] ?? 0, departmentId: office.market, part: 'assist', round: 2 },
      ])
      return ids
    })
    const { rows } = await store.views.caseList({ departmentId: office.market, limit: 10 })
    expect(rows.map(({ id }) => id)).to.deep.equal([ids[1], ids[0]])
  })

  it('shows every case that a filter lets through, page by page, once, the newest first', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const cases = await store.transaction(unit => manyCases(unit, office))
    await fc.assert(
      fc.asyncProperty(filters(office), async filter => {
        const expected = cases
          .filter(one => passes(one, filter))
          .sort(
            (one, other) =>
              (filter.search ? 0 : other.registeredAt.localeCompare(one.registeredAt)) || other.id - one.id,
          )
          .map(({ id }) => id)
        expect(await allPages(store, filter)).to.deep.equal(expected)
      }),
      { numRuns: 40 },
    )
  })
})

function filters(office: Office): fc.Arbitrary<Omit<CaseListFilter, 'after'>> {
  const day = fc.constantFrom('2026-04-14', '2026-04-15', '2026-04-16', undefined)
  return fc.record({
    placeId: fc.constantFrom(null, office.hall, office.street),
    departmentId: fc.constantFrom(null, office.market, office.housing),
    status: fc.constantFrom('open', 'closed', undefined),
    verdict: fc.constantFrom('citizen', 'department', undefined),
    cause: fc.constantFrom('A1', undefined),
    from: day,
    to: day,
    search: fc.constantFrom({ terms: ['食品'], people: true }, undefined),
    limit: fc.integer({ min: 1, max: 20 }),
  })
}

/** What the ledger promises, said once more without SQL. */
function passes(one: StoredCase, filter: Omit<CaseListFilter, 'after'>): boolean {
  const { placeId, departmentId, status, verdict, cause, from, to, search } = filter
  return (
    (placeId === null || one.placeId === placeId) &&
    (departmentId === null || one.departmentId === departmentId) &&
    (status === undefined || (status === 'open') === (one.closedAt === null)) &&
    (verdict === undefined || one.verdict === verdict) &&
    (cause === undefined || one.cause === cause) &&
    (from === undefined || one.registeredOn >= from) &&
    (to === undefined || one.registeredOn <= to) &&
    (search === undefined || one.itemName.includes('食品'))
  )
}

async function manyCases(unit: Unit, office: Office): Promise<StoredCase[]> {
  const anyCase = fc.record({
    placeId: fc.constantFrom(office.hall, office.street),
    departmentId: fc.constantFrom(null, office.market, office.housing),
    closedAt: fc.constantFrom(null, now),
    verdict: fc.constantFrom(null, 'citizen', 'department', 'mixed'),
    cause: fc.constantFrom(null, 'A1', 'B1'),
    registeredAt: fc.constantFrom(now, minutesLater(5), minutesLater(10)),
    registeredOn: fc.constantFrom('2026-04-14', '2026-04-15', '2026-04-16'),
    itemName: fc.constantFrom('食品经营许可', '医保参保'),
  })
  const cases = fc.sample(anyCase, { numRuns: 80, seed: 20210501 })
  return unit.cases.byIds(await unit.cases.insert(cases.map(one => newCase(office, one))))
}

async function allPages(store: Store, filter: Omit<CaseListFilter, 'after'>): Promise<number[]> {
  const ids: number[] = []
  let after: CaseCursor | null = null
  do {
    const page: Awaited<ReturnType<Store['views']['caseList']>> = await store.views.caseList({ ...filter, after })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}
