import { expect } from 'chai'
import { buildCalendar, foldLedger, localDateOf, projectWritten } from '../../src/calendar/index.js'
import type { LedgerEvent } from '../../src/calendar/index.js'
import { readCases } from '../../src/cli/play/case-file.js'
import { shippedCases } from '../../src/play/shipped-cases.js'
import { demoPlans, lastDayOver } from '../../src/cli/seed/plans.js'
import { shippedCalendar } from '../../src/cli/shipped.js'
import { handClock } from '../../src/clock.js'
import { readConfig } from '../../src/config.js'
import { openParts } from '../../src/main.js'
import {
  demoAccounts,
  demoPassword,
  patterns,
  signIn,
  watch,
  workList,
  type Parts,
} from '../../src/runtime/index.js'
import type { StoredCase } from '../../src/store/index.js'
import { run, temporaryFolder } from './run-command.js'

const now = '2026-11-24T10:00:00+08:00'

describe('bandecheng seed', function () {
  this.timeout(120_000)
  const folder = temporaryFolder()
  let parts: Parts
  before(async () => {
    const { code, out, err } = await run(['seed', '--data', folder.at, '--json'], { now })
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    expect(JSON.parse(out)).to.include({ seeded: true, cases: 20 })
    parts = await openParts(readConfig({}, { dataDir: folder.at }), handClock(now))
  })
  after(async () => {
    await parts.store.close()
    folder.remove()
  })

  const find = (no: number): Promise<StoredCase | null> =>
    parts.store.transaction(unit => unit.cases.bySubmission(`script ${no}`))
  const standsAt = async (no: number) => {
    const row = await find(no)
    const tasks = await parts.store.read.userTasks.ofCase(row!.id)
    return tasks.filter(task => task.closedAt === null).map(task => task.activityId)
  }

  it('plays each of the twenty cases to another point', async () => {
    const expected: Readonly<Record<number, readonly string[]>> = {
      2: ['Task_PhoneReply'],
      3: ['Task_Rectify'],
      4: ['Task_Verdict'],
      5: ['Task_Rectify'],
      6: ['Task_FollowUp'],
      7: ['Task_Rule'],
      8: ['Task_Rectify'],
      9: ['Task_Review'],
      10: ['Task_Feedback'],
      11: ['Task_Rectify', 'Task_SuperviseFeedback', 'Task_LeadFeedback'],
      13: ['Task_ConfirmCause'],
      16: ['Task_ScopeCheck'],
      17: ['Task_Rectify'],
      18: ['Task_Analyse'],
      19: ['Task_HandOver'],
      20: ['Task_Rectify'],
    }
    for (const [no, tasks] of Object.entries(expected))
      expect(await standsAt(Number(no)), `case ${no}`).to.have.members(tasks)
    for (const [no, end] of [
      [1, 'End_Archived'],
      [12, 'End_Archived'],
      [15, 'End_OutOfScope'],
    ] as const)
      expect((await find(no))?.endEvent, `case ${no}`).to.equal(end)
    expect(await find(14), 'a question is no case').to.equal(null)
    expect(await parts.store.read.consultations.list(null, 10, null)).to.have.length(1)
  })

  it('has a disputed one, one at both sides’ fault, one whom nobody reaches, and one that came back', async () => {
    const seven = await parts.store.read.caseDepartments.ofCase((await find(7))!.id)
    expect(seven.map(one => one.confirmation)).to.have.members(['confirmed', 'disputed'])
    expect(await find(8)).to.include({ verdict: 'mixed' })
    expect((await find(8))?.repliedAt).to.not.equal(null)
    expect(await find(6)).to.include({ contactFailed: true })
    expect(await find(17)).to.include({ recurrence: 'confirmed', recurrenceOf: (await find(1))!.id })
    const { actor } = await signIn(parts, { username: 'supervisor', password: demoPassword })
    const keeps = await patterns(parts, actor, { from: null, to: null, leadId: null })
    expect(keeps.patterns.map(one => [one.itemName, one.cause, one.cases, one.recurred])).to.deep.include([
      ...['食品经营许可（新办）', 'B2', 2, 1],
    ])
  })

  it('has yellow and red on the board, work of the supervisor, and nothing that went wrong', async () => {
    const board = await watch(parts, null)
    expect(board.red.count, 'red').to.be.greaterThan(1)
    expect(board.yellow.count, 'yellow').to.be.greaterThan(1)
    expect((await parts.store.views.incidentList({ open: true, after: null, limit: 10 })).rows).to.deep.equal(
      [],
    )
  })

  it('keeps the dates that the file gives and that are past, and puts nothing into the future', async () => {
    expect((await find(12))?.registeredAt).to.equal('2026-04-12T13:40:00.000Z')
    for (let no = 1; no <= 20; no++) {
      const row = await find(no)
      if (row) expect(row.registeredAt < parts.clock.now(), `case ${no}`).to.equal(true)
    }
  })

  it('keeps a ledger of each limit from which a third person comes to every date it ever had', async () => {
    const { read } = parts.store
    const calendar = await parts.calendars.current(read)
    let entriesSeen = 0
    for (let no = 1; no <= 20; no++) {
      const row = await find(no)
      const limits = row ? await read.deadlines.ofCase(row.id) : []
      for (const limit of limits) {
        const entries = await read.deadlines.ledger([limit.id])
        expect(entries.at(-1)?.toDueAt, `case ${no}: ${limit.name}`).to.equal(limit.dueAt)
        for (const [index, { toDueAt, calendarVersion }] of entries.entries()) {
          expect(calendarVersion, 'nothing in the calendar has changed').to.equal(calendar.version)
          const terms = foldLedger(entries.slice(0, index + 1) as LedgerEvent[])
          expect(projectWritten(calendar, terms).dueAt, `case ${no}: ${limit.name}`).to.equal(toDueAt)
          entriesSeen += 1
        }
        const { promisedAt, promisedOn } = projectWritten(calendar, foldLedger(entries as LedgerEvent[]))
        expect({ promisedAt, promisedOn }).to.deep.equal({
          promisedAt: limit.promisedAt,
          promisedOn: limit.promisedOn,
        })
      }
    }
    expect(entriesSeen).to.be.greaterThan(60)
  })

  it('has a quarter’s report that was acknowledged, and one that a leader has still to read', async () => {
    const reports = await parts.store.read.reports.all()
    expect(reports.map(report => [report.quarter, report.sentAt !== null])).to.deep.equal([
      ['2026Q3', true],
      ['2026Q2', true],
    ])
    const running = await parts.store.read.instances.running(
      'report',
      reports.map(report => report.id),
    )
    expect(running).to.have.length(1)
  })

  it('lets every account of the demonstration sign in, and gives each role of the procedure something to do', async () => {
    const idle = new Set(['clerk', 'officer', 'liaison', 'supervisor', 'leader'])
    for (const { username, role } of await demoAccounts(parts)) {
      const { actor } = await signIn(parts, { username, password: demoPassword })
      expect(actor.role).to.equal(role)
      if ((await workList(parts, actor, { limit: 10 })).rows.length > 0) idle.delete(role)
    }
    expect([...idle]).to.deep.equal([])
  })

  it('gives each department a main liaison and a stand-in', async () => {
    const liaisons = await parts.store.read.places.liaisons()
    for (const { id, name } of await parts.store.read.places.departments()) {
      const kinds = liaisons.filter(one => one.departmentId === id).map(one => one.kind)
      expect(kinds, name).to.have.members(['main', 'standIn'])
    }
  })

  it('does nothing the second time', async () => {
    const before = (await parts.store.read.accounts.all()).length
    const { code, out } = await run(['seed', '--data', folder.at], { now })
    expect(code).to.equal(0)
    expect(out).to.include('已有账号')
    expect((await parts.store.read.accounts.all()).length).to.equal(before)
  })
})

