import { expect } from 'chai'
import { onEveryDatabase, type TestStore } from '../helpers/database.js'
import { messageOf } from './failure.js'
import { furnish, newDeadline, now, openCase } from './office.js'

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

async function filled(fresh: TestStore) {
  const { store } = fresh
  const office = await furnish(store)
  return store.transaction(async unit => {
    const run = await openCase(unit, office)
    const { caseId } = run
    // its ledger begins with it
    const [deadlineId = 0] = await unit.deadlines.arm([newDeadline(run)])
    await unit.history.append([{ caseId, at: now, kind: 'case.registered', data: { by: 'window' } }])
    await unit.deadlines.show([{ deadlineId, level: 'yellow', caseId, firedAt: now }])
    await unit.calendar.arrange(
      {
        days: [{ scope: 'local', date: '2026-04-16', kind: 'rest', name: '台风', source: '通知' }],
        years: [{ scope: 'local', year: 2026, announced: true }],
      },
      { at: now, by: null, reason: '台风' },
    )
    const changeId = await unit.calendarChanges.draft({
      createdAt: now,
      createdBy: office.officer,
      arrangement: { days: [], years: [] },
    })
    const [from, to] = ['2026-04-16', '2026-04-17']
    await unit.calendarChanges.recordMoves([
      {
        changeId,
        deadlineId,
        caseId,
        ...{ fromDueOn: from, fromDueAt: now, fromProvisional: true },
        ...{ toDueOn: to, toDueAt: now, toProvisional: false },
      },
    ])
    await unit.disclosures.record([{ caseId, accountId: office.officer, at: now, reason: '电话答复' }])
    return { ...fresh, caseId }
  })
}
