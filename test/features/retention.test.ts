import { access, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import sharp from 'sharp'
import type { Quarter } from '../../src/casework/quarter.js'
import { learningAdvance } from '../../src/engine/index.js'
import {
  askAboutOwnData,
  attachToCase,
  changeOfficeSettings,
  completeTask,
  decidePrivacyRequest,
  discloseContact,
  eraseCase,
  holdCase,
  ledger,
  ledgerExports,
  liftHold,
  mergeCase,
  noteAccess,
  recordConsultation,
  retainSome,
  retainTonight,
  retentionDryRun,
  retentionPage,
  verifyTrail,
  withdrawCase,
} from '../../src/runtime/index.js'
import { quarterNow } from '../../src/runtime/report-figures.js'
import { temporaryFolder } from '../helpers/database.js'
import { everyRow } from '../helpers/every-row.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase, confirmedCase, rectifyAndArchive } from './stages.js'

const learning = learningAdvance()
const removed: number[] = []
const exports = { remove: ({ id }: { id: number }) => Promise.resolve(void removed.push(id)) }

describe('保存期限: what has been kept long enough is cleared, and the figures stay', function () {
  this.timeout(20_000)
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00', advance: learning })
  })
  afterEach(() => office.close())

  const rowOf = async (number: string) => (await office.parts.store.read.cases.byNumber(number))!
  const isErased = async (number: string) => (await rowOf(number)).erasedAt !== null
  const night = async (at: string) => {
    office.clock.set(at)
    while (await retainTonight(office.parts, exports));
  }
  const set = (values: Record<string, string>) =>
    changeOfficeSettings(office.parts, office.people.supervisor, { values, reason: '档案保管期限表' })

  async function archived(answers: object = {}): Promise<string> {
    const number = await confirmedCase(office, { answers })
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    await rectifyAndArchive(office, number)
    return number
  }

  async function eraseNow(number: string): Promise<void> {
    await office.parts.store.transaction(async unit => {
      const caseId = (await unit.cases.byNumber(number))!.id
      await eraseCase(unit, { caseId, rule: 'request', by: null, now: office.clock.now() })
    })
  }

  it('three years after its closing a case loses its people; who still goes on, or is held, does not', async () => {
    await set({ keptCases: '3' })
    const closed = await archived()
    const held = await archived()
    const open = await confirmedCase(office)
    await holdCase(office.parts, office.people.supervisor, { number: held, reason: '行政诉讼未结' })
    await night('2029-04-14T02:30:00+08:00')
    expect(await isErased(closed), 'closed at nine, and it is half past two').to.equal(false)
    await night('2029-04-15T01:59:00+08:00')
    expect(await isErased(closed), 'the night begins at two').to.equal(false)
    await night('2029-04-15T02:00:00+08:00')
    expect(await Promise.all([closed, held, open].map(isErased))).to.deep.equal([true, false, false])

    const [line] = (await ledger(office.parts, office.people.officer, { limit: 9 })).rows.filter(
      ({ number }) => number === closed,
    )
    expect(line).to.include({ reporterName: '（已清除）', verdict: 'department', outcome: 'done' })
    const page = await retentionPage(office.parts, office.people.admin)
    expect(page.kept.map(({ number, why }) => [number, why])).to.deep.equal([[held, 'held']])
    expect(page.holds.map(({ number, reason }) => [number, reason])).to.deep.equal([[held, '行政诉讼未结']])
    expect(page.done.filter(({ kind }) => kind === 'cases')).to.deep.equal([
      { on: '2029-04-15', kind: 'cases', count: 1, byName: null },
    ])
    expect(page.nextAt, 'once a night').to.equal('2029-04-15T18:00:00.000Z')

    await liftHold(office.parts, office.people.supervisor, { number: held, reason: '判决已生效' })
    await night('2029-04-16T02:00:00+08:00')
    expect(await isErased(held)).to.equal(true)
    expect((await verifyTrail(office.parts, [])).findings).to.deep.equal([])
  })

  it('a clock that is years ahead clears nothing in its first night, and does not hold the later ones up', async () => {
    await set({ keptCases: '3' })
    const closed = await archived()
    await night('2026-04-15T02:30:00+08:00')
    await night('2040-01-01T09:00:00+08:00')
    expect(await isErased(closed), 'somebody has a day to look at the clock').to.equal(false)
    expect((await retentionPage(office.parts, office.people.admin)).nextAt).to.equal(
      '2040-01-01T18:00:00.000Z',
    )
    office.clock.set('2026-04-16T09:00:00+08:00')
    expect((await retentionPage(office.parts, office.people.admin)).nextAt, 'set right again').to.equal(
      '2026-04-15T18:00:00.000Z',
    )
    await night('2026-04-16T09:00:00+08:00')
    expect((await retentionPage(office.parts, office.people.admin)).nextAt).to.equal(
      '2026-04-16T18:00:00.000Z',
    )
    await night('2029-06-01T02:00:00+08:00')
    expect(await isErased(closed), 'after three years without a night').to.equal(false)
    await night('2029-06-02T02:00:00+08:00')
    expect(await isErased(closed), 'and the year is true').to.equal(true)
  })

  it('until the office has decided, a case is kept for ten years', async () => {
    const closed = await archived()
    await night('2036-04-14T08:00:00+08:00')
    expect(await isErased(closed)).to.equal(false)
    expect((await retentionDryRun(office.parts, null)).kinds[0]).to.include({ value: 10, confirmed: false })
    await set({ keptCases: '10' })
    expect((await retentionDryRun(office.parts, null)).kinds[0], 'saved as it is').to.include({
      confirmed: true,
    })
    await night('2036-04-15T08:00:00+08:00')
    expect(await isErased(closed)).to.equal(true)
  })

  it('the office cannot set less than the law allows', async () => {
    for (const [name, value] of [
      ['keptCases', '2'],
      ['keptLooks', '2'],
      ['keptAccesses', '5'],
      ['keptCases', '31'],
    ] as const) {
      const refused: unknown = await set({ [name]: value }).catch((error: unknown) => error)
      expect(refused, name).to.have.nested.property(`fields.${name}`).that.includes('之间的整数')
    }
  })

  it('a case that was merged into one that goes on is part of it', async () => {
    await set({ keptCases: '3' })
    const [one, into] = [await office.register(), await office.register()]
    await mergeCase(office.parts, office.people.clerk, { number: one, into })
    await night('2029-05-01T02:00:00+08:00')
    expect(await isErased(one)).to.equal(false)
    const { kept } = await retentionDryRun(office.parts, null)
    expect(kept.map(({ number, why }) => [number, why])).to.deep.equal([[one, 'joined']])
    await withdrawCase(office.parts, { number: into, reason: '不办了' })
    await night('2029-05-02T02:00:00+08:00')
    expect(await isErased(one), 'the other one went on until yesterday').to.equal(true)
    expect(await isErased(into)).to.equal(false)
  })

  it('everything else goes by its own time: questions, reasons, addresses, exports, sign-ins', async () => {
    const { clerk, officer, admin } = office.people
    const { parts } = office
    await recordConsultation(parts, clerk, {
      question: '怎么办食品证',
      answer: '带身份证',
      itemName: '',
    })
    const number = await office.register()
    await discloseContact(parts, officer, { number, reason: '回电' })
    await noteAccess(parts, {
      by: admin,
      kind: 'account.signedIn',
      address: '10.1.2.3',
      data: { unified: true },
    })
    const at = office.clock.now()
    await parts.store.transaction(async unit => {
      await unit.ledgerExports.begin({
        ...{ accountId: officer.accountId, at, kind: 'csv', query: 'q=覃小梅', total: 9 },
        ...{ state: 'written', finishedAt: at },
      })
      const session = { accountId: admin.accountId, createdAt: at, seenAt: at, expiresAt: at }
      await unit.sessions.insert([{ ...session, tokenHash: 'x' }])
    })
    removed.length = 0
    const due = async () =>
      (await retentionDryRun(parts, null)).kinds
        .filter(({ due: pile }) => pile.count > 0)
        .map(({ kind }) => kind)
    expect(await due()).to.deep.equal([])
    office.clock.set('2026-04-15T09:01:00+08:00')
    expect(await due()).to.deep.equal(['sessions'])
    await night('2026-04-22T10:00:00+08:00')
    expect(removed).to.have.length(1)
    const [taken] = await ledgerExports(parts, officer)
    expect(taken, 'that it was taken out, and what was asked').to.include({
      state: 'removed',
      query: 'q=覃小梅',
    })
    office.clock.set('2027-04-15T10:00:00+08:00')
    expect(await due()).to.include('accesses')
    await night('2027-04-14T10:00:00+08:00') // the first after a year clears nothing
    await night('2027-04-15T10:00:00+08:00')
    const said = async () => (await everyRow(office.database)).join('\n')
    expect(await said()).to.not.include('10.1.2.3')
    expect(await ledgerExports(parts, officer), 'what was asked goes with what was searched').to.deep.equal(
      [],
    )
    expect(await said())
      .to.include('怎么办食品证')
      .and.include('回电')
    await night('2029-04-14T10:00:00+08:00')
    await night('2029-04-15T10:00:00+08:00')
    expect(await said()).to.not.include('怎么办食品证')
    const looks = await parts.store.read.disclosures.ofCase((await rowOf(number)).id)
    expect(looks.map(({ accountId, reason }) => [accountId, reason])).to.deep.equal([[officer.accountId, '']])
    expect(await due()).to.deep.equal([])
    const { findings, erased } = await verifyTrail(parts, [])
    expect(findings).to.deep.equal([])
    expect(erased).to.be.greaterThan(1)
  })

  it('the bytes of its files go after the commit, and after a stop with the next night', async () => {
    await set({ keptCases: '3' })
    const number = await confirmedCase(office)
    const picture = path.join(await temporaryFolder(), 'a.png')
    const background = { r: 1, g: 2, b: 3 }
    await writeFile(
      picture,
      await sharp({ create: { width: 4, height: 4, channels: 3, background } })
        .png()
        .toBuffer(),
    )
    await attachToCase(office.parts, office.people.officer, {
      number,
      uploads: [{ path: picture, name: '证件.png', tooLarge: false }],
    })
    const [file] = await office.parts.store.read.attachments.ofCase((await rowOf(number)).id)
    const bytes = office.parts.files.pathOf(file!.sha256)
    await access(bytes)
    await withdrawCase(office.parts, { number, reason: '不办了' })
    office.clock.set('2029-04-15T02:00:00+08:00')
    while ((await retainSome(office.parts, { by: null, exports })) !== null);
    // here the house stopped: what is erased is committed, its bytes still lie there
    await access(bytes)
    await night('2029-04-15T02:10:00+08:00')
    expect(await access(bytes).catch((error: unknown) => error)).to.have.property('code', 'ENOENT')
  })

  it('of what a citizen had erased no byte is left either, once it is night', async () => {
    const number = await office.register()
    await withdrawCase(office.parts, { number, reason: '不办了' })
    let tidied = 0
    const leaveNoTrace = () => {
      tidied++
      return Promise.resolve()
    }
    const store = { ...office.parts.store, leaveNoTrace }
    const atNight = async (at: string) => {
      office.clock.set(at)
      while (await retainTonight({ ...office.parts, store }, exports));
      return tidied
    }
    expect(await atNight('2026-04-15T02:00:00+08:00'), 'nothing was erased').to.equal(0)
    await askAboutOwnData(office.parts, { number, asked: { kind: 'erase', words: '已经办好' }, by: null })
    const [request] = await office.parts.store.read.privacyRequests.ofCase((await rowOf(number)).id)
    await decidePrivacyRequest(office.parts, office.people.officer, {
      ...{ id: request!.id, decision: 'granted', ground: '', answer: '已删除。', proof: '', told: 'phone' },
    })
    expect(await atNight('2026-04-16T02:00:00+08:00')).to.equal(1)
    expect(await atNight('2026-04-17T02:00:00+08:00')).to.equal(1)
  })

  it('a report that is being drafted no longer tells of it in the citizen’s words', async () => {
    const number = await archived({ description: '窗口另要居委会证明，跑了三趟。' })
    const other = await archived({
      item: '公共场所卫生许可延续',
      description: '窗口另要租赁备案，跑了两趟。',
    })
    await office.passTo('2026-07-01T09:00:00+08:00')
    const told = async () => {
      const { text, drafted } = (await office.parts.store.read.reports.latest('2026Q2'))!
      const words = JSON.stringify([text, drafted])
      return ['居委会证明', '租赁备案', '反映的内容已停止使用', '反映的内容已清除'].filter(one =>
        words.includes(one),
      )
    }
    expect(await told()).to.deep.equal(['居委会证明', '租赁备案'])
    await askAboutOwnData(office.parts, { number, asked: { kind: 'restrict', words: '不要再用' }, by: null })
    const [request] = await office.parts.store.read.privacyRequests.ofCase((await rowOf(number)).id)
    await decidePrivacyRequest(office.parts, office.people.officer, {
      ...{ id: request!.id, decision: 'granted', ground: '', answer: '只保存。', proof: '', told: '' },
    })
    expect(await told(), 'nor of one that is used no further').to.deep.equal([
      '租赁备案',
      '反映的内容已停止使用',
    ])
    await eraseNow(other)
    expect(await told()).to.deep.equal(['反映的内容已停止使用', '反映的内容已清除'])
  })

  it('a stop between two batches loses nothing: the next one goes on from there', async () => {
    await set({ keptCases: '3' })
    for (let count = 0; count < 25; count++)
      await withdrawCase(office.parts, { number: await office.register(), reason: '不办了' })
    office.clock.set('2029-05-01T03:00:00+08:00')
    const due = async () => (await retentionDryRun(office.parts, null)).kinds[0]!.due.count
    expect(await due()).to.equal(25)
    expect(await retainTonight(office.parts, exports), 'there is more').to.equal(true)
    expect(await due()).to.equal(5)
    await night('2029-05-01T03:00:00+08:00')
    expect(await due()).to.equal(0)
  })

  it('the figures of every quarter, and every list of a frozen one, are the same before and after', async () => {
    await set({ keptCases: '3' })
    const quarters: Quarter[] = ['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2027Q1'] as Quarter[]
    const { officer, supervisor } = office.people
    let items = 0
    await archived({ agentName: '韦阿姨' })
    await confirmedCase(office, { answers: { item: '公共场所卫生许可延续', contact: '10000000110' } })
    await office.passTo('2026-07-01T09:00:00+08:00')
    await frozen(office)
    const counted = async () =>
      Promise.all(quarters.map(async quarter => (await quarterNow(office.parts, quarter)).figures))
    const reported = async () =>
      (await everyRow(office.database)).filter(line =>
        /^(quarter_report|report_case|report_evidence) /.test(line),
      )
    const ways = [
      async (number: string) => withdrawCase(office.parts, { number, reason: '不办了' }),
      async (number: string) => {
        await office.complete(number, 'Task_ConfirmCause', office.people.liaison, say.confirmed)
        await office.complete(number, 'Task_Verdict', officer, say.citizensPart)
        await office.complete(number, 'Task_PhoneReply', officer, say.answered)
        await office.complete(number, 'Task_FollowUp', officer, {
          ...say.done,
          visitsAfter: '1',
          materialsBefore: '5',
          materialsAfter: '3',
        })
        await office.complete(number, 'Task_ReturnVisit', officer, {
          satisfaction: '2',
          dissatisfaction: '慢',
        })
      },
      async (number: string) => {
        await office.complete(number, 'Task_ConfirmCause', office.people.liaison, say.confirmed)
        await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
        await rectifyAndArchive(office, number)
      },
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ way: fc.nat(ways.length - 1), days: fc.nat(40), guide: fc.boolean() }), {
          minLength: 1,
          maxLength: 2,
        }),
        async cases => {
          const numbers: string[] = []
          for (const { way, days, guide } of cases) {
            const later = Date.parse(office.clock.now()) + days * 86_400_000
            office.clock.set(new Date(later).toISOString())
            const number = await analysedCase(office, {
              // an item of its own: the same problem again would be asked about
              answers: {
                item: `事项${++items}`,
                guideMatch: guide ? 'more' : 'same',
                visits: String(1 + (days % 5)),
              },
              analysis: say.analysis([office.departments.market], way === 1 ? 'A1' : 'B2'),
            })
            await ways[way]!(number)
            numbers.push(number)
          }
          const now = office.clock.now()
          // a look at the same day before and after: what is late by then is late both times
          office.clock.set('2031-06-01T10:00:00+08:00')
          const [figures, reports] = [await counted(), await reported()]
          while ((await retainSome(office.parts, { by: supervisor, exports })) !== null);
          expect((await retentionDryRun(office.parts, null)).kinds[0]!.due.count).to.equal(0)
          expect(await Promise.all(numbers.map(isErased))).to.not.include(false)
          expect(await counted()).to.deep.equal(figures)
          expect(await reported()).to.deep.equal(reports)
          office.clock.set(now)
        },
      ),
      { numRuns: 3 },
    )
  })
})

/** Drafts, approves and freezes the report of the second quarter. */
async function frozen(office: TestOffice): Promise<void> {
  const { officer, supervisor } = office.people
  const report = (await office.parts.store.read.reports.latest('2026Q2'))!
  for (const [by, body] of [
    [officer, { sectionOverview: '总体情况' }],
    [supervisor, { approved: 'true' }],
  ] as const) {
    const [task] = await office.parts.store.read.userTasks.openOf(report.instanceId!)
    await completeTask(office.parts, by, { taskId: task!.id, revision: task!.revision, body })
  }
  await office.passTo('2026-07-01T09:01:00+08:00')
  expect((await office.parts.store.read.reports.latest('2026Q2'))!.frozenAt).to.not.equal(null)
}
