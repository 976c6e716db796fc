import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import type { Role } from '../../src/casework/role.js'
import { admits } from '../../src/http/entry.js'
import { openBrowser } from '../helpers/browser.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

/** Runs in an attribute, in an element, in a template and as an address, if anything lets it. */
const markup = `"'><img src=x onerror=alert(1)><script>alert(2)</script><svg/onload=alert(3)>{{7*7}}`

/**
 * Whatever can be typed is typed with markup in it, through every form that these pages have; then every page is opened
 * in a real browser by whoever may.
 */
describe('Markup in every field of every form, in a real browser', function () {
  this.timeout(90_000)
  let browser: Browser
  let site: HttpOffice
  let number: string
  const sent = new Set<string>()
  /** a page that one has opened looks the same to the next, but for the lists that are everybody's own */
  const seen = new Set<string>()

  before(async () => {
    ;[browser, site] = await Promise.all([openBrowser(), openHttpOffice()])
    number = await site.report({
      reporterName: markup,
      description: markup,
      item: `食品${markup}`.slice(0, 60),
    })
    const { places } = site.office
    await site.office.parts.store.transaction(async unit => {
      await unit.accounts.update([{ id: site.office.people.officer.accountId, set: { displayName: markup } }])
      await unit.places.updatePlaces([{ id: places.street, set: { name: markup } }])
    })
    for (const role of ['clerk', 'officer', 'supervisor', 'liaison', 'admin', 'security'] as const) {
      const person = await site.as(site.office.people[role])
      for (const path of addresses(role)) await fillForms(person, path)
    }
    const citizen = site.citizen()
    for (const path of ['/', '/track', '/sign-in']) await fillForms(citizen, path)
  })
  after(async () => {
    await site.close()
    await browser.close()
  })

  it('is sent through many forms', () => {
    expect([...sent].length, [...sent].join(' ')).to.be.above(20)
  })

  for (const role of ['supervisor', 'officer', 'clerk', 'admin', 'security'] as const)
    it(`is only shown to the ${role}: nothing runs, nothing is fetched, no policy is broken`, async () => {
      const faults: string[] = []
      const context = await browser.newContext()
      const person = await site.as(site.office.people[role])
      await context.addCookies([
        { name: 'bdc_session', value: person.cookies.get('bdc_session')!, url: site.url, httpOnly: true },
      ])
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
      let shown = 0
      for (const path of addresses(role).filter(one => /tasks|cases/.test(one) || !seen.has(one))) {
        seen.add(path)
        const answer = await page
          .goto(site.url + path, { waitUntil: 'domcontentloaded' })
          .catch((error: unknown) => {
            if (String(error).includes('Download is starting')) return null // a file is no page
            throw error
          })
        if (answer?.status() !== 200) continue
        const made = await page.locator('img[src="x"], svg[onload], main script:not([src])').count()
        if (made > 0) faults.push(`elements made of text on ${path}`)
        const words = (await page.locator('body').innerText()).includes('onerror=alert(1)')
        if (words) shown += 1
      }
      await context.close()
      expect(faults).to.deep.equal([])
      if (role !== 'security') expect(shown, 'pages that show it').to.be.above(0)
    })

  function addresses(role: Role): readonly string[] {
    const open = site.app.rules.filter(
      ({ method, path, entry }) =>
        method === 'get' &&
        !/\.(json|svg|xml|bpmn)$|events|files\/|charts|sign-in|unified|invitation|contact$|trials|heat/.test(
          path,
        ) &&
        entry !== 'public' &&
        admits(entry, site.office.people[role]),
    )
    return open.map(({ path }) =>
      path
        .replace(':number', encodeURIComponent(number))
        .replace(':quarter', '2026Q1')
        .replace(':key', 'banbuchengshi')
        .replace('/admin/people/:id', `/admin/people/${site.office.people.officer.accountId}`)
        .replace(':id', '1'),
    )
  }

  /** Fills in and sends each form of a page, as a browser would, but for the words. */
  async function fillForms(person: Visitor, path: string): Promise<void> {
    const { body, status } = await person.get(path)
    if (status !== 200) return
    for (const [, attributes = '', inside = ''] of body.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
      const action = unescaped(attribute(attributes, 'action') ?? path)
      // what would end the walk: signing out, shutting somebody out
      if (
        attribute(attributes, 'method') !== 'post' ||
        /sign-out|active|move|secure|password|factor|sign-in-rules/.test(action)
      )
        continue
      const fields = fieldsOf(inside)
      if (!Object.values(fields).some(value => value.includes('onerror'))) continue
      const answer = await person.post(action, fields)
      expect(answer.status, `${action} of ${path}`).to.be.below(500)
      sent.add(action)
      // a form that comes back shows what was typed
      expect(answer.body, action).not.to.include('<img src=x')
    }
  }
})

function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, attributes = ''] of form.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    const type = attribute(attributes, 'type') ?? 'text'
    const value = unescaped(attribute(attributes, 'value') ?? '')
    if (!name || name === '_csrf' || type === 'file') continue
    if (type === 'hidden' || type === 'date') fields[name] = value
    else if (type === 'radio' || type === 'checkbox') fields[name] ??= value
    else fields[name] = attribute(attributes, 'inputmode') === 'numeric' ? '3' : markup
  }
  for (const [, attributes = ''] of form.matchAll(/<textarea\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    if (name) fields[name] = markup
  }
  for (const [, attributes = '', options = ''] of form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(attributes, 'name')
    const values = [...options.matchAll(/<option value="([^"]+)"/g)].map(match => unescaped(match[1] ?? ''))
    if (name) fields[name] = values[0] ?? ''
  }
  for (const [, attributes = ''] of form.matchAll(/<button\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    if (name) fields[name] = unescaped(attribute(attributes, 'value') ?? '')
  }
  return fields
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

function unescaped(words: string): string {
  return words
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
