import { EventEmitter, once } from 'node:events'
import { expect } from 'chai'
import { KeysInUseProblem, NothingToRetireProblem } from '../../src/casework/setup-problem.js'
import { handClock } from '../../src/clock.js'
import { keyUses, retireKeys, rotateKeys } from '../../src/runtime/index.js'
import {
  closeDatabase,
  contactKeys,
  createStore,
  newKey,
  openDatabase,
  SealKeyMissingProblem,
  trailSources,
  type Store,
} from '../../src/store/index.js'
import { sealedTables } from '../../src/store/sealing/anew.js'
import { onEveryDatabase, onPostgres } from '../helpers/database.js'
import { furnish, newCase } from '../store/office.js'

onEveryDatabase('The keys of contact fields', fresh => {
  const clock = handClock('2026-11-26T09:00:00+08:00')
  const open: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close()
  })

  it('are changed while the office works: what is sealed under either is read and found', async () => {
    const { store, ring, first } = await sealedOffice(5)
    const second = ring.add()
    // so far a run came that was cut off
    await store.transaction(unit => unit.sealing.anew({ table: 0, after: 0 }, 2))
    expect(new Set((await store.read.sealing.counts()).keys())).to.deep.equal(new Set([first, second]))
    await expectReadable(store, 5)

    const parts = { store, clock }
    expect(await refused(retireKeys(parts, ring))).to.be.instanceOf(KeysInUseProblem)
    expect(await rotateKeys(parts, ring), 'goes on, and makes no third key').to.deep.equal({
      key: second,
      rows: 4,
    })
    await expectReadable(store, 5)
    expect(await keyUses(parts, ring)).to.deep.equal({
      keys: [
        { id: first, current: false, values: 0 },
        { id: second, current: true, values: 16 },
      ],
      missing: [],
      open: 0,
    })

    expect(await retireKeys(parts, ring)).to.deep.equal([first])
    await expectReadable(store, 5)
    expect(await refused(retireKeys(parts, ring))).to.be.instanceOf(NothingToRetireProblem)
    const again = await rotateKeys(parts, ring)
    expect(again.key, 'when all is sealed a run begins anew').to.not.be.oneOf([first, second])
    expect(again.rows).to.equal(6)
  })

  it('are told from those of another office, though the oldest cases were cleared', async () => {
    const { store, target } = await sealedOffice(3)
    await store.transaction(async unit => {
      const set = { reporterName: '', agentName: null, contact: '', contactTail: '' }
      await unit.cases.update([1, 3].map(id => ({ id, expectedRevision: 1, set })))
    })
    await store.read.sealing.try()
    const strange = await openDatabase(target, contactKeys({ keys: () => [newKey()] }))
    open.push(() => closeDatabase(strange))
    expect(await refused(createStore(strange).read.sealing.try())).to.be.instanceOf(SealKeyMissingProblem)
  })

  it('are no part of what the trail vouches for, so a change of keys breaks nothing', async () => {
    const trail = new Set(trailSources.map(({ name }) => name))
    expect(sealedTables.filter(({ name }) => trail.has(name))).to.deep.equal([])
    const { store, ring } = await sealedOffice(2)
    await rotateKeys({ store, clock }, ring)
    const findings: unknown[] = []
    const { rows } = await store.verifyTrail([], finding => findings.push(finding))
    expect(findings).to.deep.equal([])
    expect(rows, 'the process that was deployed, and the run itself').to.equal(2)
  })

  it('change no revision: who has a page open does not notice', async () => {
    const { store, ring } = await sealedOffice(1)
    await rotateKeys({ store, clock }, ring)
    expect(await store.read.cases.byId(1)).to.include({ revision: 1 })
  })

  async function sealedOffice(cases: number) {
    const { target } = await fresh()
    const keys = [newKey()]
    const ring = {
      keys: () => keys,
      add: () => keys[keys.push(newKey()) - 1]?.id ?? '',
      remove: (ids: readonly string[]) =>
        void keys.splice(0, keys.length, ...keys.filter(({ id }) => !ids.includes(id))),
    }
    const database = await openDatabase(target, contactKeys(ring))
    open.push(() => closeDatabase(database))
    const store = createStore(database)
    const office = await furnish(store)
    await store.transaction(async unit => {
      const rows = Array.from({ length: cases }, () => newCase(office, { agentName: '覃大梅' }))
      const [caseId = 0] = await unit.cases.insert(rows)
      await unit.calls.record([{ caseId, at: clock.now(), number: '10000000199', result: 'noAnswer' }])
    })
    return { store, ring, target, first: keys[0]?.id ?? '' }
  }

  async function expectReadable(store: Store, cases: number): Promise<void> {
    expect(await store.read.cases.ofContact('10000000101', 99)).to.have.length(cases)
    for (const term of ['小梅', '10000000101', '覃大梅']) {
      const page = await store.views.caseList({ search: { terms: [term], people: true }, limit: 99 })
      expect(
        page.rows.map(({ reporterName }) => reporterName),
        term,
      ).to.deep.equal(Array(cases).fill('覃小梅'))
    }
    expect((await store.read.calls.ofCase(1)).map(({ number }) => number)).to.deep.equal(['10000000199'])
  }

  function refused(work: Promise<unknown>): Promise<unknown> {
    return work.catch((error: unknown) => error)
  }
})

onPostgres('An older key', fresh => {
  it('is not taken away while somebody who began before the change may still seal under it', async () => {
    const clock = handClock('2026-11-26T09:00:00+08:00')
    const { target } = await fresh()
    const keys = [newKey()]
    const remove = (ids: readonly string[]) =>
      void keys.splice(0, keys.length, ...keys.filter(({ id }) => !ids.includes(id)))
    const database = await openDatabase(target, contactKeys({ keys: () => keys }))
    try {
      const store = createStore(database)
      const office = await furnish(store)
      const told = new EventEmitter()
      const began = once(told, 'began')
      const slow = store.transaction(async unit => {
        await unit.cases.insert([newCase(office)])
        told.emit('began')
        await once(told, 'go')
      })
      await began
      keys.push(newKey())
      const retiring = retireKeys({ store, clock }, { keys: () => keys, add: () => '', remove }).catch(
        (error: unknown) => error,
      )
      const waits = async () => (await database.reader('pg_locks').where({ granted: false })).length > 0
      for (let asked = 0; asked < 50 && !(await waits()); asked++);
      told.emit('go')
      await slow
      expect(await retiring).to.be.instanceOf(KeysInUseProblem)
      expect(await store.read.cases.byId(1)).to.include({ reporterName: '覃小梅' })
    } finally {
      await closeDatabase(database)
    }
  })
})
