import { expect } from 'chai'
import type { Store, TrailFinding } from '../../../src/store/index.js'
import { digestOf } from '../../../src/store/trail/digest.js'
import { onEveryDatabase, type TestStore } from '../../helpers/database.js'
import { asAttacker } from '../../helpers/tampering.js'
import { messageOf } from '../failure.js'
import { filled } from '../filled-trail.js'
import { minutesLater, now } from '../office.js'

const rule = { at: now, rule: 'caseData', by: null }

onEveryDatabase('A row of the trail that was erased by rule', fresh => {
  it('is told apart from one that was changed', async () => {
    const { store, words } = await erased(await fresh())
    expect(await words()).to.deep.equal([{ reason: '' }])
    const { findings, erased: count } = await verified(store)
    expect(findings).to.deep.equal([])
    expect(count).to.equal(1)
  })

  it('loses its words and nothing else, and only when an erasure names it', async () => {
    const { database } = await filled(await fresh())
    const { writer } = database
    for (const [table, set] of [
      ['history_entry', { data: null }],
      ['access_entry', { address: null }],
      ['disclosure', { reason: '' }],
      ['deadline_entry', { data: null }],
    ] as const)
      expect(await messageOf(writer(table).update(set)), table).to.include('append-only')
  })

  it('keeps who, when and about which case, whatever names it', async () => {
    const { database } = await erased(await fresh())
    const { writer } = database
    for (const set of [{ at: minutesLater(1) }, { account_id: 99 }, { case_id: 99 }])
      expect(await messageOf(writer('disclosure').update(set)), JSON.stringify(set)).to.include('append-only')
    expect(await messageOf(writer('disclosure').delete())).to.include('append-only')
  })

  it('is erased a second time where more is to go', async () => {
    const { store, database } = await filled(await fresh())
    const [entry] = await database.reader<{ id: number }>('access_entry').select('id')
    const id = entry?.id ?? 0
    await store.transaction(async unit => {
      await unit.erasures.accesses(rule, [{ id, set: { address: null, data: { total: 3 } } }])
    })
    await store.transaction(async unit => {
      await unit.erasures.accesses(rule, [{ id, set: { address: null, data: null } }])
    })
    expect(await store.read.erasures.ofRow('access_entry', String(id))).to.have.lengthOf(2)
    expect(await verified(store)).to.deep.include({ findings: [], erased: 1 })
  })

  it('is left alone, without an erasure, where it says nothing that goes', async () => {
    const { store, id } = await erased(await fresh())
    const again = await store.transaction(unit =>
      unit.erasures.disclosures(rule, [{ id, set: { reason: '' } }]),
    )
    expect(again).to.equal(0)
    expect(await store.read.erasures.ofRow('disclosure', String(id))).to.have.lengthOf(1)
  })

  it('is found when it was changed afterwards, or its words were put back', async () => {
    const { store, database, id } = await erased(await fresh())
    for (const reason of ['x', '电话答复一次', '电话答复']) {
      await asAttacker(database, knex => knex('disclosure').update({ reason }))
      expect((await verified(store)).findings).to.deep.equal([changed('disclosure', id)])
    }
  })

  it('is found when an intruder writes an erasure of their own to excuse it', async () => {
    const { store, database } = await filled(await fresh())
    const [row] = await database.reader<{ id: number }>('disclosure').select('id')
    const id = row?.id ?? 0
    await asAttacker(database, async knex => {
      await knex('erasure_entry').insert(forged('disclosure', id, 'f'.repeat(64)))
      await knex('disclosure').update({ reason: '' })
    })
    expect((await verified(store)).findings).to.deep.equal([
      changed('disclosure', id),
      { kind: 'added', source: 'erasure_entry', rowKey: '1' },
    ])
  })

  it('is found when the erasure was turned to excuse something else', async () => {
    const { store, database, id } = await erased(await fresh())
    await asAttacker(database, async knex => {
      await knex('disclosure').update({ reason: 'x' })
      const [row] = await knex<Record<string, string | number>>('disclosure').select('*')
      await knex('erasure_entry').update({ digest_after: digestOf('disclosure', row ?? {}) })
    })
    expect((await verified(store)).findings).to.deep.equal([
      changed('disclosure', id),
      changed('erasure_entry', 1),
    ])
  })

  it('is found when its erasure was removed', async () => {
    const { store, database, id } = await erased(await fresh())
    await asAttacker(database, knex => knex('erasure_entry').delete())
    expect((await verified(store)).findings).to.deep.equal([
      changed('disclosure', id),
      { kind: 'removed', source: 'erasure_entry', rowKey: '1' },
    ])
  })

  it('is found when erasures of two rows changed places', async () => {
    const { store, database, id, caseId, accountId } = await erased(await fresh())
    const [other = 0] = await store.transaction(unit =>
      unit.disclosures.record([{ caseId, accountId, at: now, reason: '回访' }]),
    )
    await asAttacker(database, async knex => {
      await knex('erasure_entry').update({ row_key: String(other) })
      await knex('disclosure').where({ id: other }).update({ reason: '' })
    })
    expect((await verified(store)).findings).to.have.deep.members([
      changed('disclosure', id),
      changed('disclosure', other),
      changed('erasure_entry', 1),
    ])
  })
})

/** A filled trail whose only look at personal data has lost its reason. */
async function erased(fresh: TestStore) {
  const trail = await filled(fresh)
  const { store, database } = trail
  const [row] = await database.reader<{ id: number }>('disclosure').select('id')
  const id = row?.id ?? 0
  await store.transaction(unit => unit.erasures.disclosures(rule, [{ id, set: { reason: '' } }]))
  return { ...trail, id, words: () => database.reader('disclosure').select('reason') }
}

async function verified(store: Store): Promise<{ findings: TrailFinding[]; erased: number }> {
  const findings: TrailFinding[] = []
  const { erased: count } = await store.verifyTrail([], finding => findings.push(finding))
  return { findings, erased: count }
}

function changed(source: string, id: number): TrailFinding {
  return { kind: 'changed', source, rowKey: String(id) }
}

function forged(source: string, id: number, digest: string) {
  return { at: now, rule: 'caseData', source, row_key: String(id), digest_after: digest }
}
