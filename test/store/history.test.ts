import { expect } from 'chai'
import { createStore, openDatabase } from '../../src/store/index.js'
import { onEveryDatabase, onPostgres, testKeys } from '../helpers/database.js'
import { furnish, now, openCase } from './office.js'

onEveryDatabase('The revision of what has happened', fresh => {
  it('is another after anything has, and the same as long as nothing has', async () => {
    const { store } = await fresh()
    const seen = [await store.read.history.revision()]
    const office = await furnish(store)
    expect(await store.read.history.revision(), 'nothing has happened to a case').to.equal(seen[0])
    const { caseId } = await store.transaction(unit => openCase(unit, office))
    for (const kind of ['case.registered', 'card.red', 'case.urged']) {
      await store.transaction(unit => unit.history.append([{ caseId, at: now, kind }]))
      seen.push(await store.read.history.revision())
      expect(await store.read.history.revision()).to.equal(seen.at(-1))
    }
    expect(new Set(seen).size).to.equal(seen.length)
  })
})

onPostgres('The revision of what has happened', fresh => {
  it('is another when the entry that was begun first is committed last', async () => {
    const { store, target } = await fresh()
    const office = await furnish(store)
    const { caseId } = await store.transaction(unit => openCase(unit, office))
    // a process of its own: one transaction is not opened inside another
    const other = createStore(await openDatabase(target, testKeys))
    const seen: string[] = []
    await store.transaction(async slow => {
      await slow.history.append([{ caseId, at: now, kind: 'case.commented' }])
      const append = () =>
        other.transaction(unit => unit.history.append([{ caseId, at: now, kind: 'case.urged' }]))
      await append()
      seen.push(await store.read.history.revision())
    })
    seen.push(await store.read.history.revision())
    await other.close()
    expect(seen[1], 'the first came into view behind the second').to.not.equal(seen[0])
  })
})
