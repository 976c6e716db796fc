import { expect } from 'chai'
import type { Case } from '../../src/casework/case.js'
import type { StoredCase } from '../../src/store/index.js'
import { onEveryDatabase } from '../helpers/database.js'
import { messageOf } from './failure.js'
import { furnish, minutesLater, newCase, now, openCase } from './office.js'

onEveryDatabase('Cases', fresh => {
  it('are registered with what the report says, the rest unknown', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const given = newCase(office, {
      facts: { visits: 3, guide: { read: 'web' } },
      visits: 3,
      windowId: office.window,
    })
    const [id = 0] = await store.transaction(unit => unit.cases.insert([given]))
    const stored: StoredCase | null = await store.read.cases.byNumber(given.number)
    // what the store gives is what the office's rules take
    const asTheOfficeSeesIt: Case | null = stored
    expect(asTheOfficeSeesIt).to.deep.include({
      ...given,
      id,
      revision: 1,
      verdict: null,
      hiddenBarrier: false,
    })
    expect(await store.read.cases.byId(id)).to.deep.equal(stored)
    expect(await store.read.cases.bySubmission(given.submissionId)).to.deep.equal(stored)
    expect(await store.read.cases.byNumber('2026-99999')).to.equal(null)
  })

  it('are registered once for each form that was sent', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const first = newCase(office)
    await store.transaction(unit => unit.cases.insert([first]))
    const again = newCase(office, { submissionId: first.submissionId })
    expect(await messageOf(store.transaction(unit => unit.cases.insert([again])))).to.match(/unique/i)
  })

  it('change facts and columns together, from the revision that was read', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const [one = 0, two = 0] = await unit.cases.insert([newCase(office), newCase(office)])
      const lost = await unit.cases.update([
        {
          id: one,
          expectedRevision: 1,
          set: {
            facts: { verdict: 'department' },
            verdict: 'department',
            hiddenBarrier: true,
            closedAt: now,
          },
        },
        { id: two, expectedRevision: 2, set: { verdict: 'citizen' } },
      ])
      expect(lost).to.deep.equal([two])
      expect(await unit.cases.byId(one)).to.deep.include({
        revision: 2,
        verdict: 'department',
        hiddenBarrier: true,
        closedAt: now,
        facts: { verdict: 'department' },
      })
      expect(await unit.cases.byId(two)).to.include({ revision: 1, verdict: null })
      await unit.cases.update([{ id: one, expectedRevision: 2, set: { verdict: null, satisfaction: 5 } }])
      expect(await unit.cases.byId(one)).to.include({ verdict: null, satisfaction: 5, hiddenBarrier: true })
      expect((await unit.cases.byIds([two, one])).map(({ id }) => id)).to.deep.equal([one, two])
    })
  })

  it('are found by person and by item, the newest first', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const [old = 0, fresh = 0, other = 0] = await unit.cases.insert([
        newCase(office, { registeredAt: minutesLater(-60) }),
        newCase(office),
        newCase(office, { contact: '10000000102', itemKey: '医保' }),
      ])
      const ids = (cases: readonly StoredCase[]) => cases.map(({ id }) => id)
      expect(ids(await unit.cases.ofContact('10000000101', 10))).to.deep.equal([fresh, old])
      expect(ids(await unit.cases.ofItem('医保', { since: now, limit: 9 }))).to.deep.equal([other])
      expect(ids(await unit.cases.ofItem('食品经营许可新办', { since: now, limit: 9 }))).to.deep.equal([
        fresh,
      ])
    })
  })

  it('keep any text as it was written', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const description = `㙍𬌗䶮 😀 "'; drop table grievance_case; -- % _ \\ ${'长'.repeat(2000)}\n`
    const [id = 0] = await store.transaction(unit => unit.cases.insert([newCase(office, { description })]))
    expect(await store.read.cases.byId(id)).to.include({ description })
  })
})

