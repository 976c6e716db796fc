import { expect } from 'chai'
import { onEveryDatabase } from '../helpers/database.js'
import { messageOf } from './failure.js'
import { filled } from './filled-trail.js'
import { now } from './office.js'

const tables = [
  'history_entry',
  'deadline_entry',
  'card',
  'disclosure',
  'process_definition',
  'calendar_version',
  'calendar_entry',
  'calendar_announcement',
  'calendar_change_move',
  'item_entry',
  'access_entry',
]

/** A column of each that somebody might want to change. */
const columnOf: Readonly<Record<string, string>> = {
  card: 'fired_at',
  process_definition: 'deployed_at',
  calendar_entry: 'kind',
  calendar_announcement: 'announced',
  calendar_change_move: 'to_due_at',
}

onEveryDatabase('What happened', fresh => {
  for (const table of tables) {
    it(`cannot be changed or removed in ${table}`, async () => {
      const { database } = await filled(await fresh())
      const { writer } = database
      const before = await writer<object, object[]>(table)
      expect(before).to.have.lengthOf(1)
      const change = { [columnOf[table] ?? 'at']: table === 'calendar_announcement' ? 0 : now }
      expect(await messageOf(writer(table).update(change)), 'update').to.include('append-only')
      expect(await messageOf(writer(table).delete()), 'delete').to.include('append-only')
      expect(await writer(table)).to.deep.equal(before)
    })
  }

  it('can be added to', async () => {
    const { store, caseId } = await filled(await fresh())
    await store.transaction(unit => unit.history.append([{ caseId, at: now, kind: 'case.closed' }]))
    expect(await store.read.history.ofCase(caseId)).to.have.lengthOf(2)
  })
})
