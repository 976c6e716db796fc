import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { parseCalendarFile } from '../src/calendar/index.js'
import type { Actor } from '../src/casework/actor.js'
import { handClock } from '../src/clock.js'
import { readConfig } from '../src/config.js'
import { UnknownSettingProblem } from '../src/casework/setup-problem.js'
import { readLedgerQuery } from '../src/http/forms/ledger-query.js'
import { createLedgerExporter } from '../src/http/ledger-exporter.js'
import { createLog } from '../src/log.js'
import { openOffice, openParts } from '../src/main.js'
import { deploy, registerCase, sessionPort, verifyTrail, type Parts } from '../src/runtime/index.js'
import { handOver } from './features/answers.js'
import { furnish, type Furnished } from './helpers/furnish.js'
import { visitor, type Visitor } from './helpers/visitor.js'

describe('An office that is told to stop', function () {
  this.timeout(30_000)
  let folder: string
  let opened: Awaited<ReturnType<typeof open>>
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bandecheng-stopping-'))
    opened = await open(folder)
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('finishes a request that is under way, takes no other, and closes its database', async () => {
    const { office, parts, port, lines } = opened
    const slow = halfAForm(port, '/track', 'application/x-www-form-urlencoded', 'number=CZ-2026')
    while (!(await fetch(`${office.url}health`)).ok);
    const stopped = office.stop()
    slow.request.end('-0001&tail=1234')
    expect(await slow.answered, 'a form without its token').to.equal(403)
    await stopped
    expect(await fetch(`${office.url}health`).catch(() => 'refused')).to.equal('refused')
    expect(await parts.store.read.settings.get('x').catch(() => 'closed')).to.equal('closed')
    expect(lines.filter(line => line.includes('"path":"/track"'))).to.have.length(1)
  })

  it('writes the step that it is writing to its end and answers, and ends the board that somebody looks at', async () => {
    const { office, gate, people } = opened
    const number = await registered(opened)
    const board = await (await opened.as(people.supervisor)).stream('/watch/events')
    const { person, path: task, revision } = await atHandOver(opened, number)
    const sent = person.post(task, { ...handOver, revision })
    await gate.reached // everything is written, and nothing committed
    const stopped = office.stop()
    gate.open()
    const { status, location } = await sent
    expect([status, location], 'acknowledged').to.deep.equal([303, '/tasks'])
    await stopped
    expect(await board.ended, 'the stream has an end, and no broken line').to.equal('ended')
    await opened.again(async parts => {
      expect(await stepsOf(parts, number)).to.deep.equal({
        closed: ['Task_HandOver'],
        open: ['Task_ScopeCheck'],
      })
    })
  })

  it('cuts off after its patience who sends without end; nothing of that is there, and what it wrote is whole', async () => {
    const { office, gate, people, port, lines } = opened
    const number = await registered(opened)
    const { person, path: task, revision } = await atHandOver(opened, number)
    const officer = await opened.as(people.officer)
    const upload = halfAForm(
      port,
      `/cases/${number}/files`,
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n\xff\xd8',
      officer.cookie,
    )
    const incoming = path.join(folder, 'files', 'incoming')
    while ((await readdir(incoming).catch(() => [])).length === 0);
    const sent = person.post(task, { ...handOver, revision }).catch(() => 'cut off')
    await gate.reached
    const stopped = office.stop(0)
    expect(await upload.answered.catch(() => 'cut off')).to.equal('cut off')
    expect(await sent, 'not acknowledged').to.equal('cut off')
    gate.open()
    await stopped
    expect(lines.some(line => line.includes('cut off'))).to.equal(true)
    expect(await readdir(incoming), 'half a photo').to.deep.equal([])
    await opened.again(async parts => {
      const row = await parts.store.read.cases.byNumber(number)
      expect(await parts.store.read.attachments.ofCase(row?.id ?? 0)).to.deep.equal([])
      expect(await stepsOf(parts, number), 'the step is whole').to.deep.equal({
        closed: ['Task_HandOver'],
        open: ['Task_ScopeCheck'],
      })
    })
  })

  it('leaves no half of an export: what was broken off says so', async () => {
    const { office, parts, people, config } = opened
    await registered(opened)
    const csv = { kind: 'csv' as const, query: readLedgerQuery({}) }
    await createLedgerExporter(parts, config, 0).take(people.officer, csv)
    await office.stop()
    await opened.again(async after => {
      const exporter = createLedgerExporter(after, config, 0)
      const [one] = await exporter.list(people.officer)
      const files = await readdir(path.join(folder, 'exports')).catch(() => [])
      expect(files.filter(name => name.endsWith('.part'))).to.deep.equal([])
      const given = await exporter.file(people.officer, one?.id ?? 0).then(
        () => true,
        () => false,
      )
      expect(one?.standing).to.be.oneOf(['written', 'brokenOff'])
      expect(given, 'only what was settled is given out').to.equal(one?.standing === 'written')
    })
  })
})

