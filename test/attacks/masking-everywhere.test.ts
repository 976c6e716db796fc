import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import {
  answerAssistance,
  askAboutOwnData,
  askAssistance,
  completeTask,
  decidePrivacyRequest,
  discloseContact,
  holdCase,
  pressCase,
  recordTalk,
  replyToPress,
  reportPage,
  supplementCase,
} from '../../src/runtime/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import { reachOfRight } from '../../src/casework/rights.js'
import { ROLES, type Role } from '../../src/casework/role.js'
import { paths } from '../../src/http/paths.js'
import { admits, type Entry } from '../../src/http/entry.js'
import * as say from '../features/answers.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer } from '../helpers/visitor.js'

/** What a citizen has told of themselves; made up, with check digits that fit. */
const planted = {
  name: '覃小梅梅',
  phone: '10000000177',
  mobile: '13800138000',
  id: '11010519491231002X',
  bank: '6222020200112233445',
}
const numbers = `电话${planted.mobile}，身份证${planted.id}，卡号${planted.bank}`

describe('What a citizen has told of themselves', function () {
  this.timeout(120_000)
  let site: HttpOffice
  let number: string
  let open: string
  let ids: Readonly<Record<string, readonly number[]>>
  /** what one has seen is seen alike by all whose right reaches as far; a case, and what is everybody's own, is not */
  const seen = new Set<string>()
  let tasks: readonly number[]
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00', advance: learningAdvance() })
    const { office } = site
    const { clerk, officer, liaison, supervisor } = office.people
    const complete = (step: string, by: Actor, answers: object, of = number) =>
      office.complete(of, step, by, withNumbers(answers))
    const reported = {
      reporterName: planted.name,
      contact: planted.phone,
      description: `材料退回。${numbers}`,
    }
    number = await office.register(reported)
    const person = await site.as(officer)
    await person.get(`/cases/${number}`)
    const noted = await person.post(`/cases/${number}/notes`, { words: `已回电。${numbers}` })
    const content = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
    const filed = await person.upload(`/cases/${number}/files`, { kind: 'other', reason: `补充${numbers}` }, [
      { field: 'files', name: `身份证${planted.id}.pdf`, content },
    ])
    expect([noted.status, filed.status]).to.deep.equal([303, 303])
    await complete('Task_HandOver', clerk, say.handOver)
    await complete('Task_ScopeCheck', officer, say.accept)
    await complete('Task_Analyse', officer, say.analysis([office.departments.market]))
    open = await office.register({ ...reported, item: '居住证签注' })
    await complete('Task_HandOver', clerk, say.handOver, open)
    await saidBeside(open)
    await complete('Task_ConfirmCause', liaison, say.confirmed)
    await complete('Task_Verdict', officer, say.departmentAtFault)
    await complete('Task_Rectify', liaison, say.rectified)
    await complete('Task_Verify', officer, say.passedCheck)
    await complete('Task_Feedback', officer, say.feedback)
    await complete('Task_FollowUp', officer, say.done)
    await complete('Task_ReturnVisit', officer, say.satisfied)
    await office.passTo('2026-07-01T09:00:00+08:00')
    for (const [by, body] of [
      [officer, { sectionOverview: `第一段。${numbers}`, sectionSuggestions: '继续整改。' }],
      [supervisor, { approved: 'true' }],
    ] as const) {
      const [task] = (await reportPage(office.parts, by, '2026Q2')).openTasks
      await completeTask(office.parts, by, { taskId: task?.id ?? 0, revision: task?.revision ?? 0, body })
    }
    await office.passTo('2026-07-01T09:05:00+08:00')
    await holdCase(office.parts, supervisor, { number, reason: `涉诉。${numbers}` })
    const rows = await Promise.all([number, open].map(one => office.parts.store.read.cases.byNumber(one)))
    const all = await Promise.all(rows.map(row => office.parts.store.read.userTasks.ofCase(row?.id ?? 0)))
    ids = await idsOf(rows.map(row => row?.id ?? 0))
    for (const [part, known] of Object.entries(ids)) expect(known.length, part).to.be.above(0)
    // the open ones, and some of those that are done
    tasks = all.flat().flatMap(({ id, closedAt }, at) => (closedAt === null || at % 4 === 0 ? [id] : []))
  })
  after(() => site.close())

  for (const { value: role, label } of ROLES)
    it(`is shown whole to ${label} on no page and in no file that can be fetched`, async () => {
      const person = await site.as(site.office.people[role])
      const found: string[] = []
      let shown = 0
      for (const { method, path, entry } of site.app.rules) {
        if (method !== 'get' || path === paths.watchEvents || !admits(entry, site.office.people[role]))
          continue
        const sight = `${path} ${sightOf(entry, role)}`
        if (!/:number|^\/(tasks|notices)/.test(path) && seen.has(sight)) continue
        seen.add(sight)
        for (const at of addresses(path)) {
          const answer = await person.get(at)
          if (answer.status === 200) shown += 1
          found.push(...wholeIn(answer).map(what => `${at}: ${what}`))
        }
      }
      expect(found).to.deep.equal([])
      expect(shown, 'pages that were there').to.be.above(5)
    })

  it('is shown whole on no page to who is not signed in', async () => {
    const anybody = site.citizen()
    for (const { method, path } of site.app.rules) {
      if (method !== 'get') continue
      for (const at of addresses(path)) expect(wholeIn(await anybody.get(at)), at).to.deep.equal([])
    }
  })

  it('is in no event of the board, and in no answer to a form that is sent back', async () => {
    const supervisor = await site.as(site.office.people.supervisor)
    const stream = await fetch(site.url + paths.watchEvents, {
      headers: {
        Accept: 'text/event-stream',
        Cookie: `bdc_session=${supervisor.cookies.get('bdc_session')}`,
      },
    })
    const reader = stream.body?.getReader()
    let heard = ''
    while (!heard.includes('data:')) {
      const read = (await reader?.read()) as { value?: Uint8Array } | undefined
      heard += new TextDecoder().decode(read?.value)
    }
    await reader?.cancel()
    await supervisor.get(`/cases/${number}`)
    const refused = await supervisor.post(`/cases/${number}/contact`, { reason: '' })
    expect(refused.status).to.equal(422)
    for (const words of [heard, refused.body]) expect(wholeIn({ body: words })).to.deep.equal([])
  })

  it('is shown whole to who says why, and the look is on record; where the table says no, not even then', async () => {
    const { people, parts } = site.office
    const row = await parts.store.read.cases.byNumber(number)
    const looks = async () => (await parts.store.read.disclosures.ofCase(row?.id ?? 0)).length
    const before = await looks()
    const officer = await site.as(people.officer)
    await officer.get(`/cases/${number}`)
    const shown = await officer.post(`/cases/${number}/contact`, { reason: '回访' })
    expect(wholeIn(shown)).to.include.members(['name', 'phone'])
    expect(await looks()).to.equal(before + 1)
    for (const role of ['leader', 'liaison', 'admin', 'security', 'auditor'] as const) {
      const person = await site.as(people[role])
      await person.get('/account')
      const refused = await person.post(`/cases/${number}/contact`, { reason: '回访' })
      expect(refused.status, role).to.be.oneOf([403, 404])
      expect(wholeIn(refused), role).to.deep.equal([])
    }
    expect(await looks()).to.equal(before + 1)
  })

  it('is whole in no file that is taken out, and each says who took it and when', async () => {
    const officer = await site.as(site.office.people.officer)
    await officer.get('/cases')
    const all = 'columns=number.reporter.contact.summary.remark.rectification.outcome.verdict.cause'
    const supervisor = await site.as(site.office.people.supervisor)
    const files: Readonly<Record<string, Answer>> = {
      'the report, docx': await officer.get('/reports/2026Q2/files/docx'),
      'the report’s ledger, xlsx': await officer.get('/reports/2026Q2/files/xlsx'),
      'the report’s ledger, csv': await officer.get('/reports/2026Q2/files/csv'),
      'the ledger, xlsx': await officer.post('/ledger/exports', { kind: 'xlsx', query: all }),
      'the ledger, csv': await officer.post('/ledger/exports', { kind: 'csv', query: all }),
    }
    for (const [title, file] of Object.entries(files)) {
      expect(file.status, title).to.equal(200)
      expect(wholeIn(file), title).to.deep.equal([])
      const words = wordsOf(file)
      expect(words, `${title} has the case`).to.include(title.includes('docx') ? '2026' : number)
      expect(words, `${title}: who`).to.include(site.office.people.officer.name)
      expect(words, `${title}: when`).to.match(/2026年7月1日/)
    }
    const trail = await supervisor.get(paths.trailCsv)
    expect(wholeIn(trail)).to.deep.equal([])
    expect(trail.body).to.match(/导出人：supervisor[^，]*，导出时间：2026年7月1日/)
  })

  /** Whatever else people write about a case, with the numbers in it. */
  async function saidBeside(of: string): Promise<void> {
    const { parts, people, departments } = site.office
    const { officer, supervisor, otherLiaison } = people
    const about = { number: of, submissionId: randomUUID() }
    await supplementCase(parts, { ...about, words: `补充一点。${numbers}`, uploads: [] })
    await discloseContact(parts, officer, { number: of, reason: `核实${numbers}` })
    await recordTalk(parts, officer, { number: of, with: `值班员${numbers}`, how: '当面', words: numbers })
    await pressCase(parts, supervisor, { ...about, kind: 'supervise', message: `请办结。${numbers}` })
    const row = await parts.store.read.cases.byNumber(of)
    const [paper] = await parts.store.read.supervisions.ofCase(row?.id ?? 0)
    await replyToPress(parts, officer, {
      number: of,
      supervisionId: paper?.id ?? 0,
      words: `在办。${numbers}`,
    })
    await askAssistance(parts, officer, {
      number: of,
      departmentId: departments.housing,
      request: `请核实。${numbers}`,
    })
    const [asked] = await parts.store.read.assistance.ofCase(row?.id ?? 0)
    const helped = { number: of, id: asked?.id ?? 0, answer: `已核实。${numbers}` }
    await answerAssistance(parts, otherLiaison, helped)
    await askAboutOwnData(parts, {
      number: of,
      asked: {
        kind: 'correct',
        words: numbers,
        reporterName: '覃晓梅梅',
        agentName: '',
        contact: '10000000178',
      },
      by: null,
    })
    const [request] = await parts.store.read.privacyRequests.ofCase(row?.id ?? 0)
    await decidePrivacyRequest(parts, officer, {
      ...{ id: request?.id ?? 0, decision: 'refused', ground: 'notProven', proof: '', told: '' },
      answer: `与登记一致。${numbers}`,
    })
  }

  function addresses(path: string): readonly string[] {
    const known = path
      .replace(':number', number)
      .replace(':quarter', '2026Q2')
      .replace(':key', 'banbuchengshi')
    if (known.startsWith('/tasks/:id')) return tasks.map(id => known.replace(':id', String(id)))
    // what was said beside the procedure was said of the case that is open
    const both = path.includes(':number') ? [known, path.replace(':number', open)] : [known]
    return both.flatMap(at => {
      const part = Object.keys(ids).find(name => at.includes(name)) ?? ''
      const named = at.replaceAll(':name', 'trend').replaceAll(':kind', 'docx')
      return (ids[part] ?? [1]).map(id => named.replaceAll(/:\w+/g, String(id)))
    })
  }

  /** Ids that there are, of what stands before them in an address. */
  async function idsOf(caseIds: readonly number[]): Promise<Readonly<Record<string, readonly number[]>>> {
    const { read } = site.office.parts.store
    const of = async (reads: { ofCase(id: number): Promise<readonly { readonly id: number }[]> }) =>
      (await Promise.all(caseIds.map(id => reads.ofCase(id)))).flat().map(({ id }) => id)
    return {
      '/supervisions/:id': await of(read.supervisions),
      '/files/:id': await of(read.attachments),
      '/deadlines/:id': await of(read.deadlines),
      '/privacy-requests/:id': await of(read.privacyRequests),
      '/notices/:id': await of(read.notices),
    }
  }
})

