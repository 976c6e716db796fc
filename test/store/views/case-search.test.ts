import { expect } from 'chai'
import fc from 'fast-check'
import { searchedText, searchTerms } from '../../../src/casework/search.js'
import type { CaseCursor, Store } from '../../../src/store/index.js'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, newCase, type Office } from '../office.js'

// few characters, so that words meet by chance; among them what databases and indexes stumble over
const letters = fc.constantFrom(...'许可证明房东声明𬌗😀aA1%_!（）、 \'"*'.split(/(?:)/u))
const wordsOf = (minLength: number, maxLength: number) => fc.string({ unit: letters, minLength, maxLength })

onEveryDatabase('The search of cases', fresh => {
  it('finds what a look through all texts finds, on either database, the latest first, page by page', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const cases = await someCases(store, office)
    const search = fc.record({
      typed: wordsOf(1, 6),
      people: fc.boolean(),
      placeId: fc.constantFrom(null, office.street),
      departmentId: fc.constantFrom(null, office.market),
      limit: fc.integer({ min: 1, max: 30 }),
    })
    await fc.assert(
      fc.asyncProperty(search, async ({ typed, people, ...filter }) => {
        const terms = searchTerms(typed)
        fc.pre(terms.some(term => Array.from(term).length > 1))
        const expected = cases
          .filter(one => filter.placeId === null || one.placeId === filter.placeId)
          .filter(one => filter.departmentId === null || one.departmentId === filter.departmentId)
          .filter(one => terms.every(term => (people ? [one.words, one.person] : [one.words]).some(t => t.includes(term))))
          .map(({ id }) => id)
          .reverse()
        const found: number[] = []
        let after: CaseCursor | null = null
        do {
          const page: Awaited<ReturnType<Store['views']['caseList']>> = await store.views.caseList({
            ...{ search: { terms, people }, ...filter, after },
          })
          found.push(...page.rows.map(({ id }) => id))
          after = page.next
        } while (after)
        expect(found).to.deep.equal(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('follows a case when it changes, in the same transaction or not at all', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const [id = 0] = await store.transaction(unit => unit.cases.insert([newCase(office, { departmentId: null })]))
    const find = async (typed: string, departmentId: number | null = null) =>
      (await store.views.caseList({ search: { terms: searchTerms(typed), people: true }, departmentId, limit: 9 })).rows
        .length
    expect(await find('声明')).to.equal(1)
    await store.transaction(async unit => {
      await unit.cases.update([{ id, expectedRevision: 1, set: { description: '改为公证', departmentId: office.housing } }])
    })
    expect([await find('声明'), await find('公证'), await find('住房')]).to.deep.equal([0, 1, 1])
    expect([await find('公证', office.housing), await find('公证', office.market)]).to.deep.equal([1, 0])
    await store.transaction(unit =>
      unit.caseDepartments.add([{ caseId: id, departmentId: office.market, part: 'assist', round: 1 }]),
    )
    expect(await find('公证', office.market), 'put to it').to.equal(1)
    const undone = new Error('undone')
    await store
      .transaction(async unit => {
        await unit.cases.update([{ id, expectedRevision: 2, set: { description: '白写' } }])
        throw undone
      })
      .catch((error: unknown) => expect(error).to.equal(undone))
    expect([await find('白写'), await find('公证')]).to.deep.equal([0, 1])
  })

  it('is made up for cases from before there was one', async () => {
    const { store, database } = await fresh()
    const office = await furnish(store)
    await store.transaction(unit => unit.cases.insert([newCase(office), newCase(office), newCase(office)]))
    await database.writer('case_text').delete()
    await database.writer('case_pair').delete()
    const find = async () =>
      (await store.views.caseList({ search: { terms: ['声明'], people: false }, limit: 9 })).rows.length
    expect(await find()).to.equal(0)
    expect(await store.transaction(unit => unit.cases.indexOlder(2))).to.equal(2)
    expect(await store.transaction(unit => unit.cases.indexOlder(2))).to.equal(1)
    expect(await store.transaction(unit => unit.cases.indexOlder(2))).to.equal(0)
    expect(await find()).to.equal(3)
  })
})

async function someCases(store: Store, office: Office) {
  const anyCase = fc.record({
    description: wordsOf(0, 12),
    itemName: wordsOf(1, 4),
    reporterName: wordsOf(0, 3),
    placeId: fc.constantFrom(office.hall, office.street),
    departmentId: fc.constantFrom(null, office.market, office.housing),
  })
  const given = fc.sample(anyCase, { numRuns: 60, seed: 20210501 })
  const rows = await store.transaction(async unit =>
    unit.cases.byIds(await unit.cases.insert(given.map(one => newCase(office, one)))),
  )
  const names = new Map([
    [office.market, '区市场监督管理局'],
    [office.housing, '区住房和城乡建设局'],
  ])
  return rows.map(row => ({
    ...row,
    ...searchedText({ ...row, departmentName: names.get(row.departmentId ?? 0) ?? null }),
  }))
}
