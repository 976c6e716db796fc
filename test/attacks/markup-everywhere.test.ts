import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '../../src/casework/role.js'
import { learningAdvance } from '../../src/engine/index.js'
import { admits } from '../../src/http/entry.js'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openBrowser } from '../helpers/browser.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'
import { filled, formsOf, markup, type Form } from './forms.js'

/** Who presses comes first, then who answers. */
const roles = ['supervisor', 'clerk', 'officer', 'liaison', 'admin', 'security'] as const

/**
 * Whatever can be typed is typed with markup in it, through every form that there is. All that comes back, and every page
 * after it, is read by the parser of a real browser; the pages that show what was typed are opened in it, scripts and all.
 */
describe('Markup in every field of every form, in a real browser', function () {
  this.timeout(90_000)
  let browser: Browser
  let parser: Page
  let site: HttpOffice
  let number: string
  let atWork: string
  let answered: string
  let tasks: readonly number[]
  let newcomer: { readonly id: string; readonly invitation: string }
  const sent = new Set<string>()
  /** forms that were taken once: the next of the kind would be too */
  const accepted = new Set<string>()
  const answers: Shown[] = []
  /** opened by somebody: its scripts are the same for the next, whose page is read like all others */
  const seen = new Set<string>()

  before(async () => {
    ;[browser, site] = await Promise.all([openBrowser(), openHttpOffice({ advance: learningAdvance() })])
    parser = await (await browser.newContext()).newPage()
    const { office } = site
    const reported = { reporterName: markup, description: markup }
    number = await site.report({ ...reported, item: `食品${markup}`.slice(0, 60) })
    atWork = await confirmedCase(office, { answers: { ...reported, item: '居住证签注' } })
    await office.complete(atWork, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    answered = await answeredCase(reported)
    tasks = (await Promise.all([number, atWork].map(one => office.open(one)))).flat().map(({ id }) => id)
    await office.parts.store.transaction(async unit => {
      await unit.accounts.update([{ id: office.people.officer.accountId, set: { displayName: markup } }])
      await unit.places.updatePlaces([{ id: office.places.street, set: { name: markup } }])
    })
    newcomer = await invite()
    await atTheDoor()
    await byTheCitizen()
    for (const role of roles) {
      const person = await site.as(office.people[role])
      const walked = new Set<string>()
      for (const path of [...(role === 'admin' ? further : []), ...addresses(role)])
        await fillForms(person, path, walked)
    }
    await whenItIsOver()
  })
  after(async () => {
    await site.close()
    await browser.close()
  })

  it('is sent through every form in which something is typed or chosen', () => {
    const forms = site.app.rules.filter(({ method }) => method === 'post').map(({ path }) => path)
    const walked = forms.filter(path => [...sent].some(action => pattern(path).test(action)))
    expect(forms.filter(path => !walked.includes(path)).sort()).to.deep.equal([...elsewhere].sort())
  })

  it('comes back from no form as anything but words', async () => {
    const read = await readBy(parser, answers)
    expect(read.flatMap(({ made }) => made)).to.deep.equal([])
    expect(read.filter(({ shown }) => shown).length, 'answers that show it').to.be.above(20)
  })

  for (const role of roles)
    it(`is only shown to the ${role}: nothing runs, nothing is fetched, no policy is broken`, async () => {
      const person = await site.as(site.office.people[role])
      await onlyShown(person, addresses(role))
    })

  it('is only shown to the citizen and to who is not known', async () => {
    await onlyShown(await lookedUp(atWork), ['/', ...citizensOwn(atWork), '/track', '/privacy', '/sign-in'])
  })

  async function onlyShown(person: Visitor, paths: readonly string[]): Promise<void> {
    const pages: Shown[] = []
    for (const path of paths) {
      const answer = await person.get(path)
      if (answer.status === 200 && isPage(answer)) pages.push({ path, body: answer.body })
    }
    const read = await readBy(parser, pages)
    const faults = read.flatMap(({ made }) => made)
    const showing = new Set(read.flatMap(({ path, shown }) => (shown ? [path] : [])))
    const context = await browser.newContext()
    await context.addCookies(
      [...person.cookies].map(([name, value]) => ({
        name,
        value,
        url: site.url,
      })),
    )
    await context.addInitScript(
      `document.addEventListener('securitypolicyviolation', event => {
        console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI)
      })`,
    )
    await context.route(/\.(woff2|css)(\?|$)/, route => route.abort()) // what it looks like is no matter here
    const page = await context.newPage()
    page.on('dialog', dialog => {
      faults.push(`dialog on ${page.url()}`)
      void dialog.dismiss()
    })
    page.on('console', message => {
      if (/policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
    })
    for (const { path } of pages) {
      if (seen.has(path)) continue
      seen.add(path)
      // what a script fetches is shown by no page that was only read
      if (!showing.has(path) && !fetching.test(path)) continue
      await page.goto(site.url + path, { waitUntil: 'domcontentloaded' })
      const made = await page.locator(elements).count()
      if (made > 0) faults.push(`elements made of text on ${path}`)
    }
    await context.close()
    expect(faults).to.deep.equal([])
    expect(showing.size, 'pages that show it').to.be.above(0)
  }

  function addresses(role: Role): readonly string[] {
    const open = site.app.rules.filter(
      ({ method, path, entry }) =>
        method === 'get' &&
        !/\.(json|svg|xml|bpmn|docx|csv)$|events|files\/|charts|:id\/file|unified|contact$|trials|heat/.test(
          path,
        ) &&
        entry !== 'public' &&
        admits(entry, site.office.people[role]),
    )
    return open.flatMap(({ path }) => {
      const known = path
        .replace(':quarter', '2026Q1')
        .replace(':key', 'banbuchengshi')
        .replace('/admin/people/:id', `/admin/people/${newcomer.id}`)
        .replace(/^\/tasks\/:id/, '/tasks/:task')
        .replace(':id', '1')
      if (known.includes(':task')) return tasks.map(id => known.replace(':task', String(id)))
      if (!known.includes(':number')) return [known]
      return [number, atWork].map(one => known.replace(':number', one))
    })
  }

  const citizensOwn = (of: string) => ['', '/data', '/rights', '/withdraw'].map(part => `/track/${of}${part}`)

  /** The administrator invites a liaison whose name is markup. */
  async function invite(): Promise<typeof newcomer> {
    const admin = await site.as(site.office.people.admin)
    await fillForms(admin, '/admin/people/new')
    const { departments } = site.office
    await admin.get('/admin/people/new')
    const page = await admin.post('/admin/people/new', {
      ...{ displayName: markup.slice(0, 50), username: 'newcomer', role: 'liaison', liaison: 'main' },
      departmentId: String(departments.medical),
    })
    answers.push({ path: '/admin/people/new', body: page.body })
    return {
      invitation: /\/invitation\?token(?:=|&#x3D;)[\w-]+/.exec(page.body)?.[0].replace('&#x3D;', '=') ?? '',
      id: /\/admin\/people\/(\d+)"/.exec(page.body)?.[1] ?? '',
    }
  }

  /** A case whose citizen is to say how it was. */
  async function answeredCase(answers: object): Promise<string> {
    const { office } = site
    const { officer, liaison } = office.people
    const one = await confirmedCase(office, { answers: { ...answers, item: '公共场所卫生许可' } })
    await office.complete(one, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(one, 'Task_Rectify', liaison, say.rectified)
    await office.complete(one, 'Task_Verify', officer, say.passedCheck)
    await office.complete(one, 'Task_Feedback', officer, say.feedback)
    await office.complete(one, 'Task_FollowUp', officer, say.done)
    return one
  }

  async function lookedUp(of: string): Promise<Visitor> {
    const citizen = site.citizen()
    await citizen.get('/track')
    await citizen.post('/track', { number: of, tail: '0101' })
    return citizen
  }

  async function byTheCitizen(): Promise<void> {
    const citizen = await lookedUp(atWork)
    for (const path of ['/', '/track', ...citizensOwn(atWork), '/sign-in'])
      if (!path.endsWith('withdraw')) await fillForms(citizen, path)
    await fillForms(await lookedUp(answered), `/track/${answered}`)
  }

  /** The link of the invitation, a password of markup, and one's own account behind it. */
  async function atTheDoor(): Promise<void> {
    const stranger = site.citizen()
    await fillForms(stranger, newcomer.invitation)
    await stranger.get('/sign-in')
    const entered = await stranger.post('/sign-in', { username: 'newcomer', password: markup })
    expect(entered.status, 'the password of markup').to.equal(303)
    for (const path of ['/account', '/account/factor']) await fillForms(stranger, path)
  }

  /** The citizen withdraws; what can be said of a case that is closed. */
  async function whenItIsOver(): Promise<void> {
    await fillForms(await lookedUp(atWork), `/track/${atWork}/withdraw`)
    const supervisor = await site.as(site.office.people.supervisor)
    // 暂不清除, which takes the place of its own form with another; 重新办理
    for (const one of [atWork, atWork, answered]) await fillForms(supervisor, `/cases/${one}`)
  }

  /** Fills in and sends each form of a page, as a browser would, but for the words. */
  async function fillForms(person: Visitor, path: string, walked = new Set<string>()): Promise<void> {
    walked.add(path)
    const { body, status } = await person.get(path)
    if (status !== 200) return
    for (const form of formsOf(body, path)) {
      if (form.action === '/sign-out') continue // it would end the walk
      const kind = kindOf(form)
      if (accepted.has(kind) || walked.has(kind)) continue
      walked.add(kind)
      for (const everywhere of [true, false]) {
        const answer = await person.post(form.action, filled(form, everywhere))
        expect(answer.status, `${form.action} of ${path}`).to.be.below(500)
        sent.add(form.action.replace(/\?.*/, ''))
        if (isPage(answer)) answers.push({ path: `${form.action} of ${path}`, body: answer.body })
        // where it leads there may be another form
        const location = answer.location?.replace(/#.*/, '')
        if (location && !walked.has(location)) await fillForms(person, location, walked)
        if (answer.status >= 400) continue
        accepted.add(kind)
        break
      }
    }
  }
})

/** Where the walk does not come, and why. */
const elsewhere: readonly string[] = [
  // a click: nothing is typed
  ...['/sign-out', '/admin/incidents/:id/retry', '/ledger/views/:id/remove'],
  ...['/admin/calendar/drop', '/admin/calendar/changes/:id/confirm', '/admin/calendar/changes/:id/discard'],
  '/admin/calendar/changes/:id/again',
  // sent by a script or with a file, and answered to it
  ...[
    '/admin/processes/:key/draft',
    '/admin/processes/preview-form',
    '/tasks/:id/draft',
    '/register/similar',
  ],
  ...['/report/files', '/cases/:number/files/:id/remove'],
  // of a diagram: what stands in one is tried by test/browser/hostile-diagram
  ...['/admin/processes/:id/as-draft', '/admin/processes/:id/current', '/admin/processes/:key/decide'],
  ...['/admin/processes/:key/deploy', '/admin/processes/:key/discard', '/admin/processes/:key/restore'],
  ...['/admin/trials/:ref/:id/act', '/admin/trials/:ref/:id/tasks/:task'],
  // the gates ask for what the account’s own pages ask for
  ...['/account/factor/remove', '/sign-in/code', '/sign-in/factor', '/sign-in/password'],
  // stands only where the office, or the quarter, has come further
  ...['/cases/:number/reopen', '/cases/:number/subject'],
  ...['/reports/:quarter/examples', '/reports/:quarter/sections/:section'],
]

/** A day of the calendar to be arranged, a trial to be begun. */
const further = ['/admin/calendar?year=2026&day=2026-06-10', '/admin/trials/1']

/** Pages whose scripts fetch words, or draw them. */
const fetching = /^\/(watch|flow|register)$|^\/cases\/[^/]+$|\/edit$|^\/admin\/processes\/1$/

const elements = 'img[src="x"], svg[onload], main script:not([src])'

interface Shown {
  readonly path: string
  readonly body: string
}

/** What a real browser makes of these pages: elements of the words, and whether the words are shown. No script runs. */
async function readBy(page: Page, all: readonly Shown[]) {
  const pages = all.filter(({ body }) => body.includes('onerror'))
  const read = await page.evaluate<[number, boolean][]>(
    `${JSON.stringify(pages.map(({ body }) => body))}.map(html => {
      const read = new DOMParser().parseFromString(html, 'text/html')
      const values = [...read.querySelectorAll('input, textarea')].map(field => field.value)
      const words = [read.body.textContent, ...values].join()
      return [read.querySelectorAll('${elements}, [onerror], [onload]').length, words.includes('onerror=alert(1)')]
    })`,
  )
  return read.map(([made, shown], index) => {
    const path = pages[index]?.path ?? ''
    return { path, shown, made: made > 0 ? [`elements made of text on ${path}`] : [] }
  })
}

/** The same form on another page, of another case: what it is sent to and what is in it. */
function kindOf(form: Form): string {
  return [form.action.replaceAll(/\d[\d-]*/g, 'n'), ...Object.keys(filled(form, false))].join(' ')
}

function isPage({ headers }: Answer): boolean {
  return headers.get('content-type')?.includes('html') ?? false
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
}