/** How far somebody sees through a route; through one that names no right, as what they are. */
function sightOf(entry: Entry, role: Role): string {
  if (entry === 'public') return entry
  return typeof entry !== 'string' || entry === 'signedIn' ? role : (reachOfRight(entry, role) ?? '')
}

function withNumbers(answers: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      typeof value === 'string' && !choices.has(name) && /\p{Script=Han}{3}/u.test(value)
        ? `${value}${numbers}`
        : value,
    ]),
  )
}

const choices = new Set(['citizenConfirmed', 'rectificationElement', 'publishedAt'])

/** Which of the planted words an answer has, its headers too. */
function wholeIn(answer: Pick<Answer, 'body'> & Partial<Answer>): readonly string[] {
  const headers = [...(answer.headers ?? [])].map(([name, value]) => `${name}: ${value}`).join('\n')
  const said = `${decodeURIComponent(headers.replaceAll('%', '%25').replaceAll(/%25(?=[0-9A-F]{2})/g, '%'))}\n${wordsOf(answer)}`
  return Object.entries(planted).flatMap(([what, words]) => (said.includes(words) ? [what] : []))
}

/** All text of an answer, of a packed document too. */
function wordsOf({ bytes, body }: Pick<Answer, 'body'> & Partial<Answer>): string {
  if (bytes?.[0] !== 0x50 || bytes[1] !== 0x4b) return body
  return Object.values(unzipSync(bytes))
    .map(part => new TextDecoder().decode(part))
    .join('\n')
}
