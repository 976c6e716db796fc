import { expect } from 'chai'
import { onEveryDatabase, type TestStore } from '../helpers/database.js'
import { messageOf } from './failure.js'
import { furnish, newDeadline, now, openCase } from './office.js'

const tables = ['history_entry', 'deadline_move', 'card', 'disclosure', 'process_definition']

onEveryDatabase('What happened', fresh => {
  for (const table of tables) {
    it(`cannot be changed or removed in ${table}`, async () => {
      const { database } = await filled(await fresh())
      const { writer } = database
      const before = await writer<object, object[]>(table)
      expect(before).to.have.lengthOf(1)
      const column = { card: 'fired_at', process_definition: 'deployed_at' }[table] ?? 'at'
      expect(await messageOf(writer(table).update({ [column]: now })), 'update').to.include('append-only')
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

async function filled(fresh: TestStore) {
  const { store } = fresh
  const office = await furnish(store)
  return store.transaction(async unit => {
    const run = await openCase(unit, office)
    const { caseId } = run
    const [deadlineId = 0] = await unit.deadlines.arm([newDeadline(run)])
    await unit.history.append([{ caseId, at: now, kind: 'case.registered', data: { by: 'window' } }])
    await unit.deadlines.move(
      [
        {
          id: deadlineId,
          startOn: '2026-04-15',
          dueOn: '2026-04-17',
          dueAt: '2026-04-17T09:30:00.000Z',
          warnAt: null,
          provisional: false,
        },
      ],
      { at: now, by: null, reason: '节假日安排公布' },
    )
    await unit.deadlines.show([{ deadlineId, level: 'yellow', caseId, firedAt: now }])
    await unit.disclosures.record([{ caseId, accountId: office.officer, at: now, reason: '电话答复' }])
    return { ...fresh, caseId }
  })
}
