import { expect } from 'chai'
import {
  describeItem,
  itemPage,
  itemRegister,
  listItems,
  mergeItem,
  offerItems,
  readUnreadNames,
  retireItem,
} from '../../src/runtime/index.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'

const nothing = { aliases: [], departmentId: null, guideUrl: null, guideVersion: null }

describe('The register of items', () => {
  let office: TestOffice
  const items = () => office.parts.store.read.items
  const seen = async (name: string) => {
    const item = (await items().byName(name))!
    return { id: item.id, revision: item.revision }
  }
  beforeEach(async () => {
    office = await openTestOffice()
    await listItems(office.parts, null, [
      { name: '食品经营许可（新办）', aliases: ['餐饮许可证'], departmentId: office.departments.market },
      { name: '食品经营许可（变更）', aliases: [], departmentId: office.departments.market },
      { name: '居住证签注', aliases: [], departmentId: null },
    ])
  })
  afterEach(() => office.close())

  it('offers what is typed in characters, pinyin, initials or another name, with whose it is', async () => {
    const names = async (typed: string) => (await offerItems(office.parts, typed)).map(({ name }) => name)
    expect(await names('spjyxk')).to.deep.equal(['食品经营许可（变更）', '食品经营许可（新办）'])
    expect(await names('ShiPin JingYing')).to.have.length(2)
    expect(await names('经营许可（新')).to.deep.equal(['食品经营许可（新办）'])
    expect(await names('餐饮')).to.deep.equal(['食品经营许可（新办）'])
    expect(await names('%')).to.deep.equal([])
    expect(await names('！（ ')).to.deep.equal([])
    expect(await offerItems(office.parts, 'jzz')).to.deep.equal([
      { name: '居住证签注', department: null, departmentId: null },
    ])
  })

  it('notes a name that it does not know, once, and offers it to nobody until it is adopted', async () => {
    await office.register({ item: '开奶茶店的证' })
    await office.register({ item: '开 奶茶店的证。' })
    const { rows, met } = await itemRegister(office.parts, office.people.officer, {
      standing: 'met',
      limit: 9,
    })
    expect(met).to.equal(1)
    expect(rows.map(({ name, cases }) => ({ name, cases }))).to.deep.equal([
      { name: '开奶茶店的证', cases: 2 },
    ])
    expect(await offerItems(office.parts, '奶茶')).to.deep.equal([])

    await describeItem(office.parts, office.people.officer, await seen('开奶茶店的证'), {
      ...nothing,
      name: '饮品店开办一件事',
    })
    expect((await offerItems(office.parts, 'ncd'))[0]).to.include({ name: '饮品店开办一件事' })
    // the name it was met by still leads to it
    await office.register({ item: '开奶茶店的证' })
    const item = await seen('饮品店开办一件事')
    const page = await itemPage(office.parts, office.people.officer, { id: item.id, after: null })
    expect(page.cases.rows).to.have.length(3)
    expect(page.entries.map(({ kind }) => kind)).to.deep.equal(['adopted', 'met'])
  })

  it('counts for a clerk and a liaison what they may see', async () => {
    await office.register()
    await office.register({ department: String(office.departments.housing) })
    const counted = async (who: keyof TestOffice['people']) =>
      (
        await itemRegister(office.parts, office.people[who], {
          standing: 'listed',
          words: 'spjyxkxb',
          limit: 9,
        })
      ).rows[0]?.cases
    expect(await counted('officer')).to.equal(2)
    expect(await counted('clerk')).to.equal(2)
    expect(await counted('liaison'), 'the other department’s is not hers').to.equal(1)
  })

  it('merges two names of one thing: cases go with it, and the next of that name too', async () => {
    await office.register({ item: '办餐馆的证' })
    const met = await seen('办餐馆的证')
    const into = await mergeItem(office.parts, office.people.officer, met, '食品经营许可（新办）')
    await office.register({ item: '办餐馆的证' })
    const page = await itemPage(office.parts, office.people.officer, { id: into.id, after: null })
    expect(page.cases.rows.map(({ itemName }) => itemName)).to.deep.equal(['办餐馆的证', '办餐馆的证'])
    const gone = await itemPage(office.parts, office.people.officer, { id: met.id, after: null })
    expect(gone.mergedInto).to.include({ id: into.id })
    expect((await itemRegister(office.parts, office.people.officer, { standing: 'met', limit: 9 })).rows).to
      .be.empty
  })

  it('refuses a name that is another’s, a merge into nothing and one into itself, in words', async () => {
    const { officer } = office.people
    const item = await seen('居住证签注')
    const refused = async (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => (error as { fields?: object }).fields,
      )
    expect(
      await refused(describeItem(office.parts, officer, item, { ...nothing, name: '餐饮许可证' })),
    ).to.have.key('name')
    expect(
      await refused(
        describeItem(office.parts, officer, item, {
          ...nothing,
          name: '居住证签注',
          aliases: ['餐饮许可证'],
        }),
      ),
    ).to.have.key('aliases')
    expect(await refused(mergeItem(office.parts, officer, item, '没有的事项'))).to.have.key('into')
    expect(await refused(mergeItem(office.parts, officer, item, '居住证签注'))).to.have.key('into')
    expect(await refused(retireItem(office.parts, officer, item, { retire: true, reason: '' }))).to.have.key(
      'reason',
    )
    expect(await seen('居住证签注'), 'nothing was written').to.deep.equal(item)
  })

  it('is changed by one person at a time', async () => {
    const item = await seen('居住证签注')
    await describeItem(office.parts, office.people.officer, item, { ...nothing, name: '居住证签注' })
    const late = await describeItem(office.parts, office.people.supervisor, item, {
      ...nothing,
      name: '居住证年度签注',
    }).catch((error: unknown) => error)
    expect(late).to.have.property('code', 'stalePage')
  })

  it('keeps every edition of a guide with its day and who entered it', async () => {
    const { officer } = office.people
    for (const guideVersion of ['2025年第1版', '2026年第2版'])
      await describeItem(office.parts, officer, await seen('居住证签注'), {
        ...nothing,
        name: '居住证签注',
        guideUrl: 'https://zwfw.example.cn/jzz',
        guideVersion,
      })
    const { id } = await seen('居住证签注')
    const { entries, item } = await itemPage(office.parts, officer, { id, after: null })
    expect(item.guideVersion).to.equal('2026年第2版')
    expect(entries.filter(({ kind }) => kind === 'guide').map(({ data }) => data.version)).to.deep.equal([
      '2026年第2版',
      '2025年第1版',
    ])
  })

  it('offers no item that is no longer done, until it is done again', async () => {
    const { officer } = office.people
    await retireItem(office.parts, officer, await seen('居住证签注'), { retire: true, reason: '取消' })
    expect(await offerItems(office.parts, 'jzzqz')).to.be.empty
    await retireItem(office.parts, officer, await seen('居住证签注'), { retire: false, reason: '' })
    expect(await offerItems(office.parts, 'jzzqz')).to.have.length(1)
  })

  it('takes a list twice without anything twice', async () => {
    const list = [{ name: '高龄津贴申领', aliases: [], departmentId: null }]
    expect(await listItems(office.parts, null, list)).to.equal(1)
    expect(
      await listItems(office.parts, null, [...list, { name: '低保', aliases: [], departmentId: null }]),
    ).to.equal(1)
  })

  it('gives names from before there was a register their letters', async () => {
    await office.database.writer('item_name').update({ pinyin: '', initials: '' })
    expect(await offerItems(office.parts, 'jzzqz')).to.be.empty
    expect(await readUnreadNames(office.parts)).to.equal(true)
    expect(await offerItems(office.parts, 'jzzqz')).to.have.length(1)
    expect(await readUnreadNames(office.parts)).to.equal(false)
  })
})
