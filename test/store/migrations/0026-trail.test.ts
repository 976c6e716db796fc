import { expect } from 'chai'
import { createStore, createTrailKey, migrate, type TrailFinding } from '../../../src/store/index.js'
import { onSqliteFile } from '../../helpers/database.js'
import { filled } from '../filled-trail.js'

onSqliteFile('A trail that was there before its chain', fresh => {
  it('is linked as it stands, once, and borne out from then on', async () => {
    const { database } = await filled(await fresh())
    const { writer } = database
    for (const table of ['trail_link', 'trail_head', 'access_entry']) await writer.schema.dropTable(table)
    for (const index of ['history_at', 'history_actor']) await writer.raw(`drop index ${index}`)
    await writer('schema_migration').where({ name: '0026-trail' }).delete()

    const key = createTrailKey('the secret of this office')
    expect(await migrate(database, key)).to.deep.equal(['0026-trail'])
    const store = createStore(database, key)
    const told: TrailFinding[] = []
    const { rows } = await store.verifyTrail([], finding => told.push(finding))
    expect(told).to.deep.equal([])
    expect(rows, 'a row of each table but the new one').to.be.at.least(10)

    await writer('history_entry').insert({ at: '2026-04-15T00:00:00.000Z', kind: 'case.closed' })
    expect(
      await migrate(database, key),
      'an upgrade takes nothing in that the house did not write',
    ).to.deep.equal([])
    await store.verifyTrail([], finding => told.push(finding))
    expect(told.map(({ kind }) => kind)).to.deep.equal(['added'])
  })
})
