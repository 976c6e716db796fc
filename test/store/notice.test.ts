import { expect } from 'chai'
import fc from 'fast-check'
import type { NoticeReach, Store } from '../../src/store/index.js'
import { unreadWindow } from '../../src/store/views/notice-list.js'
import { onEveryDatabase } from '../helpers/database.js'
import { furnish, minutesLater, now } from './office.js'

const officer = { accountId: 1, reaches: [{ accountId: 1 }, { role: 'officer' }] }
const liaison = {
  accountId: 2,
  reaches: [{ accountId: 2 }, { role: 'liaison' }, { role: 'liaison', departmentId: 1 }],
}

onEveryDatabase('Notices', fresh => {
  it('reach an account, a role, or a role in one department; the newest first', async () => {
    const { store } = await fresh()
    await furnish(store)
    await tell(store, [{ accountId: 1 }, { role: 'officer' }, { role: 'liaison', departmentId: 1 }])
    await tell(store, [{ role: 'liaison', departmentId: 2 }, { role: 'officer' }, { accountId: 2 }])
    expect(await seen(store, officer)).to.deep.equal(['officer', 'officer', 'account 1'])
    expect(await seen(store, liaison)).to.deep.equal(['account 2', 'liaison of 1'])
  })

  it('are told once where they say so, whoever tells them again', async () => {
    const { store } = await fresh()
    await furnish(store)
    for (let times = 1; times <= 2; times += 1) {
      await store.transaction(unit =>
        unit.notices.tell([
          { kind: 'card.red', to: { role: 'officer' }, at: now, words: {}, once: 'card 7 red' },
          { kind: 'urge', to: { role: 'officer' }, at: now, words: {} },
        ]),
      )
    }
    const { rows } = await store.views.noticeList({ reader: officer, after: null, limit: 9 })
    expect(rows.map(({ kind }) => kind)).to.deep.equal(['urge', 'urge', 'card.red'])
  })

  it('are read one by one or up to one, by each person for themselves, and read again is nothing new', async () => {
    const { store } = await fresh()
    await furnish(store)
    await tell(store, [{ role: 'officer' }, { role: 'officer' }, { role: 'officer' }])
    const [newest, middle] = await ids(store, officer)
    const other = { ...officer, accountId: 2 }
    await store.transaction(unit => unit.notices.read(1, newest!, now))
    await store.transaction(unit => unit.notices.read(1, newest!, minutesLater(1)))
    expect(await store.views.unreadNotices(officer)).to.equal(2)
    await store.transaction(unit => unit.notices.readThrough(1, middle!, now))
    expect(await store.views.unreadNotices(officer)).to.equal(0)
    expect(await store.views.unreadNotices(other)).to.equal(3)
    await tell(store, [{ role: 'officer' }])
    expect(await store.views.unreadNotices(officer)).to.equal(1)
  })

  it('come page by page, each once', async () => {
    const { store } = await fresh()
    await furnish(store)
    await tell(
      store,
      Array.from({ length: 7 }, (_, index) => (index % 2 ? { role: 'officer' } : { accountId: 1 })),
    )
    const pages: number[][] = []
    let after: { id: number } | null = null
    do {
      const page = await store.views.noticeList({ reader: officer, after, limit: 3 })
      pages.push(page.rows.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(pages.map(({ length }) => length)).to.deep.equal([3, 3, 1])
    expect(pages.flat()).to.deep.equal(pages.flat().toSorted((one, other) => other - one))
  })

  it('are counted among the newest of each reach, however many there are', async () => {
    const { store } = await fresh()
    await furnish(store)
    await tell(
      store,
      Array.from({ length: unreadWindow + 20 }, () => ({ role: 'officer' })),
    )
    await tell(store, [{ accountId: 1 }])
    expect(await store.views.unreadNotices(officer)).to.equal(unreadWindow + 1)
  })

  it('wait to be read exactly as long as nobody has read them, whatever came in between', async function () {
    this.timeout(60_000)
    const reaches: readonly NoticeReach[] = [...officer.reaches, { role: 'liaison', departmentId: 1 }]
    const act = fc.oneof(
      { weight: 3, arbitrary: fc.record({ what: fc.constant('tell' as const), which: fc.nat(2) }) },
      fc.record({ what: fc.constantFrom('read' as const, 'readThrough' as const), which: fc.nat(20) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
        const { store } = await fresh()
        await furnish(store)
        const mine: { id: number; read: boolean }[] = []
        for (const { what, which } of acts) {
          if (what === 'tell') {
            await tell(store, [reaches[which]!])
            if (which < 2) mine.push({ id: (await ids(store, officer))[0]!, read: false })
          } else if (mine.length > 0) {
            const { id } = mine[which % mine.length]!
            await store.transaction(unit => unit.notices[what](1, id, now))
            for (const one of mine) {
              if (what === 'read' ? one.id === id : one.id <= id) one.read = true
            }
            // a mark set further back than before takes nothing back
          }
        }
        const { rows } = await store.views.noticeList({ reader: officer, after: null, limit: 50 })
        expect(rows.map(({ id, read }) => ({ id, read }))).to.deep.equal(mine.toReversed())
        expect(await store.views.unreadNotices(officer)).to.equal(mine.filter(({ read }) => !read).length)
      }),
      { numRuns: 8 },
    )
  })
})

async function tell(store: Store, to: readonly NoticeReach[]): Promise<void> {
  await store.transaction(unit =>
    unit.notices.tell(to.map(reach => ({ kind: 'urge', to: reach, at: now, words: {} }))),
  )
}

async function ids(store: Store, reader: typeof officer): Promise<readonly number[]> {
  return (await store.views.noticeList({ reader, after: null, limit: 200 })).rows.map(({ id }) => id)
}

async function seen(store: Store, reader: typeof officer): Promise<readonly (string | undefined)[]> {
  const all = await Promise.all((await ids(store, reader)).map(id => store.read.notices.byId(id)))
  return all.map(one => one?.reach)
}
