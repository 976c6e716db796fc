import { expect } from 'chai'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, minutesLater, newCase, newDeadline, now, openCase } from '../office.js'

onEveryDatabase('The versions of the diagrams', fresh => {
  it('are listed with how many cases stand on each', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const one = await openCase(unit, office)
      await openCase(unit, office)
      await unit.instances.advance([
        { id: one.instanceId, expectedRevision: 1, stateId: office.state, endedAt: now },
      ])
      await unit.definitions.deploy(
        [{ key: 'banbuchengshi', name: '办不成事', xml: '<v2/>', sha256: 'd', reason: '改', deployedBy: office.officer }],
        minutesLater(1),
      )
    })
    const lines = await store.views.processList()
    expect(lines.map(({ version, running, total }) => [version, running, total])).to.deep.equal([
      [2, 0, 0],
      [1, 1, 2],
    ])
    expect(lines[0]).to.include({ deployedByName: '经办人甲', reason: '改' }).and.not.have.property('xml')
  })
})

onEveryDatabase('异常', fresh => {
  it('are listed the newest first, page by page, open or all', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const ids = await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const [jobId = 0] = await unit.jobs.enqueue([
        { kind: 'service', instanceId: run.instanceId, activityId: 'Job_Freeze', topic: 'report.freeze', dueAt: now },
      ])
      const ids = await unit.incidents.open([
        { kind: 'turn', ...run, message: '一', openedAt: now },
        { kind: 'job', ...run, jobId, message: '二', openedAt: now },
        { kind: 'turn', message: '三', openedAt: now },
      ])
      await unit.incidents.resolve(ids.slice(0, 1), { at: now, by: office.officer })
      return ids
    })
    const open = await store.views.incidentList({ open: true, limit: 1 })
    expect(open.rows.map(({ id }) => id)).to.deep.equal([ids[2]])
    const rest = await store.views.incidentList({ open: true, limit: 1, after: open.next })
    expect(rest.rows[0]).to.include({ id: ids[1], topic: 'report.freeze', attempts: 0, definitionVersion: 1 })
    expect(rest.next).to.equal(null)
    const all = await store.views.incidentList({ open: false, limit: 9 })
    expect(all.rows.map(({ resolvedByName }) => resolvedByName)).to.deep.equal([null, null, '经办人甲'])
  })
})

onEveryDatabase('What a quarter’s figures are computed from', fresh => {
  it('is every case that was registered, open or due in the quarter, or put right since, with its promises and rectifications', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    const day = (date: string) => ({ registeredOn: date, registeredAt: `${date}T02:00:00.000Z` })
    const closedOn = (date: string) => ({ closedAt: `${date}T02:00:00.000Z` })
    await store.transaction(async unit => {
      const ids = await unit.cases.insert([
        newCase(office, { number: 'before, closed before', ...day('2026-01-05'), ...closedOn('2026-02-01') }),
        newCase(office, { number: 'before, closed in it', ...day('2026-03-05'), ...closedOn('2026-04-20') }),
        newCase(office, { number: 'before, still open', ...day('2026-03-06') }),
        newCase(office, { number: 'in it', ...day('2026-04-01'), ...closedOn('2026-07-03') }),
        newCase(office, { number: 'after', ...day('2026-07-01') }),
        newCase(office, { number: 'closed before, due in it', ...day('2026-03-27'), ...closedOn('2026-03-30') }),
      ])
      const [, , , within = 0, , due = 0] = ids
      const [instanceId = 0] = await unit.instances.start([
        { definitionId: office.definition, subjectKind: 'case', subjectId: due, stateId: office.state, startedAt: now },
      ])
      await unit.deadlines.arm([
        newDeadline({ caseId: due, instanceId }, { promise: 'phoneReply', dueOn: '2026-04-01' }),
        newDeadline({ caseId: due, instanceId }, { dueOn: '2026-04-02' }),
      ])
      const rectified = { departmentId: office.market, itemKey: 'x', element: 'material', submittedAt: now }
      const rectifications = await unit.rectifications.submit([
        { ...rectified, caseId: within },
        { ...rectified, caseId: ids[0] ?? 0 },
        { ...rectified, caseId: ids[0] ?? 0 },
      ])
      await unit.rectifications.accept(rectifications.slice(1, 2), { at: '2025-09-01T00:00:00.000Z', by: null })
      await unit.rectifications.accept(rectifications.slice(2), { at: '2025-01-01T00:00:00.000Z', by: null })
      await unit.consultations.record([
        { placeId: office.hall, at: '2026-03-31T15:59:59.999Z', question: '早了' },
        { placeId: office.hall, at: '2026-03-31T16:00:00.000Z', question: '正好' },
      ])
    })
    const input = await store.views.reportInput({
      from: '2026-04-01',
      to: '2026-06-30',
      fromAt: '2026-03-31T16:00:00.000Z',
      untilAt: '2026-06-30T16:00:00.000Z',
      rectifiedSince: '2025-06-30T16:00:00.000Z',
    })
    expect(input.cases.map(({ number }) => number)).to.deep.equal([
      'before, closed before', // its problem was put right within the last twelve months: it may come back
      'before, closed in it',
      'before, still open',
      'closed before, due in it',
      'in it',
    ])
    expect(input.cases[1]).to.include({ placeName: '城中区政务服务中心', placeKind: 'district', departmentName: null })
    expect(input.promises.map(({ promise, promisedOn }) => [promise, promisedOn])).to.deep.equal([['phoneReply', '2026-04-01']])
    expect(input.rectifications.map(({ acceptedAt }) => acceptedAt), 'all of its cases').to.deep.equal([null, '2025-09-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'])
    expect(input.consultations).to.equal(1)
  })
})
