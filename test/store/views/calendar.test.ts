import { expect } from 'chai'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, minutesLater, newDeadline, now, openCase } from '../office.js'

const why = { at: now, by: null, reason: '台风停工' }
const storm = (date: string) =>
  ({ scope: 'local', date, kind: 'rest', name: '台风停工', source: '通知（测试）' }) as const

onEveryDatabase('The pages of the calendar', fresh => {
  it('show the versions, newest first, with the change each came from', async () => {
    const { store } = await fresh()
    const { officer } = await furnish(store)
    await store.transaction(async unit => {
      await unit.calendar.arrange({ days: [storm('2026-09-03')], years: [] }, { ...why, reason: null })
      const arrangement = { days: [storm('2026-09-04')], years: [] }
      const id = await unit.calendarChanges.draft({ createdAt: now, createdBy: officer, arrangement })
      const [jobId = 0] = await unit.jobs.enqueue([
        { kind: 'calendarChange', activityId: '', payload: { changeId: id }, dueAt: now },
      ])
      const confirmed = { confirmedAt: now, confirmedBy: officer, baseVersion: 1, reason: '台风停工', jobId }
      await unit.calendarChanges.confirm(id, confirmed, 1)
      const versionId = await unit.calendar.arrange(arrangement, { ...why, by: officer })
      await unit.calendarChanges.apply(id, { appliedAt: now, versionId, lookedAt: 7, moved: 3 })
    })
    const { rows, next } = await store.views.calendarVersions({ after: null, limit: 1 })
    expect(rows).to.have.length(1)
    expect(rows[0]).to.include({ id: 2, days: 1, moved: 3, changeId: 1, reason: '台风停工' })
    const rest = await store.views.calendarVersions({ after: next, limit: 1 })
    expect(rest.rows[0]).to.include({ id: 1, reason: null, byName: null, changeId: null })
    expect(await store.views.calendarChangesUnderWay()).to.deep.equal([])
    expect(await store.views.calendarChange(1)).to.include({ versionId: 2, createdBy: officer })
    expect(await store.views.calendarChange(99)).to.equal(null)
  })

  it('show a change that is under way', async () => {
    const { store } = await fresh()
    await store.transaction(async unit => {
      const draft = { createdAt: now, createdBy: null, arrangement: { days: [], years: [] } }
      const id = await unit.calendarChanges.draft(draft)
      const confirmed = { confirmedAt: now, confirmedBy: null, baseVersion: 0, reason: '台风', jobId: null }
      await unit.calendarChanges.confirm(id, confirmed, 1)
    })
    expect((await store.views.calendarChangesUnderWay()).map(({ reason }) => reason)).to.deep.equal(['台风'])
  })

  it('show what moved with its case, and count which way', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const ids = await unit.deadlines.arm([newDeadline(run), newDeadline(run), newDeadline(run)])
      const draft = { createdAt: now, createdBy: null, arrangement: { days: [], years: [] } }
      const changeId = await unit.calendarChanges.draft(draft)
      const moves = [60, -60, 0].map((minutes, index) => ({
        ...{ changeId, deadlineId: ids[index] ?? 0, caseId: run.caseId },
        ...{ fromDueOn: '2026-09-08', fromDueAt: minutesLater(100), fromProvisional: true },
        ...{ toDueOn: '2026-09-09', toDueAt: minutesLater(100 + minutes), toProvisional: false },
      }))
      await unit.calendarChanges.recordMoves(moves)
    })
    expect(await store.views.calendarMoveTally(1)).to.deep.equal({ later: 1, earlier: 1, fixed: 1, loosened: 0 })
    expect(await store.views.calendarMoveTally(2)).to.deep.equal({ later: 0, earlier: 0, fixed: 0, loosened: 0 })
    const lines = await store.views.calendarMoves({ changeId: 1, limit: 2, offset: 1 })
    expect(lines.map(({ deadlineId }) => deadlineId)).to.deep.equal([2, 3])
    expect(lines[0]?.caseNumber).to.be.a('string')
    expect((await store.views.deadlineSubjects([1, 3])).map(({ id }) => id)).to.have.members([1, 3])
  })

  it('show which dates are 暂定, what is due first, page by page', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const run = await openCase(unit, office)
      const due = (minutes: number, provisional = true) => ({
        ...newDeadline(run),
        dueAt: minutesLater(minutes),
        provisional,
      })
      const ids = await unit.deadlines.arm([due(90), due(60), due(30, false), due(20), due(10)])
      await unit.deadlines.close([ids[3] ?? 0], now)
      await unit.deadlines.fire([ids[4] ?? 0], now)
    })
    const first = await store.views.provisionalList({ after: null, limit: 1 })
    expect(first.rows.map(({ dueAt }) => dueAt)).to.deep.equal([minutesLater(60)])
    const second = await store.views.provisionalList({ after: first.next, limit: 1 })
    expect(second.rows.map(({ dueAt }) => dueAt)).to.deep.equal([minutesLater(90)])
    expect(second.next).to.equal(null)
    expect(await store.read.deadlines.countProvisional()).to.equal(2)
    expect(await store.read.deadlines.countPending('2999-01-01')).to.equal(0)
  })
})
