import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'
import sharp from 'sharp'
import {
  addNote,
  answerAssistance,
  askAboutOwnData,
  askAssistance,
  attachToCase,
  decidePrivacyRequest,
  discloseContact,
  eraseCase,
  fileInterimReply,
  holdCase,
  liftHold,
  pressCase,
  recordTalk,
  reopenCase,
  replyToPress,
  saveDraft,
  supplementCase,
  track,
  verifyTrail,
} from '../../src/runtime/index.js'
import type { DatabaseTarget } from '../../src/store/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import * as say from '../features/answers.js'
import { analysedCase } from '../features/stages.js'
import { temporaryFolder } from '../helpers/database.js'
import { everyRow } from '../helpers/every-row.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { postgres } from '../helpers/postgres.js'

/** What stands in every text that anybody can type about a case: none of it may be left anywhere. */
const mark = '密语'
const secrets = [mark, '覃小梅', '韦阿姨', '10000000101', '0101']

const targets: Readonly<Record<string, () => Promise<DatabaseTarget>>> = {
  'SQLite file': async () => ({ file: path.join(await temporaryFolder(), 'office.sqlite') }),
  PostgreSQL: async () => ({ url: await (await postgres()).createDatabase() }),
}

for (const [name, target] of Object.entries(targets))
  describe(`A case whose personal data is cleared (${name})`, function () {
    this.timeout(30_000)
    let office: TestOffice
    let number: string
    before(async () => {
      office = await openTestOffice({
        start: '2026-04-13T09:00:00+08:00',
        target: await target(),
        advance: learningAdvance(),
      })
      number = await toldInFull(office)
    })
    after(() => office.close())

    it('is left alone while it is open', async () => {
      const other = await office.register()
      const refused = await erase(office, other).catch((error: unknown) => error)
      expect(refused).to.have.property('code', 'notErasable')
      expect((await office.parts.store.read.cases.byNumber(other))!.reporterName).to.equal('覃小梅')
      await office.parts.store.transaction(async unit => {
        // it must not be in the way of what is looked for below
        const row = (await unit.cases.byNumber(other))!
        await unit.cases.update([
          {
            id: row.id,
            expectedRevision: row.revision,
            set: { reporterName: '', contact: '', contactTail: '', description: '' },
          },
        ])
      })
    })

    it('has left no word of anybody in any table, and keeps what is counted', async () => {
      const before = (await office.parts.store.read.cases.byNumber(number))!
      const told = (await everyRow(office.database)).filter(line => line.includes(mark))
      expect(new Set(told.map(line => line.split(' ')[0])), 'the story fills all tables').to.include.all.keys(
        ...['grievance_case', 'history_entry', 'deadline_entry', 'call_record', 'attachment'],
        ...['assistance', 'case_department', 'supervision', 'supervision_reply', 'case_text'],
        ...['privacy_request', 'retention_hold'],
      )
      await erase(office, number)
      const left = (await everyRow(office.database)).filter(line =>
        secrets.some(secret => line.includes(secret)),
      )
      expect(left.filter(line => !ofNobody(line))).to.deep.equal([])

      const looks = await office.parts.store.read.disclosures.ofCase(before.id)
      expect(
        looks.map(({ reason }) => reason),
        'why somebody looked has a time of its own',
      ).to.deep.equal(['给（已清除）回电'])
      const after = (await office.parts.store.read.cases.byNumber(number))!
      expect(after).to.deep.equal({
        ...before,
        ...{ reporterName: '', agentName: null, contact: '', contactTail: '', description: '' },
        ...{ facts: after.facts, erasedAt: office.clock.now(), revision: before.revision + 1 },
      })
      for (const fact of ['cause', 'verdict', 'outcome', 'satisfaction', 'followedUpAt', 'visitsAfter'])
        expect(after.facts[fact], fact).to.equal(before.facts[fact])
    })

    it('leaves a trail that verifies, with each row that was blanked named by an erasure', async () => {
      const verdict = await verifyTrail(office.parts, [])
      expect(verdict.findings).to.deep.equal([])
      expect(verdict.erased).to.be.greaterThan(10)
    })

    it('is not found by its citizen any more, with no digits least of all', async () => {
      for (const tail of ['0101', ''])
        expect(await codeOf(track(office.parts, { number, tail }))).to.equal('wrongLookup')
    })

    it('is neither taken up again nor looked into', async () => {
      const { officer } = office.people
      expect(await codeOf(reopenCase(office.parts, officer, { number, reason: '没办成' }))).to.equal(
        'caseErased',
      )
      expect(await codeOf(discloseContact(office.parts, officer, { number, reason: '回访' }))).to.equal(
        'caseErased',
      )
    })

    it('is cleared once', async () => {
      const before = await everyRow(office.database)
      await erase(office, number)
      expect(await everyRow(office.database)).to.deep.equal(before)
    })
  })