describe('An interrupted seeding', () => {
  it('is not taken for an office', async () => {
    const folder = temporaryFolder()
    try {
      const parts = await openParts(readConfig({}, { dataDir: folder.at }))
      await parts.store.transaction(unit => unit.settings.put([{ key: 'demo', value: 'begun' }]))
      await parts.store.close()
      const { code, err } = await run(['seed', '--data', folder.at, '--json'])
      expect(code).to.equal(1)
      expect(JSON.parse(err)).to.include({ problem: 'halfSeeded' })
    } finally {
      folder.remove()
    }
  })
})

describe('The days of the demonstration', () => {
  it('lie in the past, whatever day it is', async () => {
    const calendar = buildCalendar(await shippedCalendar())
    const cases = await readCases(shippedCases)
    for (
      let day = Date.parse('2026-01-02T03:00:00+08:00');
      day < Date.parse('2027-03-01');
      day += 37 * 3_600_000
    ) {
      const instant = new Date(day).toISOString()
      const last = lastDayOver(calendar, instant)
      for (const { script, arriving } of demoPlans(calendar, cases, instant)) {
        expect(
          typeof arriving === 'string' && arriving < instant,
          `case ${script.no} at ${instant}`,
        ).to.equal(true)
        expect(localDateOf(arriving as string) <= last, `case ${script.no} at ${instant}`).to.equal(true)
      }
    }
  })

  it('let case 20 reach into the year that nobody has announced, once that can be', async () => {
    const calendar = buildCalendar(await shippedCalendar())
    const cases = await readCases(shippedCases)
    const confirmedAt = (instant: string) =>
      demoPlans(calendar, cases, new Date(instant).toISOString()).find(plan => plan.script.no === 20)?.script
        .confirmedAt
    expect(confirmedAt('2026-12-22T12:00:00+08:00')).to.equal('2026-12-21T02:00:00.000Z')
    expect(confirmedAt('2027-01-06T12:00:00+08:00')).to.equal('2026-12-29T02:00:00.000Z')
  })
})
