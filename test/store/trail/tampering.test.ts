import { expect } from 'chai'
import type { Knex } from 'knex'
import {
  trailSources,
  type Database,
  type Store,
  type TrailFinding,
  type TrailHead,
} from '../../../src/store/index.js'
import { onEveryDatabase } from '../../helpers/database.js'
import { asAttacker } from '../../helpers/tampering.js'
import { filled } from '../filled-trail.js'
import { now } from '../office.js'

/** A column of each table that is no part of what names the row, and what somebody might write there. */
const tempting: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  history_entry: { actor_name: 'x' },
  access_entry: { address: 'x' },
  disclosure: { reason: 'x' },
  deadline_entry: { to_due_at: 'x' },
  card: { fired_at: 'x' },
  calendar_version: { reason: 'x' },
  calendar_entry: { kind: 'work' },
  calendar_announcement: { announced: 0 },
  calendar_change_move: { to_due_on: 'x' },
  process_definition: { xml: 'x' },
  item_entry: { by_name: 'x' },
  reply_template: { words: 'x' },
  account_entry: { kind: 'x' },
}

/** Makes the key of a copied row another one. */
const another: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  card: { level: 'x' },
  calendar_entry: { date: 'x' },
  calendar_announcement: { year: 1999 },
  calendar_change_move: { deadline_id: 77 },
  process_definition: { id: 77, version: 77 },
}

/** An erasure says of another row why it differs, and is tried with it (erasure.test.ts). */
const filledSources = trailSources.filter(({ name }) => name !== 'erasure_entry')

onEveryDatabase('The audit trail', fresh => {
  it('has nothing to tell of what the house wrote itself', async () => {
    const { store, database } = await filled(await fresh())
    const told: TrailFinding[] = []
    const seen = await store.verifyTrail([], finding => told.push(finding))
    expect(told).to.deep.equal([])
    const sizes = await Promise.all(filledSources.map(({ name }) => sizeOf(database.reader, name)))
    expect(Math.min(...sizes), 'a table without a row would not be tried').to.be.at.least(1)
    expect(seen.rows).to.equal(sizes.reduce((sum, size) => sum + size))
  })

  it('covers every table that refuses to be changed, but itself and the figures of reports', async () => {
    const { database } = await fresh()
    const apart = ['trail_link', 'trail_head', 'report_case', 'report_evidence', 'quarter_report']
    expect((await guarded(database)).filter(name => !apart.includes(name))).to.have.members(
      trailSources.map(({ name }) => name),
    )
  })

  it('names a row that was changed, whatever table it is in', async () => {
    const { store, database } = await filled(await fresh())
    for (const { name: source } of filledSources) {
      const link = (await database.writer('trail_link').where({ source }).first()) as Link
      const change = tempting[source] ?? {}
      const [before]: object[] = await database.writer(source).select(Object.keys(change))
      await asAttacker(database, knex => knex(source).update(change))
      expect(await findings(store)).to.deep.equal([{ kind: 'changed', ...nameOf(link) }])
      await asAttacker(database, knex => knex(source).update(before ?? {}))
      expect(await findings(store), `${source} put back`).to.deep.equal([])
    }
  })

  it('names a row that was added by hand, whatever table it is in', async () => {
    const { store, database } = await filled(await fresh())
    for (const { name: source, key } of filledSources) {
      const row = (await database.writer(source).first()) as Record<string, unknown>
      const copy: Record<string, unknown> = { ...row, ...(another[source] ?? { id: 77 }) }
      await asAttacker(database, knex => knex(source).insert(copy))
      const rowKey = key.map(name => String(copy[name])).join('/')
      expect(await findings(store)).to.deep.equal([{ kind: 'added', source, rowKey }])
      const same = Object.fromEntries(key.map(name => [name, copy[name]]))
      await asAttacker(database, knex => knex(source).where(same).delete())
    }
  })

  it('names a row that was removed, whatever table it is in', async () => {
    const { store, database } = await filled(await fresh())
    for (const { name: source } of filledSources) {
      const link = (await database.writer('trail_link').where({ source }).first()) as Link
      const rows: object[] = await database.writer(source)
      await asAttacker(database, knex => knex(source).delete())
      expect(await findings(store)).to.deep.equal([{ kind: 'removed', ...nameOf(link) }])
      await asAttacker(database, knex => knex(source).insert(rows))
    }
  })

  it('finds two rows that changed places', async () => {
    const { store, database } = await filled(await fresh())
    await store.transaction(unit => unit.history.append([{ at: now, kind: 'process.deployed' }]))
    const rows: { id: number }[] = await database.writer('history_entry').orderBy('id').select('id')
    const [one = 0, two = 0] = rows.map(({ id }) => id)
    await asAttacker(database, async knex => {
      for (const [from, to] of exchange(one, two))
        await knex('history_entry').where({ id: from }).update({ id: to })
    })
    expect(await findings(store)).to.deep.equal([
      { kind: 'changed', source: 'history_entry', rowKey: String(one) },
      { kind: 'changed', source: 'history_entry', rowKey: String(two) },
    ])
  })

  it('finds links that changed places', async () => {
    const { store, database } = await filled(await fresh())
    await asAttacker(database, async knex => {
      for (const [from, to] of exchange(2, 3))
        await knex('trail_link').where({ position: from }).update({ position: to })
    })
    const told = await findings(store)
    expect(told.map(finding => [finding.kind, 'position' in finding && finding.position])).to.deep.equal([
      ['broken', 2],
      ['broken', 3],
      ['broken', 4],
    ])
  })

  it('finds a row that was changed together with its digest', async () => {
    const { store, database } = await filled(await fresh())
    const link = (await database.writer('trail_link').where({ position: 3 }).first()) as Link
    await asAttacker(database, knex =>
      knex('trail_link')
        .where({ position: 3 })
        .update({ digest: 'f'.repeat(64) }),
    )
    expect(await findings(store)).to.deep.equal([
      { kind: 'broken', ...nameOf(link), position: 3 },
      { kind: 'changed', ...nameOf(link) },
    ])
  })

  it('finds a row that was removed together with its link', async () => {
    const { store, database } = await filled(await fresh())
    const { position } = (await database.writer('trail_link').where({ source: 'disclosure' }).first()) as Link
    await asAttacker(database, async knex => {
      await knex('trail_link').where({ position }).delete()
      await knex('disclosure').delete()
    })
    expect(await findings(store)).to.deep.equal([{ kind: 'gap', from: position, to: position }])
  })

  it('finds a tail that was cut off, by what was signed', async () => {
    const { store, database } = await filled(await fresh())
    const { position: last } = (await store.read.trail.last()) ?? { position: 0 }
    const head = await sign(store)
    const { source } = (await database.writer('trail_link').where({ position: last }).first()) as Link
    await asAttacker(database, async knex => {
      await knex('trail_link').where({ position: last }).delete()
      await knex(source).delete()
    })
    expect(await findings(store)).to.deep.equal([{ kind: 'cut', position: last, last: last - 1 }])
    await asAttacker(database, knex => knex('trail_head').delete())
    expect(await findings(store), 'nothing is left that tells').to.deep.equal([])
    expect(await findings(store, [head]), 'but a printed one').to.deep.equal([
      { kind: 'cut', position: last, last: last - 1 },
    ])
  })

  it('finds a head that was not signed with the key, and one that the chain does not bear out', async () => {
    const { store, database } = await filled(await fresh())
    const head = await sign(store)
    expect(await findings(store, [head])).to.deep.equal([])
    const forged = { ...head, hash: 'f'.repeat(64) }
    expect(await findings(store, [forged])).to.deep.equal([{ kind: 'head', position: head.position }])
    await asAttacker(database, knex => knex('trail_head').update({ at: '2020-01-01T00:00:00.000Z' }))
    expect(await findings(store)).to.deep.equal([{ kind: 'head', position: head.position }])
  })
})