/** Names and numbers of the office’s own are no citizen’s. */
function ofNobody(line: string): boolean {
  return /^(place|item|item_name|item_entry|place_window|process_definition|process_draft|trail_link|trail_head) /.test(
    line,
  )
}

function erase(office: TestOffice, number: string): Promise<void> {
  return office.parts.store.transaction(async unit => {
    const row = (await unit.cases.byNumber(number))!
    await eraseCase(unit, { caseId: row.id, rule: 'cases', by: null, now: office.clock.now() })
  })
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error as { code?: string }).code,
  )
}

/** From the window to the archive, with everything that anybody can say about a case on the way. */
async function toldInFull(office: TestOffice): Promise<string> {
  const { parts, people, departments } = office
  const { officer, liaison, otherLiaison, supervisor } = people
  const words = (what: string) => `${what}${mark}`
  const number = await analysedCase(office, {
    answers: { agentName: '韦阿姨', description: words('窗口另要房东声明，前后跑了三趟，我叫覃小梅，') },
    analysis: { ...say.analysis([departments.market]), causeText: words('原因'), talkedTo: words('某人') },
  })
  const submission = { number, submissionId: 's1' }
  await addNote(parts, { number, by: officer, words: words('留言'), kind: 'case.commented' })
  await recordTalk(parts, officer, { number, with: words('值班员'), how: '当面', words: words('谈话') })
  await discloseContact(parts, officer, { number, reason: '给覃小梅回电' })
  await askAssistance(parts, officer, { number, departmentId: departments.housing, request: words('协办') })
  const row = (await parts.store.read.cases.byNumber(number))!
  const [asked] = await parts.store.read.assistance.ofCase(row.id)
  await answerAssistance(parts, otherLiaison, { number, id: asked!.id, answer: words('答复') })
  await supplementCase(parts, { ...submission, words: words('补充'), uploads: [await picture(1)] })
  await attachToCase(parts, officer, { number, uploads: [await picture(2)], note: words('附件') })
  await pressCase(parts, supervisor, {
    ...submission,
    ...{ kind: 'supervise', message: words('请抓紧') },
  })
  const [paper] = await parts.store.read.supervisions.ofCase(row.id)
  await replyToPress(parts, liaison, { number, supervisionId: paper!.id, words: words('在办') })
  const confirm = await office.task(number, 'Task_ConfirmCause', departments.market)
  await saveDraft(parts, liaison, { taskId: confirm.id, typed: { confirmationReason: words('草稿') } })
  await office.complete(number, 'Task_ConfirmCause', liaison, {
    ...say.disputed,
    confirmationReason: words('异议'),
  })
  await office.complete(number, 'Task_Rule', officer, { ruling: 'uphold', rulingReason: words('维持') })
  await office.complete(number, 'Task_Verdict', officer, {
    ...say.bothAtFault,
    verdictReason: words('认定'),
    missingMaterials: words('材料'),
  })
  await office.complete(number, 'Task_PhoneReply', officer, { ...say.answered, callSaid: words('电话') })
  await fileInterimReply(parts, supervisor, {
    number,
    ...{ interimReason: words('理由'), feedbackText: words('告知'), feedbackChannel: '电话' },
    newDateOn: '2026-05-22',
  })
  await office.complete(number, 'Task_Rectify', liaison, say.rectified)
  await office.complete(number, 'Task_Verify', officer, say.passedCheck)
  await office.complete(number, 'Task_Feedback', officer, { ...say.feedback, feedbackText: words('反馈') })
  await office.complete(number, 'Task_FollowUp', officer, {
    ...say.done,
    outcomeNote: words('结果'),
    visitsAfter: '1',
  })
  await office.complete(number, 'Task_ReturnVisit', officer, {
    satisfaction: '3',
    dissatisfaction: words('慢'),
  })
  await holdCase(parts, supervisor, { number, reason: words('诉讼') })
  await liftHold(parts, supervisor, { number, reason: words('判决') })
  const correction = { kind: 'correct', words: words('更正'), reporterName: mark, contact: '10000000101' }
  await askAboutOwnData(parts, { number, asked: correction, by: null })
  const [request] = await parts.store.read.privacyRequests.ofCase(row.id)
  await decidePrivacyRequest(parts, officer, {
    ...{ id: request!.id, decision: 'refused', ground: 'accurate', answer: words('不改') },
    ...{ proof: '', told: '' },
  })
  return number
}

async function picture(shade: number) {
  const at = path.join(await temporaryFolder(), 'a.png')
  const background = { r: shade, g: 9, b: 9 }
  await writeFile(
    at,
    await sharp({ create: { width: 4, height: 4, channels: 3, background } })
      .png()
      .toBuffer(),
  )
  return { path: at, name: `${mark}${shade}.png`, tooLarge: false }
}