onEveryDatabase('What is done about a case', fresh => {
  it('is put to departments round by round, and each answers once', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const { caseId } = await openCase(unit, office)
      const { caseDepartments } = unit
      await caseDepartments.add([
        { caseId, departmentId: office.housing, part: 'assist', round: 1 },
        { caseId, departmentId: office.market, part: 'lead', round: 1 },
        { caseId, departmentId: office.market, part: 'lead', round: 2 },
      ])
      const answer = {
        caseId,
        departmentId: office.market,
        round: 1,
        confirmation: 'disputed' as const,
        reason: '指南已写明',
        at: now,
        by: office.liaison,
      }
      expect(await caseDepartments.answer([answer])).to.deep.equal([])
      const late = { ...answer, confirmation: 'deemed' as const, reason: null, by: null }
      expect(await caseDepartments.answer([late])).to.deep.equal([late])
      const rows = await caseDepartments.ofCase(caseId)
      expect(rows.map(({ round, part, confirmation }) => [round, part, confirmation])).to.deep.equal([
        [1, 'lead', 'disputed'],
        [1, 'assist', null],
        [2, 'lead', null],
      ])
    })
  })

  it('is called about, urged, linked, asked about and looked at', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const { caseId } = await openCase(unit, office)
      const { caseId: otherId } = await openCase(unit, office)
      await unit.calls.record([
        {
          caseId,
          at: minutesLater(5),
          by: office.officer,
          number: '10000000101',
          result: 'answered',
          understood: true,
        },
        { caseId, at: now, by: office.officer, number: '10000000101', result: 'noAnswer' },
      ])
      expect((await unit.calls.ofCase(caseId)).map(call => [call.result, call.understood])).to.deep.equal([
        ['noAnswer', null],
        ['answered', true],
      ])
      await unit.supervisions.record([
        { caseId, kind: 'urge', message: '请今天答复', at: now, by: office.officer },
        { caseId, kind: 'supervise', number: '督2026-0001', message: '逾期', at: now },
      ])
      expect((await unit.supervisions.ofCase(caseId)).map(({ kind }) => kind)).to.deep.equal([
        'urge',
        'supervise',
      ])
      const link = { caseId, otherId, kind: 'merged' as const, at: now, by: office.clerk }
      await unit.links.add([link])
      await unit.links.add([link])
      expect(await unit.links.ofCase(otherId)).to.deep.equal([link])
      await unit.links.remove([link])
      expect(await unit.links.ofCase(caseId)).to.deep.equal([])
      await unit.disclosures.record([{ caseId, accountId: office.officer, at: now, reason: '电话答复' }])
      expect(await unit.disclosures.ofCase(caseId)).to.have.lengthOf(1)
      const [asked = 0, second = 0] = await unit.consultations.record([
        { placeId: office.hall, at: now, question: '几点下班？', answer: '五点半' },
        { placeId: office.street, at: now, question: '要带什么？' },
      ])
      expect(await unit.consultations.turnIntoCase([{ id: asked, caseId }])).to.deep.equal([])
      expect(await unit.consultations.turnIntoCase([{ id: asked, caseId: otherId }])).to.deep.equal([asked])
      expect((await unit.consultations.list(null, 9)).map(({ id }) => id)).to.deep.equal([second, asked])
      expect((await unit.consultations.list(null, 9, second)).map(({ id }) => id)).to.deep.equal([asked])
      expect((await unit.consultations.list(office.street, 9)).map(({ id }) => id)).to.deep.equal([second])
      expect(await unit.consultations.byId(asked)).to.include({ caseId })
    })
  })

  it('is put right, checked, returned and put right again', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const { caseId } = await openCase(unit, office)
      const handedIn = {
        caseId,
        departmentId: office.market,
        itemKey: '食品经营许可新办',
        cause: 'B2' as const,
        element: 'material',
        beforeText: '房东声明',
        afterText: '删除',
        prevention: '清单逐项核对',
        submittedAt: now,
        submittedBy: office.liaison,
      }
      const { rectifications } = unit
      const [first = 0] = await rectifications.submit([handedIn])
      expect(await rectifications.openOf(caseId)).to.include({ id: first })
      const back = { id: first, reason: '未附公布网址', at: now, by: office.officer }
      expect(await rectifications.giveBack([back])).to.deep.equal([])
      expect(await rectifications.openOf(caseId)).to.equal(null)
      const [second = 0] = await rectifications.submit([handedIn])
      const accepted = { at: minutesLater(9), by: office.officer }
      expect(await rectifications.accept([first, second], accepted)).to.deep.equal([first])
      expect(await rectifications.openOf(caseId)).to.equal(null)
      expect((await rectifications.ofCase(caseId)).map(({ id }) => id)).to.deep.equal([first, second])
      expect((await rectifications.acceptedOf('食品经营许可新办', now)).map(({ id }) => id)).to.deep.equal([
        second,
      ])
      expect(await rectifications.acceptedOf('食品经营许可新办', minutesLater(10))).to.deep.equal([])
      expect(await rectifications.acceptedOf('别的', now)).to.deep.equal([])
    })
  })

  it('is written down in the order in which it happened', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const { caseId, instanceId } = await openCase(unit, office)
      const ids = await unit.history.append([
        { caseId, instanceId, at: now, actorId: office.clerk, actorName: '专员乙', kind: 'case.registered' },
        {
          caseId,
          instanceId,
          at: now,
          kind: 'deadline.fired',
          activityId: 'Timer_ScopeDue',
          data: { red: true },
        },
        { at: now, kind: 'calendar.changed' },
      ])
      const entries = await unit.history.ofCase(caseId)
      expect(entries.map(({ id }) => id)).to.deep.equal(ids.slice(0, 2))
      expect(entries[1]).to.deep.include({ data: { red: true }, actorName: null })
      expect(await unit.history.ofInstance(instanceId)).to.have.lengthOf(2)
    })
  })
})
