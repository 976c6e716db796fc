import { expect } from 'chai'
import { onEveryDatabase } from '../helpers/database.js'
import { messageOf } from './failure.js'
import { furnish, minutesLater, now } from './office.js'

onEveryDatabase('People and places', fresh => {
  it('have accounts that are found by name, role and id', async () => {
    const { store } = await fresh()
    const { clerk, officer } = await furnish(store)
    const { accounts } = store.read
    expect(await accounts.byUsername('clerk')).to.include({ id: clerk, role: 'clerk', active: true })
    expect(await accounts.byUsername('CLERK')).to.equal(null)
    const missing = await store.transaction(unit =>
      unit.accounts.update([
        { id: clerk, set: { active: false, displayName: '专员丁' } },
        { id: 99, set: { active: false } },
      ]),
    )
    expect(missing).to.deep.equal([99])
    expect(await accounts.byId(clerk)).to.include({ active: false, displayName: '专员丁', role: 'clerk' })
    expect(await accounts.withRole('clerk')).to.deep.equal([])
    expect((await accounts.withRole('officer')).map(({ id }) => id)).to.deep.equal([officer])
    expect((await accounts.byIds([clerk, officer])).map(({ id }) => id)).to.deep.equal([officer, clerk])
    expect(await accounts.all()).to.have.lengthOf(3)
  })

  it('have names that are taken once', async () => {
    const { store } = await fresh()
    await furnish(store)
    const again = store.transaction(unit =>
      unit.accounts.insert([
        {
          username: 'clerk',
          passwordHash: 'y',
          displayName: '别人',
          role: 'clerk',
          active: true,
          createdAt: now,
        },
      ]),
    )
    expect(await messageOf(again)).to.match(/unique/i)
  })

  it('are a tree with windows, and are renamed rather than removed', async () => {
    const { store } = await fresh()
    const { hall, street, window, market } = await furnish(store)
    await store.transaction(async unit => {
      await unit.places.updatePlaces([{ id: street, set: { parentId: hall, name: '潭中街道便民服务中心' } }])
      await unit.places.updateWindows([{ id: window, set: { active: false } }])
      await unit.places.updateDepartments([{ id: market, set: { name: '区市场监管局' } }])
    })
    const { places } = store.read
    expect(await places.place(street)).to.include({ parentId: hall, name: '潭中街道便民服务中心' })
    expect(await places.place(99)).to.equal(null)
    expect((await places.places()).map(({ kind }) => kind)).to.deep.equal(['district', 'street'])
    expect(await places.windows()).to.deep.equal([
      { id: window, placeId: hall, name: '06号窗口', active: false },
    ])
    expect(await places.department(market)).to.include({ name: '区市场监管局' })
    expect(await places.departments()).to.have.lengthOf(2)
  })

  it('speak for departments from day to day, the main one first', async () => {
    const { store } = await fresh()
    const { market, housing, liaison, officer } = await furnish(store)
    const [standIn = 0] = await store.transaction(unit =>
      unit.places.addLiaisons([
        { departmentId: market, accountId: officer, kind: 'standIn', validFrom: '2026-01-01' },
        {
          departmentId: market,
          accountId: liaison,
          kind: 'main',
          validFrom: '2026-01-01',
          validUntil: '2026-04-15',
        },
        { departmentId: housing, accountId: liaison, kind: 'main', validFrom: '2026-05-01' },
      ]),
    )
    const { places } = store.read
    const who = async (on: string) => (await places.liaisonsOf(market, on)).map(({ accountId }) => accountId)
    expect(await who('2025-12-31')).to.deep.equal([])
    expect(await who('2026-04-15')).to.deep.equal([liaison, officer])
    expect(await who('2026-04-16')).to.deep.equal([officer])
    expect((await places.liaisonsBy(liaison, '2026-05-01')).map(row => row.departmentId)).to.deep.equal([
      housing,
    ])
    await store.transaction(unit =>
      unit.places.updateLiaisons([{ id: standIn, set: { validUntil: '2026-04-15' } }]),
    )
    expect(await who('2026-04-16')).to.deep.equal([])
    expect(await places.liaisons()).to.have.lengthOf(3)
  })

  it('sign in and out', async () => {
    const { store } = await fresh()
    const { officer, clerk } = await furnish(store)
    const session = { createdAt: now, seenAt: now, expiresAt: minutesLater(30) }
    await store.transaction(async unit => {
      const [one = 0, , third = 0] = await unit.sessions.insert([
        { ...session, tokenHash: 'a', accountId: officer },
        { ...session, tokenHash: 'b', accountId: officer },
        { ...session, tokenHash: 'c', accountId: clerk },
      ])
      expect(await unit.sessions.byTokenHash('a')).to.include({ id: one, accountId: officer })
      await unit.sessions.touch([{ id: third, seenAt: minutesLater(20), expiresAt: minutesLater(50) }])
      expect(await unit.sessions.removeExpired(minutesLater(29))).to.equal(0)
      expect(await unit.sessions.ofAccount(officer)).to.have.lengthOf(2)
      expect(await unit.sessions.remove([one])).to.equal(1)
      expect(await unit.sessions.removeExpired(minutesLater(30))).to.equal(1)
      expect(await unit.sessions.byTokenHash('b')).to.equal(null)
      expect(await unit.sessions.removeOfAccount(clerk)).to.equal(1)
    })
  })
})

onEveryDatabase('The quarter’s report', fresh => {
  it('is drafted, frozen, sent and acknowledged, and never changes after', async () => {
    const { store } = await fresh()
    const { officer } = await furnish(store)
    await store.transaction(async unit => {
      const { reports } = unit
      const [report] = await reports.begin([{ quarter: '2026Q1', createdAt: now }])
      const id = report?.id ?? 0
      expect(report).to.include({ version: 1, figures: null, frozenAt: null })
      expect(await reports.send([id], now), 'not frozen yet').to.deep.equal([id])
      expect(
        await reports.edit([{ id, set: { figures: { received: 3 }, text: { summary: '……' } } }]),
      ).to.deep.equal([])
      expect(await reports.freeze([id], now)).to.deep.equal([])
      expect(await reports.edit([{ id, set: { figures: { received: 4 } } }])).to.deep.equal([id])
      expect(await reports.freeze([id], minutesLater(1))).to.deep.equal([id])
      expect(await reports.send([id], minutesLater(2))).to.deep.equal([])
      expect(await reports.byId(id)).to.deep.include({
        figures: { received: 3 },
        frozenAt: now,
        sentAt: minutesLater(2),
      })
      await reports.acknowledge([{ reportId: id, accountId: officer, at: now, remark: '阅' }])
      await reports.acknowledge([{ reportId: id, accountId: officer, at: minutesLater(9), remark: null }])
      expect(await reports.acknowledgements(id)).to.deep.equal([
        { reportId: id, accountId: officer, at: now, remark: '阅' },
      ])
    })
  })

  it('has a new version when it is revised', async () => {
    const { store } = await fresh()
    await store.transaction(async unit => {
      const begin = (quarter: string) => unit.reports.begin([{ quarter, createdAt: now, figures: {} }])
      await begin('2026Q1')
      await begin('2026Q2')
      await begin('2026Q1')
      expect(await unit.reports.latest('2026Q1')).to.include({ version: 2 })
      expect((await unit.reports.all()).map(({ quarter, version }) => `${quarter}v${version}`)).to.deep.equal(
        ['2026Q2v1', '2026Q1v2', '2026Q1v1'],
      )
    })
  })
})