/** An office on a file, furnished, on a clock that stands still, whose next step stops at a gate before it is committed. */
async function open(folder: string) {
  const config = readConfig({ BANDECHENG_DATA: folder, PORT: '0' })
  const clock = handClock('2026-04-14T09:00:00+08:00')
  const parts = await openParts(config, clock)
  const calendar = parseCalendarFile(readFileSync('src/cli/seed/calendar.json', 'utf8'))
  const furnished: Furnished = await parts.store.transaction(unit => furnish(unit, calendar, clock.now()))
  const xml = readFileSync('processes/banbuchengshi.bpmn', 'utf8')
  await deploy(parts, { xml, reason: '启用', by: null })
  const gate = gateOf()
  const { store } = parts
  const gated: Parts = {
    ...parts,
    store: {
      ...store,
      transaction: work =>
        store.transaction(async unit => {
          const before = await unit.history.revision()
          const done = await work(unit)
          if (gate.closed && (await unit.history.revision()) !== before) await gate.pass()
          return done
        }),
    },
  }
  const lines: string[] = []
  const office = await openOffice(config, gated, createLog('info', { write: line => void lines.push(line) }))
  const site = office.url.replace(/\/$/, '')
  return {
    ...{ ...furnished, config, parts, office, lines, gate },
    port: new URL(office.url).port,

    async as(actor: Actor) {
      const token = randomBytes(32).toString('base64url')
      await sessionPort(parts).create({
        tokenHash: createHash('sha256').update(token).digest('hex'),
        accountId: actor.accountId,
        expiresAt: '2026-04-14T20:00:00.000Z',
        device: null,
        awaits: null,
      })
      const person = visitor(site)
      person.cookies.set('bdc_session', token)
      const cookie = `bdc_session=${token}`
      return Object.assign(person, { cookie, stream: (at: string) => streamOf(site + at, cookie) })
    },

    /** The same house, opened once more. Its trail is sound, whatever happened. */
    async again(look: (parts: Parts) => Promise<void>) {
      const after = await openParts(config, clock)
      try {
        await look(after)
        const { findings } = await verifyTrail(after, [])
        expect(findings).to.deep.equal([])
      } finally {
        await after.store.close()
      }
    },
  }
}

type Opened = Awaited<ReturnType<typeof open>>

async function registered({ parts, people, places, departments }: Opened): Promise<string> {
  const done = await registerCase(parts, {
    channel: 'window',
    submissionId: 'one',
    registrar: people.clerk,
    body: {
      item: '食品经营许可（新办）',
      department: String(departments.market),
      contact: '10000000101',
      place: String(places.centre),
      description: '窗口另要材料。',
      guideMatch: 'more',
    },
  })
  if (!done.ok) throw new Error(JSON.stringify(done.errors))
  return done.number
}

/** The clerk before the form that hands the case over; the step after it will stop at the gate. */
async function atHandOver(opened: Opened, number: string) {
  const { people, parts, gate } = opened
  const person: Visitor = await opened.as(people.clerk)
  const row = await parts.store.read.cases.byNumber(number)
  const [task] = await parts.store.read.userTasks.ofCase(row?.id ?? 0)
  const at = `/tasks/${task?.id}`
  await person.get(at)
  gate.close()
  return { person, path: at, revision: String(task?.revision) }
}

async function stepsOf({ store }: Parts, number: string) {
  const row = await store.read.cases.byNumber(number)
  const tasks = await store.read.userTasks.ofCase(row?.id ?? 0)
  const names = (closed: boolean) =>
    tasks.filter(({ closedAt }) => (closedAt !== null) === closed).map(({ activityId }) => activityId)
  return { closed: names(true), open: names(false) }
}

/** Sends the beginning of a form; its end is for the test to send, or never. */
function halfAForm(port: string, at: string, type: string, beginning: string, cookie = '') {
  const headers = { 'Content-Type': type, ...(cookie === '' ? {} : { Cookie: cookie }) }
  const request = ask({ port, method: 'POST', path: at, headers })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    request.once('error', reject)
    request.once('response', response => {
      response.resume()
      response.once('end', () => {
        resolve(response.statusCode)
      })
    })
  })
  answered.catch(() => undefined)
  request.write(beginning, 'latin1')
  return { request, answered }
}

/** A stream of events, once it has begun, and how it ends. */
async function streamOf(url: string, cookie: string): Promise<{ ended: Promise<string> }> {
  const response = await fetch(url, { headers: { Accept: 'text/event-stream', Cookie: cookie } })
  const ended = response.text().then(
    () => 'ended',
    () => 'broken',
  )
  return { ended }
}

function gateOf() {
  let reach: () => void = () => undefined
  let letThrough = reach
  const reached = new Promise<void>(resolve => (reach = resolve))
  const opening = new Promise<void>(resolve => (letThrough = resolve))
  const gate = {
    closed: false,
    reached,
    close: () => void (gate.closed = true),
    open: () => {
      gate.closed = false
      letThrough()
    },
    pass: () => {
      reach()
      return opening
    },
  }
  return gate
}

describe('A secret', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bandecheng-secret-'))
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const read = (environment: Record<string, string>) =>
    readConfig({ BANDECHENG_DATA: folder, ...environment })

  it('comes from a file too, and one that cannot be read is said', () => {
    const { secret } = read({})
    const file = path.join(folder, 'secret')
    expect(read({ BANDECHENG_SECRET_FILE: file, BANDECHENG_SECRET: 'ignored' }).secret).to.equal(secret)
    expect(() => read({ BANDECHENG_SECRET_FILE: path.join(folder, 'none') })).to.throw(
      UnknownSettingProblem,
      '_FILE',
    )
  })

  it('of unified sign-in is wanted with its address', () => {
    const issuer = { BANDECHENG_OIDC_ISSUER: 'https://login.example.gov.cn' }
    expect(read({}).unified).to.equal(null)
    expect(() => read(issuer)).to.throw(UnknownSettingProblem, 'BANDECHENG_OIDC_CLIENT')
    const whole = {
      ...issuer,
      BANDECHENG_OIDC_CLIENT: 'x',
      BANDECHENG_OIDC_SECRET: 'y',
      BANDECHENG_OIDC_GROUPS: 'a=officer',
    }
    expect(read(whole).unified?.groups).to.have.length(1)
    expect(() => read({ ...whole, BANDECHENG_OIDC_GROUPS: 'a=king' })).to.throw(
      UnknownSettingProblem,
      'GROUPS',
    )
  })
})
