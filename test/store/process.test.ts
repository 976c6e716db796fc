import { expect } from 'chai'
import { onEveryDatabase } from '../helpers/database.js'
import { failureOf } from './failure.js'
import { furnish, minutesLater, now, openCase, stateAt } from './office.js'

onEveryDatabase('Definitions, states and instances', fresh => {
  it('give each deployment of a diagram the next version', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const diagram = {
      key: 'banbuchengshi',
      name: '办不成事',
      xml: '<v2/>',
      sha256: 'def',
      reason: '缩短时限',
    }
    await store.transaction(unit =>
      unit.definitions.deploy([diagram, { ...diagram, key: 'quarterly-report' }], minutesLater(1)),
    )
    const { definitions } = store.read
    expect(await definitions.latest('banbuchengshi')).to.include({
      version: 2,
      xml: '<v2/>',
      reason: '缩短时限',
    })
    expect(await definitions.byId(office.definition)).to.include({ version: 1, deployedBy: null })
    expect((await definitions.versions('banbuchengshi')).map(({ version }) => version)).to.deep.equal([2, 1])
    expect((await definitions.allLatest()).map(({ key, version }) => [key, version])).to.deep.equal([
      ['banbuchengshi', 2],
      ['quarterly-report', 1],
    ])
    expect(await definitions.latest('none')).to.equal(null)
  })

  it('store each distinct state once', async () => {
    const { store, database } = await fresh()
    const { definition } = await furnish(store)
    const intern = (...hashes: string[]) =>
      store.transaction(unit => unit.engineStates.intern(definition, hashes.map(stateAt)))
    const [one, two, oneAgain] = await intern('one', 'two', 'one')
    expect(one).to.equal(oneAgain).and.not.equal(two)
    expect(await intern('two', 'one')).to.deep.equal([two, one])
    expect(await database.reader('engine_state').whereIn('hash', ['one', 'two'])).to.have.lengthOf(2)
  })

  it('give a state back as it was stored', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const expected = { id: office.state, definitionId: office.definition, ...stateAt('start') }
    expect(await store.read.engineStates.byId(office.state)).to.deep.equal(expected)
    expect(await store.read.engineStates.byIds([office.state, 99])).to.deep.equal([expected])
  })

  it('ask the database for a state at most once', async () => {
    const { store, database } = await fresh()
    const { state, definition } = await furnish(store)
    const asked: string[] = []
    for (const knex of new Set([database.reader, database.writer])) {
      knex.on('query', ({ sql }: { sql: string }) => asked.push(sql))
    }
    await store.read.engineStates.byId(state)
    await store.transaction(unit => unit.engineStates.intern(definition, [stateAt('start')]))
    expect(asked.filter(sql => sql.includes('engine_state'))).to.deep.equal([])
  })

  it('forget a state whose transaction was rolled back', async () => {
    const { store } = await fresh()
    const { definition } = await furnish(store)
    let lost = 0
    await failureOf(
      store.transaction(async unit => {
        ;[lost = 0] = await unit.engineStates.intern(definition, [stateAt('lost')])
        throw new Error('no')
      }),
    )
    expect(await store.read.engineStates.byId(lost)).to.equal(null)
    const [kept = 0, found = 0] = await store.transaction(unit =>
      unit.engineStates.intern(definition, [stateAt('kept'), stateAt('lost')]),
    )
    expect(await store.read.engineStates.byId(kept)).to.include({ hash: 'kept' })
    expect(await store.read.engineStates.byId(found)).to.include({ hash: 'lost' })
  })

  it('move many instances at once, and name those that stood elsewhere', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const runs = []
      for (let count = 0; count < 4; count++) runs.push(await openCase(unit, office))
      const [one = 0, two = 0, three = 0, four = 0] = runs.map(({ instanceId }) => instanceId)
      const [next = 0, end = 0] = await unit.engineStates.intern(office.definition, [
        stateAt('next'),
        { ...stateAt('end'), ended: true, waits: [] },
      ])
      const lost = await unit.instances.advance([
        { id: one, expectedRevision: 1, stateId: next },
        { id: two, expectedRevision: 7, stateId: next },
        { id: three, expectedRevision: 1, stateId: end, endedAt: now, endEvents: ['End_Archived'] },
        { id: four, expectedRevision: 1, stateId: next },
        { id: 999, expectedRevision: 1, stateId: next },
      ])
      expect(lost).to.have.members([two, 999])
      expect(await unit.instances.byId(one)).to.include({ stateId: next, revision: 2, endedAt: null })
      expect(await unit.instances.byId(two)).to.include({ stateId: office.state, revision: 1 })
      expect(await unit.instances.byId(three)).to.deep.include({
        stateId: end,
        revision: 2,
        endedAt: now,
        endEvents: ['End_Archived'],
      })
      const cases = runs.map(({ caseId }) => caseId)
      expect((await unit.instances.running('case', cases)).map(({ id }) => id)).to.deep.equal([
        one,
        two,
        four,
      ])
      expect((await unit.instances.ofSubject('case', cases[2] ?? 0)).map(({ id }) => id)).to.deep.equal([
        three,
      ])
    })
  })

  it('refuse a list that changes one row twice', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const { instanceId: id } = await store.transaction(unit => openCase(unit, office))
    const turn = { id, expectedRevision: 1, stateId: office.state }
    const twice = store.transaction(unit => unit.instances.advance([turn, turn]))
    expect(await failureOf(twice)).to.be.instanceOf(Error)
  })
})
