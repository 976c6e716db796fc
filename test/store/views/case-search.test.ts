import { expect } from 'chai'
import fc from 'fast-check'
import { bareText, searchedText, searchTerms } from '../../../src/casework/search.js'
import type { CaseCursor, Store, StoredCase } from '../../../src/store/index.js'
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
      typed: fc.oneof(wordsOf(1, 6), wordsOf(7, 11), fc.constantFrom(...looks)),
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
          .filter(one => terms.every(term => one.words.includes(term) || (people && isOf(one, term))))
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
})

/** What is looked for of persons: names in part and whole, numbers in part and whole. */
const looks = ['覃小', '小梅', '覃小梅', '覃梅', '一二三四五六七八', '一二三四五六七八九十', '二三四五六七八十', '九十一'].concat(
  ['10000000101', '1000000010', '0000101', '0772-2000106', '2000106', '07722000106', '072000106', '13812345678', '138123'],
  ['13812345678 声明', '房东 覃小梅'],
)

/** A look through what a person is called: a name has the term in it, or all parts of eight of a longer one; a number is it. */
function isOf(one: Searched, term: string): boolean {
  const names = [bareText(one.reporterName), bareText(one.agentName ?? '')]
  const length = Array.from(term).length
  if (length < 2) return false
  const [area = '', line = '', extension = ''] = one.contact.split('-')
  const numbers = [area + line, line, area + line + extension, ...(one.description.match(/138\d{8}/g) ?? [])]
  const parts = Array.from({ length: Math.max(1, length - 7) }, (_, from) =>
    Array.from(term).slice(from, from + 8).join(''),
  )
  return numbers.includes(term) || parts.every(part => names.some(name => name.includes(part)))
}

type Searched = Pick<StoredCase, 'reporterName' | 'agentName' | 'contact' | 'description'>

async function someCases(store: Store, office: Office) {
  const anyCase = fc.record({
    description: fc.oneof(wordsOf(0, 12), fc.constant('请回拨13812345678，要房东声明')),
    itemName: wordsOf(1, 4),
    reporterName: fc.oneof(wordsOf(0, 3), fc.constantFrom('覃小梅', '一二三四五六七八九十一二')),
    agentName: fc.oneof(fc.constant(null), wordsOf(1, 12)),
    contact: fc.constantFrom('10000000101', '0772-2000106', '0772-2000106-801'),
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
