import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../src/casework/actor.js'
import { sitePages } from '../../src/http/index.js'
import type { App } from '../../src/http/index.js'
import { createLiveBoard, sessionPort, unreadNotices } from '../../src/runtime/index.js'
import { createTrials } from '../../src/trial/index.js'
import { startSite, testConfig } from './app.js'
import { openTestOffice } from './office.js'
import type { TestOffice } from './office.js'
import { visitor } from './visitor.js'
import type { Answer, Visitor } from './visitor.js'

/** A test’s office behind its real pages: what is done is done by posting forms, what is seen is read off pages. */
export interface HttpOffice {
  readonly office: TestOffice
  readonly url: string
  /** The site, with the rules of its routes. */
  readonly app: App
  /** A citizen with a browser. */
  citizen(): Visitor
  /** This person, signed in. */
  as(actor: Actor): Promise<Visitor>
  /** A citizen’s report through the page `/`; answers the number. */
  report(answers?: Record<string, string>): Promise<string>
  /** Completes the open task of this activity through its page; answers what came back when it was refused. */
  complete(number: string, activityId: string, by: Actor, answers: object): Promise<Answer>
  close(): Promise<void>
}

/** Opens the office on a clock that stands still, with its pages on a free port. */
export async function openHttpOffice(
  options: Parameters<typeof openTestOffice>[0] = {},
): Promise<HttpOffice> {
  const office = await openTestOffice(options)
  const { parts, clock } = office
  const sessions = sessionPort(parts)
  const config = { ...testConfig, dataDir: office.folder }
  const trials = createTrials(clock)
  const site = await startSite({
    config,
    clock,
    sessions,
    pages: sitePages(parts, config, createLiveBoard(parts), trials),
    unread: actor => unreadNotices(parts, actor),
  })

  const signedIn = async (actor: Actor) => {
    const token = randomBytes(32).toString('base64url')
    const tokenHash = createHash('sha256').update(token).digest('hex')
    const expiresAt = new Date(Date.parse(clock.now()) + 3_600_000).toISOString()
    await sessions.create({ tokenHash, accountId: actor.accountId, expiresAt, device: null, awaits: null })
    const person = visitor(site.url)
    person.cookies.set('bdc_session', token)
    return person
  }

  return {
    office,
    url: site.url,
    app: site.app,
    citizen: () => visitor(site.url),
    as: signedIn,

    async report(answers = {}) {
      const citizen = visitor(site.url)
      const page = await citizen.get('/')
      const submissionId = /name="submissionId" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
      const sent = await citizen.post('/', {
        submissionId,
        item: '食品经营许可（新办）',
        department: String(office.departments.market),
        contact: '10000000101',
        place: String(office.places.centre),
        reporterName: '覃小梅',
        description: '窗口另要房东声明，指南里没有这一条，前后跑了三趟。',
        visits: '3',
        guideRead: 'web',
        guideMatch: 'more',
        ...answers,
      })
      const number = /^\/reported\/([^/?]+)/.exec(sent.location ?? '')?.[1]
      if (!number) throw new Error(`The report was not taken: ${sent.status}`)
      return decodeURIComponent(number)
    },

    async complete(number, activityId, by, answers) {
      const mine = by.role === 'liaison' ? (by.departmentId ?? undefined) : undefined
      const task = await office.task(number, activityId, mine)
      const person = await signedIn(by)
      const page = await person.get(`/tasks/${task.id}`)
      const revision = /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? ''
      return person.post(`/tasks/${task.id}`, { revision, ...(answers as Record<string, string>) })
    },

    async close() {
      await site.stop()
      await trials.close()
      await office.close()
    },
  }
}
