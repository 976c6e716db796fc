import { expect } from 'chai'
import { NestedTransactionError, TransactionConflictError, type Store } from '../../src/store/index.js'
import { onEveryDatabase, onPostgres } from '../helpers/database.js'
import { failureOf, messageOf } from './failure.js'
import { furnish, openCase, stateAt } from './office.js'

onEveryDatabase('A transaction', fresh => {
  it('writes all or nothing', async () => {
    const { store } = await fresh()
    const failed = store.transaction(async unit => {
      await unit.settings.put([{ key: 'a', value: '1' }])
      throw new Error('power cut')
    })
    expect(await messageOf(failed)).to.equal('power cut')
    expect(await store.read.settings.get('a')).to.equal(null)
  })

  it('sees its own writes before anybody else does', async () => {
    const { store } = await fresh()
    await store.transaction(async unit => {
      await unit.settings.put([{ key: 'a', value: '1' }])
      expect(await unit.settings.get('a')).to.equal('1')
    })
    expect(await store.read.settings.get('a')).to.equal('1')
  })

  it('refuses another inside it, which would wait for it for ever', async () => {
    const { store } = await fresh()
    const nested = store.transaction(() => store.transaction(() => Promise.resolve()))
    expect(await failureOf(nested)).to.be.instanceOf(NestedTransactionError)
  })

  it('lets what it began open one of its own when it is over', async () => {
    const { store } = await fresh()
    let begin: () => void = () => undefined
    const signal = new Promise<void>(resolve => (begin = resolve))
    let later: Promise<unknown> = signal
    await store.transaction(unit => {
      later = signal.then(() => store.transaction(next => next.settings.get('a')))
      return unit.settings.put([{ key: 'a', value: '1' }])
    })
    begin()
    expect(await later).to.equal('1')
  })

  it('counts without gap or double when many want a number', async () => {
    const { store } = await fresh()
    const numbers = await Promise.all(
      Array.from({ length: 12 }, () =>
        stubbornly(() => store.transaction(unit => unit.settings.next('case-2026'))),
      ),
    )
    expect(numbers.sort((one, other) => one - other)).to.deep.equal(
      Array.from({ length: 12 }, (_, i) => i + 1),
    )
    expect(await store.transaction(unit => unit.settings.next('case-2026', 5))).to.equal(13)
    expect(await store.transaction(unit => unit.settings.next('case-2026'))).to.equal(18)
  })

  it('has one winner when two turns of one instance meet', async () => {
    const { store } = await fresh()
    const { id, turn } = await raceOf(store)
    const outcomes = await Promise.allSettled([turn('one'), turn('other')])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.lengthOf(1)
    expect(await store.read.instances.byId(id)).to.include({ revision: 2 })
  })

  it('lets the loser of a race try again and see what happened', async () => {
    const { store } = await fresh()
    const { id, turn } = await raceOf(store)
    await Promise.all([turn('one').catch(() => turn('one')), turn('other').catch(() => turn('other'))])
    expect(await store.read.instances.byId(id)).to.include({ revision: 3 })
  })
})

describe('Two transactions that really run at once', () => {
  onPostgres('that both have read', fresh => {
    it('end with one conflict, which may be tried again', async () => {
      const { store } = await fresh()
      const { id } = await raceOf(store)
      const bothHaveRead = barrier(2)
      const turn = () =>
        store.transaction(async unit => {
          const instance = await unit.instances.byId(id)
          await bothHaveRead()
          return unit.instances.advance([
            { id, expectedRevision: instance?.revision ?? 0, stateId: instance?.stateId ?? 0 },
          ])
        })
      const outcomes = await Promise.allSettled([turn(), turn()])
      const refused = outcomes.find(outcome => outcome.status === 'rejected')
      expect(refused?.reason).to.be.instanceOf(TransactionConflictError)
      expect(await store.read.instances.byId(id)).to.include({ revision: 2 })
    })
  })
})

/** An instance, and a turn of it that reads, moves on and gives up when it was too late. */
async function raceOf(store: Store) {
  const office = await furnish(store)
  const { instanceId: id } = await store.transaction(unit => openCase(unit, office))
  const turn = async (name: string) => {
    const before = await store.read.instances.byId(id)
    return store.transaction(async unit => {
      const [stateId = 0] = await unit.engineStates.intern(office.definition, [stateAt(name)])
      const lost = await unit.instances.advance([{ id, expectedRevision: before?.revision ?? 0, stateId }])
      if (lost.length > 0) throw new Error('someone was faster')
    })
  }
  return { id, turn }
}

function barrier(count: number): () => Promise<void> {
  let open: () => void = () => undefined
  const gate = new Promise<void>(resolve => (open = resolve))
  let waiting = 0
  return () => {
    if (++waiting === count) open()
    return gate
  }
}

async function stubbornly<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TransactionConflictError)) throw error
    }
  }
}