interface Link {
  readonly position: number
  readonly source: string
  readonly row_key: string
}

function nameOf({ source, row_key: rowKey }: Link) {
  return { source, rowKey }
}

/** Steps that make two keys change places without two rows having the same one. */
function exchange(one: number, two: number): readonly (readonly [number, number])[] {
  return [
    [one, 9_999],
    [two, one],
    [9_999, two],
  ]
}

async function findings(store: Store, known: readonly TrailHead[] = []): Promise<TrailFinding[]> {
  const told: TrailFinding[] = []
  await store.verifyTrail(known, finding => told.push(finding))
  return told
}

async function sign(store: Store): Promise<TrailHead> {
  const last = await store.read.trail.last()
  const content = { position: last?.position ?? 0, hash: last?.hash ?? '', at: now }
  const head = { ...content, keyId: store.trailKey.id, signature: store.trailKey.sign(content) }
  await store.transaction(unit => unit.trail.addHead(head))
  return head
}

async function sizeOf(knex: Knex, table: string): Promise<number> {
  const [row] = await knex(table).count<{ count: number | string }[]>({ count: '*' })
  return Number(row?.count)
}

/** The tables whose rows the database refuses to change. */
async function guarded({ writer, dialect }: Database): Promise<string[]> {
  const rows: { name: string }[] =
    dialect === 'sqlite'
      ? await writer('sqlite_master').where({ type: 'trigger' }).distinct({ name: 'tbl_name' })
      : await writer('information_schema.triggers').distinct({ name: 'event_object_table' })
  return rows.map(({ name }) => name)
}
