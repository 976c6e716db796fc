import type { TestStore } from '../helpers/database.js'
import { furnish, newDeadline, now, openCase } from './office.js'

/** A store with one row, and no more, in every table of the audit trail. */
export async function filled(fresh: TestStore) {
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
    await unit.accesses.record([
      {
        at: now,
        actorId: office.officer,
        actorName: '经办人甲',
        kind: 'account.signedIn',
        address: '10.0.0.7',
      },
    ])
    const [itemId = 0] = await unit.items.insert([
      { key: '食品经营许可', name: '食品经营许可', pinyin: 'shipin', createdAt: now },
    ])
    await unit.items.record([
      { itemId, at: now, by: office.officer, byName: '经办人甲', kind: 'adopted', data: {} },
    ])
    await unit.replyTemplates.add([
      { occasion: 'notice', cause: '', words: '您好', at: now, by: office.officer },
    ])
    await unit.accountEntries.add([
      { accountId: office.officer, kind: 'invited', actorId: null, at: now, data: {} },
    ])
    return { ...fresh, caseId, accountId: office.officer }
  })
}
